import { expect, test } from "vitest";
import type { AwardKind, Game } from "@/lib/domain/player";
import { aGame } from "@/lib/domain/test-games";
import { shelfOf } from "./shelf";

/** So many games of an award kind, the last of them awarded last. */
const awarded = (kind: AwardKind, count: number, firstId: number): Game[] =>
  Array.from({ length: count }, (_, at) =>
    aGame({ id: firstId + at, highestAwardKind: kind, highestAwardAt: 1000 + at }),
  );
const idsOf = (games: Game[]) => games.map(({ id }) => id);

test("the newest masteries are on show, newest first, as many as there is room for", () => {
  const games = [...awarded("beaten-hardcore", 5, 100), ...awarded("mastered", 15, 1)];
  const { label, games: shown } = shelfOf(games, "");
  expect(label).toBe("Mastered last");
  expect(idsOf(shown)).toEqual([15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4]);
  expect(idsOf(shelfOf(games, "", 3).games)).toEqual([15, 14, 13]);
});

test("where few are mastered, the next best is on show", () => {
  const few = awarded("mastered", 3, 1);
  expect(shelfOf([...few, ...awarded("completed", 4, 10)], "").label).toBe("Completed last");
  const beaten = shelfOf([...few, ...awarded("beaten-softcore", 4, 20)], "");
  expect(beaten.label).toBe("Beaten last");
  expect(idsOf(beaten.games)).toEqual([23, 22, 21, 20]);
  expect(shelfOf(few, "")).toEqual({ label: "Played last", games: few });
  expect(shelfOf([], "")).toEqual({ label: "Played last", games: [] });
});

test("an award without a date, and an event, is nothing to show", () => {
  const games = awarded("mastered", 4, 1);
  const undated = aGame({ id: 9, highestAwardKind: "mastered", highestAwardAt: null });
  const event = { ...aGame({ id: 8, systemId: 101 }), ...games[3], id: 8, systemId: 101 };
  expect(idsOf(shelfOf([undated, event, ...games], "").games)).toEqual([4, 3, 2, 1]);
});

test("chosen games stand in the order they were chosen in, each once, and only those there are", () => {
  const games = awarded("mastered", 5, 1);
  expect(shelfOf(games, "4,2,99,4")).toEqual({
    label: "Chosen games",
    games: [games[3], games[1]],
  });
  expect(shelfOf(games, "98,99").label).toBe("Mastered last");
});
