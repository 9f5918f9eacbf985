import fc from "fast-check";
import { expect, test } from "vitest";
import { EVENTS_SYSTEM_ID } from "@/lib/domain/player";
import { aGame } from "@/lib/domain/test-games";
import { UNKNOWN_TIME } from "./game-time";
import { mostPlayed, playtimeOf } from "./playtime";
import { anyLibrary } from "./test-times";

const played = (gameId: number, playtime: number | null, isSubset: boolean | null = null) =>
  [gameId, { ...UNKNOWN_TIME, gameId, playtime, isSubset }] as const;

test("subsets are left out: their base game's playtime has theirs", () => {
  const times = new Map([played(1, 500), played(2, 300, true), played(3, 20, false)]);
  const games = [1, 2, 3].map((id) => aGame({ id }));
  expect(playtimeOf(games, times)).toEqual({ seconds: 520, games: 2 });
  expect(mostPlayed(games, times).map(({ game }) => game.id)).toEqual([1, 3]);
});

test("where RA links no set of a game, its title says whether it is a subset", () => {
  const title = "Ant [Subset - Bonus]";
  const games = [aGame({ id: 1 }), aGame({ id: 2, title }), aGame({ id: 3, title })];
  const times = new Map([played(1, 500), played(2, 300), played(3, 20, false)]);
  expect(playtimeOf(games, times)).toEqual({ seconds: 520, games: 2 });
  expect(mostPlayed(games, times).map(({ game }) => game.id)).toEqual([1, 3]);
});

test("games without an unlock count, games without a playtime do not", () => {
  const times = new Map([played(1, 60), played(2, null), played(3, 0)]);
  expect(playtimeOf([], times)).toEqual({ seconds: 60, games: 1 });
  expect(mostPlayed([], times)).toEqual([]);
  expect(playtimeOf([], new Map())).toEqual({ seconds: 0, games: 0 });
});

test("events are no played games", () => {
  const event = aGame({ id: 1, systemId: EVENTS_SYSTEM_ID });
  expect(mostPlayed([event], new Map([played(1, 60)]))).toEqual([]);
});

test("any sum is that of its games, the most played first", () => {
  fc.assert(
    fc.property(anyLibrary, ({ games, times }) => {
      const [all, known] = [playtimeOf(games, times), mostPlayed(games, times)];
      let left = all.seconds;
      for (const time of times.values()) if (time.isSubset !== true) left -= time.playtime ?? 0;
      expect(left).toBe(0);
      expect(known.every(({ game, seconds }) => times.get(game.id)?.playtime === seconds)).toBe(
        true,
      );
      for (const [at, { seconds }] of known.entries())
        expect(seconds).toBeLessThanOrEqual(known[at - 1]?.seconds ?? Infinity);
      const isListed = (id: number) =>
        games.some((game) => game.id === id && game.systemId !== 101);
      const most = [...times.values()].reduce(
        (most, { gameId, playtime, isSubset }) =>
          isSubset === true || !isListed(gameId) ? most : Math.max(most, playtime ?? 0),
        0,
      );
      expect(known[0]?.seconds ?? 0).toBe(most);
    }),
  );
});
