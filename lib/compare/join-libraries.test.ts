import { expect, test } from "vitest";
import type { Game } from "@/lib/domain/player";
import { aGame } from "@/lib/domain/test-games";
import { joinLibraries } from "./join-libraries";

test("each game is listed once, with the progress of all its players", () => {
  const [moth, owl, lantern] = [aGame({ title: "Moth" }), aGame({ title: "Owl" }), aGame()];
  const othersOwl = { ...owl, numAwarded: 9 };
  const joined = joinLibraries([
    [moth, owl],
    [lantern, othersOwl],
  ]);
  expect(joined.map(({ progress }) => progress)).toEqual([
    [moth, null],
    [owl, othersOwl],
    [null, lantern],
  ]);
  expect(joined.map(({ playing, leader }) => [playing, leader])).toEqual([
    [1, null],
    [2, 1],
    [1, null],
  ]);
});

test("the shared fields of a game come from its first player", () => {
  const game = aGame({ title: "Moth", maxPossible: 10 });
  const revised = { ...game, title: "The Moth", maxPossible: 12 };
  expect(joinLibraries([[game], [revised]])[0]?.game).toMatchObject({
    title: "Moth",
    maxPossible: 10,
  });
  expect(joinLibraries([[], [revised]])[0]?.game.title).toBe("The Moth");
});

test("four libraries are joined like two", () => {
  const game = aGame({ numAwarded: 1 });
  const [joined] = joinLibraries([[game], [], [{ ...game, numAwarded: 3 }], [game]]);
  expect(joined).toMatchObject({ playing: 3, leader: 2 });
  expect(joined?.progress.map((each) => each?.numAwarded)).toEqual([1, undefined, 3, 1]);
});

test("a join is cached, and made again for another order", () => {
  const [one, other]: [Game[], Game[]] = [[aGame()], [aGame()]];
  const joined = joinLibraries([one, other]);
  expect(joinLibraries([one, other])).toBe(joined);
  expect(joinLibraries([other, one])).not.toBe(joined);
  expect(joinLibraries([one])).toHaveLength(1);
  expect(joinLibraries([one, other])).toBe(joined);
  expect(joinLibraries([[...one], other])).not.toBe(joined);
});

test("only the newest joins are cached", () => {
  const library = (size: number): Game[] => Array.from({ length: size }, () => aGame());
  const [small, large, huge] = [library(1), library(60_000), library(120_000)];
  const first = joinLibraries([small, large]);
  expect(joinLibraries([small, large])).toBe(first);
  joinLibraries([small, [...large]]);
  expect(joinLibraries([small, large])).not.toBe(first);
  const last = joinLibraries([huge]);
  expect(joinLibraries([huge])).toBe(last);
});
