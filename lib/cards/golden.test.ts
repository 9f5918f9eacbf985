import { expect, test } from "vitest";
import type { AwardKind, Game, Player } from "@/lib/domain/player";
import { aGame, aPlayer } from "@/lib/domain/test-games";
import { CARDS } from ".";
import { readCardRequest } from "./card-request";
import { drawCard, drawMessage } from "./draw-card";
import { argumentOf, BOB, EVENTFUL, RANKS, timesOf, unlocksOf } from "./test-data";
import { asLines } from "./test-lines";
import { readCard, seen } from "./test-reader";

// `golden` holds each card as text and as SVG, so that a change of a drawing shows in the diff. `npx vitest run lib/cards/golden -u` rewrites them.

const DAY = 86_400;
const NEWEST = Date.UTC(2026, 10, 20, 18, 30) / 1000;
const WORDS = [
  "Étoile Garden",
  "Tin Moth",
  "Owl & Co.",
  "Gala 2",
  "Ант",
  "レトロ",
  "Wide Wide World",
];
const SYSTEMS = [
  [7, "NES/Famicom"],
  [3, "SNES/Super Famicom"],
  [12, "PlayStation"],
  [41, "PlayStation Portable"],
  [9999, "A System With a Name That Is Rather Long"],
  [8888, null],
] as const;
/** No two kinds are equally frequent, so that a mix-up shows. */
const KINDS: (AwardKind | null)[] = [
  "beaten-hardcore",
  "mastered",
  null,
  "completed",
  "beaten-softcore",
  null,
  "mastered",
  null,
  "mastered",
  null,
  "beaten-hardcore",
  null,
  "mastered",
  "completed",
  "mastered",
  "beaten-hardcore",
];

/** Games of all kinds, each a little older than the previous one. */
function library(size: number, daysApart: number): Game[] {
  return Array.from({ length: size }, (_, at) => {
    const [systemId, systemName] = SYSTEMS[(at * at) % SYSTEMS.length] ?? [1, null];
    const kind = KINDS[at % KINDS.length] ?? null;
    const playedAt = NEWEST - Math.round(at * daysApart * DAY);
    const maxPossible = at % 17 === 16 ? 0 : 8 + ((at * 13) % 90);
    const isWhole = kind === "mastered" || kind === "completed";
    const numAwarded = isWhole ? maxPossible : (5 + at * 29) % (maxPossible + 1);
    const casual = kind === "beaten-softcore" ? numAwarded : kind === "completed" ? 2 : at % 3;
    const tag = at % 9 === 4 ? "~Hack~ " : "";
    const subset = at % 11 === 3 ? " [Subset - Bonus]" : "";
    return aGame({
      id: at + 1,
      title: `${tag}${WORDS[at % WORDS.length]} ${at + 1}${subset}`,
      iconPath: `/Images/${String(at + 1).padStart(6, "0")}.png`,
      systemId: at % 23 === 22 ? 101 : systemId,
      systemName,
      maxPossible,
      numAwarded,
      numAwardedHardcore: kind === "mastered" ? numAwarded : Math.max(0, numAwarded - casual),
      mostRecentAwardedAt: playedAt,
      highestAwardKind: kind,
      highestAwardAt: kind && playedAt,
    });
  });
}

const PIXEL =
  "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
const [firstGame] = library(1, 1);
const NOBODY = aPlayer([], { name: "New", points: 0, casualPoints: 0 });
const ONE_GAME = aPlayer(firstGame ? [firstGame] : [], { points: 0, casualPoints: 5 });
const USUAL = aPlayer(library(60, 17));
const IMMENSE = aPlayer(library(20_000, 0.3), {
  name: "ManyManyManyManyGame",
  points: 1_234_567,
});

/** The sections of each golden file: player and options. */
const DRAWN: [name: string, player: Player, search: string][] = [
  ["no games", NOBODY, ""],
  ["one game", ONE_GAME, ""],
  ["a usual player", USUAL, ""],
  ["20,000 games", IMMENSE, ""],
  ["small", USUAL, "width=1&count=2&theme=grape&border=0&radius=0&locale=de"],
  [
    "large",
    USUAL,
    "width=9999&count=7&title=My+%3Cown%3E+title&bg=123&ink=fedcba&soft=abc&line=0f0",
  ],
  ["hidden", USUAL, "hide=average,avatar,bar,game,mastered,points,title,years"],
];

test.each(CARDS)("$name matches its golden SVG", async (card) => {
  const request = readCardRequest(card, new URLSearchParams(argumentOf(card)));
  const svg = drawCard(request, {
    player: USUAL,
    others: [BOB],
    history: EVENTFUL,
    unlocks: unlocksOf(request),
    times: timesOf(USUAL.games),
    ranks: RANKS,
    isDated: false,
    image: () => PIXEL,
  });
  const oneElementALine = svg.replaceAll("><", ">\n<");
  await expect(oneElementALine).toMatchFileSnapshot(`golden/${card.name}.svg`);
});

test.each(CARDS)("$name matches its golden text", async (card) => {
  const lines = DRAWN.flatMap(([name, player, search]) => [
    `# ${name}${search && ` (${search})`}`,
    ...asLines(seen(card, player, argumentOf(card) + search, { times: timesOf(player.games) })),
    "",
  ]);
  const withoutImages = seen(card, USUAL, argumentOf(card), {
    ...{ isDated: true, image: () => null, times: timesOf(USUAL.games) },
  });
  lines.push("# a usual player, out of date, without images", ...asLines(withoutImages), "");
  await expect(lines.join("\n")).toMatchFileSnapshot(`golden/${card.name}.txt`);
});

test("messages match their golden text, in each card's size", async () => {
  const lines = CARDS.flatMap((card) => {
    const request = readCardRequest(card, new URLSearchParams());
    const message = drawMessage(
      request,
      "Player not found",
      `No player is called ${"Ann".repeat(20)}.`,
    );
    return [`# ${card.name}`, ...asLines(readCard(message)), ""];
  });
  await expect(lines.join("\n")).toMatchFileSnapshot("golden/message.txt");
});
