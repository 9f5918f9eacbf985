import { z } from "zod";
import { compareOverview } from "@/lib/compare/overview";
import type { Player } from "@/lib/domain/player";
import { isUser } from "@/lib/domain/user";
import { type CardData, type Drawing, defineCard } from "./card";
import { widthOf } from "./text-width";
import { fill } from "./words";

const AVATAR = 64;
/** Width of the gold frame around the leader's avatar. */
const EDGE = 3;
/** A user name or a ULID. */
const OTHER = /^[0-9A-Za-z]{2,26}$/;

/** One of the two players. */
interface Side {
  player: Player;
  mastered: number;
  beaten: number;
  /** Number of games in which this player is ahead. */
  ahead: number;
}

/** The two players, the number of games in common, and the number of ties. */
function sidesOf({ player, others = [] }: CardData): { sides: Side[]; both: number; even: number } {
  const players = [player, ...others];
  const { players: figures, overlap } = compareOverview(players.map(({ games }) => games));
  const sides = players.map((player, at) => ({
    player,
    mastered: figures[at]?.counts.mastered ?? 0,
    beaten: figures[at]?.counts.beaten ?? 0,
    ahead: overlap.ahead[at] ?? 0,
  }));
  return { sides, both: overlap.both, even: overlap.even };
}

/** Two players compared. The other player is in the file name: `versus-Anna.svg`. */
export const versus = defineCard({
  name: "versus",
  label: "Versus",
  about: "Two players, and who is ahead",
  width: { default: 495, min: 400, max: 900 },
  parts: ["avatar"],
  argument: {
    option: "other",
    schema: z.string().regex(OTHER).refine(isUser),
    example: "AFriend",
  },
  options: { other: z.string().regex(OTHER).default("") },
  optionsAbout: { other: "The other player: a user name in any case, or a ULID" },
  others: ({ other }) => [other],
  height: () => 208,
  images: ({ player, others = [] }) => [player, ...others].map(({ profile }) => profile.avatarPath),
  describe({ data, format: { words, counted, number } }) {
    const { sides, both, even } = sidesOf(data);
    const all = sides.map(({ player, mastered, beaten }) => {
      const counts = { mastered, beaten };
      const figures = (["mastered", "beaten"] as const).map(
        (key) => `${words.counts[key]}${words.colon}${number(counts[key])}`,
      );
      return `${player.profile.name} (${[counted(words.points, player.profile.points), ...figures].join(", ")})`;
    });
    if (both === 0) return `${all.join(" – ")}. ${words.versus.none}`;
    const ahead = sides.map(
      ({ player, ahead }) =>
        player.profile.name + words.colon + fill(words.versus.ahead, number(ahead)),
    );
    const result = [...ahead, fill(words.versus.even, number(even))].join(", ");
    return `${all.join(" – ")}. ${counted(words.versus.both, both)}; ${result}.`;
  },
  draw(drawing) {
    const { pen, data, options, format, width, shows } = drawing;
    const { words, counted, number } = format;
    const { sides, both, even } = sidesOf(data);
    const { soft, gold, silver } = pen.colors;
    const right = width - 20;
    const inset = shows("avatar") ? AVATAR + 18 : 0;
    const [first = 0, second = 0] = sides.map(({ ahead }) => ahead);
    const most = Math.max(first, second);
    for (const [at, { player, ahead }] of sides.entries()) {
      const [x, anchor] = at === 0 ? ([20, "start"] as const) : ([right, "end"] as const);
      const name = { size: 21, least: 13, face: "display", width: width / 2 - 20 - 12 } as const;
      pen.text(player.profile.name, x, 40, { ...name, anchor });
      if (!shows("avatar")) continue;
      const left = at === 0 ? x : x - AVATAR;
      if (first !== second && ahead === most)
        pen.rect(left - EDGE, 54 - EDGE, AVATAR + 2 * EDGE, AVATAR + 2 * EDGE, gold, 11);
      pen.image(data.image(player.profile.avatarPath), left, 54, AVATAR);
    }
    const rows: [string, (side: Side) => number][] = [
      [words.versus.points, ({ player }) => player.profile.points],
      [words.counts.mastered, ({ mastered }) => mastered],
      [words.counts.beaten, ({ beaten }) => beaten],
    ];
    for (const [at, [label, of]] of rows.entries()) {
      drawRow(drawing, label, sides.map(of), {
        y: 70 + at * 22,
        from: 20 + inset,
        to: right - inset,
      });
    }
    const title =
      options.title ?? (both === 0 ? words.versus.none : counted(words.versus.both, both));
    if (both === 0) {
      centred(drawing, title, 162, 14, { fill: soft });
      return;
    }
    // In a tie, both are gold.
    const colorOf = (ahead: number) => (ahead === most ? gold : silver);
    pen.bar(20, 136, width - 40, 12, [
      { fill: colorOf(first), share: first / both },
      { fill: "none", share: even / both },
      { fill: colorOf(second), share: second / both },
    ]);
    const style = (ahead: number) =>
      ahead === most
        ? ({ size: 18, face: "display" } as const)
        : ({ size: 18, face: "text", fill: soft } as const);
    const aheadOf = (ahead: number) => fill(words.versus.ahead, number(ahead));
    pen.text(aheadOf(first), 20, 171, style(first));
    pen.text(aheadOf(second), right, 171, { ...style(second), anchor: "end" });
    if (even > 0) centred(drawing, fill(words.versus.even, number(even)), 169, 13, { fill: soft });
    centred(drawing, title, 190, 12.5, { fill: soft });
  },
});

/** Draws a row: a label between two numbers, the larger one in bold. */
function drawRow(
  drawing: Drawing<object>,
  label: string,
  values: number[],
  { y, from, to }: { y: number; from: number; to: number },
): void {
  const { pen, format } = drawing;
  const most = Math.max(...values);
  const room = (to - from - widthOf(label, "text", 12.5)) / 2 - 10;
  for (const [at, value] of values.entries()) {
    const isMost = value === most;
    pen.fit([format.number(value), format.compact(value)], at === 0 ? from : to, y, {
      size: 18,
      face: isMost ? "bold" : "text",
      fill: isMost ? pen.colors.ink : pen.colors.soft,
      width: room,
      anchor: at === 0 ? "start" : "end",
    });
  }
  centred(drawing, label, y, 12.5, { fill: pen.colors.soft });
}

/** Draws centred text, cut to the card's width. */
function centred(
  { pen, width }: Drawing<object>,
  text: string,
  y: number,
  size: number,
  { fill }: { fill: string },
): void {
  const room = width - 40;
  const x = Math.max(20, (width - widthOf(text, "text", size)) / 2);
  pen.text(text, x, y, { size, fill, width: room });
}
