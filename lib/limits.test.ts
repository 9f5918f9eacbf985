import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { dayEnvelope } from "./archive/stored-day";
import { headEnvelope } from "./archive/stored-head";
import { utcDayOf } from "./domain/days";
import { aGame, aPlayer } from "./domain/test-games";
import { aDay, aState, at } from "./history/test-states";
import { LIMITS } from "./limits";
import { decodePlayer, encodePlayer } from "./players/stored-player";

const MEGABYTE = 1024 * 1024;
/** An entry by name or address: a few numbers, and strings of up to 26 characters. */
const BYTES_OF_A_SMALL_ENTRY = 500;
const GAMES = 2000;
const COPIES = 10;

setFlagsFromString("--expose-gc");
const collect: () => void = runInNewContext("gc");

/** Bytes of memory for each game of a value with many games. */
async function bytesOfAGame(make: () => unknown): Promise<number> {
  const kept: unknown[] = [await make()];
  collect();
  const before = process.memoryUsage().heapUsed;
  for (let copy = 0; copy < COPIES; copy++) kept.push(await make());
  collect();
  const bytes = process.memoryUsage().heapUsed - before;
  // Until here all of them are in use.
  kept.length = 0;
  return bytes / (COPIES * GAMES);
}

const games = Array.from({ length: GAMES }, (_, index) =>
  aGame({
    id: 1 + index * 20,
    title: `A game of a usual length ${index}`,
    mostRecentAwardedAt: at(-index),
    highestAwardKind: "mastered",
    highestAwardAt: at(-index),
  }),
);
const after = games.map((game) => ({ ...game, numAwarded: 0, mostRecentAwardedAt: at(0.5) }));

const sources = ["app", "lib"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /(?<!\.test)\.tsx?$/.test(file))
    .map((file) => join(folder, file)),
);

test("caches and queues take their bounds from LIMITS", () => {
  const bounds = sources.flatMap((file) => {
    const source = readFileSync(file, "utf8");
    const ofCaches = source.includes("new LRUCache") ? /\b(?:max|maxSize): *([^,\n]+)/g : /$^/g;
    return [ofCaches, /\bpLimit\(([^)]+)\)/g].flatMap((pattern) =>
      [...source.matchAll(pattern)].map(([, bound = ""]) => ({ file, bound })),
    );
  });
  expect(bounds.length).toBeGreaterThan(15);
  // One at a time is no bound but an order.
  expect(bounds.filter(({ bound }) => /^\d/.test(bound) && bound !== "1")).toEqual([]);
});

test("all caches and queues of a process, full at the same time, fit into a small server", async () => {
  const player = await encodePlayer({ player: aPlayer(games), readWholeAt: 0 });
  const day = utcDayOf(Date.UTC(2026, 10, 20));
  const base = aState(games);
  const head = headEnvelope.seal({ startedAt: 0, restartedOn: day, days: [], openDay: day, base });
  const record = aDay(games, after);
  const open = dayEnvelope.seal({ record, isClosed: false, isLate: false });
  const ofPlayer = await bytesOfAGame(() => decodePlayer(player));
  const ofHead = await bytesOfAGame(() => headEnvelope.open(head));
  const ofDay = await bytesOfAGame(() => dayEnvelope.open(open));
  const ofState = await bytesOfAGame(() => aState(games));

  const kept = {
    players: LIMITS.gamesInMemory * ofPlayer,
    heads: LIMITS.historyGamesInMemory * ofHead,
    // Open ones, those that are over, and what was last shown of them.
    days: 3 * LIMITS.historyGamesInMemory * ofDay,
    waiting: LIMITS.historyGamesWaiting * ofState,
    answers: LIMITS.answersBytes,
    pages: LIMITS.pagesBytes,
    cards: LIMITS.cardBytes + LIMITS.imagesBytes + LIMITS.glyphCharacters,
    store: LIMITS.embeddedStoreBytes,
    small:
      BYTES_OF_A_SMALL_ENTRY * (3 * LIMITS.usersInMemory + LIMITS.clients + LIMITS.imagesFailed),
  };
  const total = Object.values(kept).reduce((sum, bytes) => sum + bytes, 0);
  expect(total / MEGABYTE).toBeLessThan(448);
});
