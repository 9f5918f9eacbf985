import type { Game } from "@/lib/domain/player";
import { systemLabel } from "@/lib/progress/systems";
import { parseTitle } from "@/lib/progress/title";
import { hardcoreWon, isRetired, won } from "@/lib/progress/won";
import type { Drawing } from "./card";
import type { Pen } from "./pen";
import { cutToWidth, widthOf } from "./text-width";
import { fill } from "./words";

/** A game's title on a card, with RA's tags moved to its end. */
export function plainTitle(title: string): string {
  const { name, tags, subset } = parseTitle(title);
  return [name, ...tags.map((tag) => `(${tag})`), subset === null ? "" : `› ${subset}`]
    .filter(Boolean)
    .join(" ");
}

/** Draws a game's icon, title, facts, bar and award mark. 44 pixels high. */
export function gameLine(
  { pen, data, format, width }: Drawing<object>,
  game: Game,
  y: number,
): void {
  const { colors } = pen;
  pen.image(data.image(game.iconPath), 20, y, 40);
  const room = width - 72 - 20 - 122;
  pen.text(plainTitle(game.title), 72, y + 16, { size: 14, face: "bold", width: room });
  const [counts = "", shorter = counts] = wonForms(game, format);
  const award = game.highestAwardKind ? ` · ${format.words.awards[game.highestAwardKind]}` : "";
  const facts = { size: 11.5, fill: colors.soft, width: room };
  pen.text(factsIn(systemLabel(game), [counts + award, counts, shorter], facts), 72, y + 34, facts);
  wonBar(pen, game, width - 130, y + 17, 80);
  pen.text(format.percent(Math.min(1, won(game))), width - 50, y + 39, {
    size: 11,
    fill: colors.soft,
    anchor: "end",
  });
  awardMark(pen, game, width - 31, y + 21);
}

/** A game's progress in words: in full, then short. */
export function wonForms(game: Game, format: Drawing<object>["format"]): string[] {
  const { numAwarded, maxPossible } = game;
  const { words } = format;
  if (isRetired(game)) return [words.setRetired];
  return [format.number, format.compact].map((write) =>
    numAwarded >= maxPossible
      ? fill(words.wonAll, write(maxPossible))
      : fill(words.wonOf, write(maxPossible), write(numAwarded)),
  );
}

/** Minimum share of a line for the system's name. */
const LEAST_NAME = 0.25;

/** A system's name and the longest fact that fits beside it, as a line of text: names may be cut, numbers never. */
export function factsIn(
  name: string,
  facts: readonly string[],
  { size, width }: { size: number; width: number },
): string {
  // A trailing space has no width, so measure it between letters.
  const of = (text: string) => widthOf(text, "text", size);
  const roomFor = (rest: string) => width - (of(`- · ${rest}`) - of("-"));
  const least = Math.min(of(name), width * LEAST_NAME);
  const rest = facts.find((some) => roomFor(some) >= least) ?? facts.at(-1) ?? "";
  const shown = cutToWidth(name, "text", size, roomFor(rest));
  return shown === "" ? rest : `${shown} · ${rest}`;
}

/** Draws a game's progress bar: hardcore in gold, then casual. */
export function wonBar(pen: Pen, game: Game, x: number, y: number, width: number): void {
  const hardcore = Math.min(1, hardcoreWon(game));
  const all = Math.min(1, won(game));
  pen.bar(x, y, width, 8, [
    { fill: pen.colors.gold, share: hardcore },
    { fill: pen.colors.rest, share: Math.max(0, all - hardcore) },
  ]);
}

/** Draws the award mark of the page: gold or silver, disc or ring; nothing without an award. */
export function awardMark(
  pen: Pen,
  { highestAwardKind }: Pick<Game, "highestAwardKind">,
  x: number,
  y: number,
  scale = 1,
): void {
  const { gold, silver } = pen.colors;
  const disc = (fill: string) => pen.circle(x, y, 9 * scale, fill);
  const ring = (edge: string) => pen.circle(x, y, 7.5 * scale, "none", edge, 3 * scale);
  if (highestAwardKind === "mastered") disc(gold);
  if (highestAwardKind === "completed") ring(gold);
  if (highestAwardKind === "beaten-hardcore") disc(silver);
  if (highestAwardKind === "beaten-softcore") ring(silver);
}
