import fc from "fast-check";
import { expect, test } from "vitest";
import type { Game } from "@/lib/domain/player";
import { aGame } from "@/lib/domain/test-games";
import { type GameTime, UNKNOWN_TIME } from "@/lib/times/game-time";
import { fastestMasteries, masteriesOf, rarestMasteries } from "@/lib/times/masteries";
import { anyTimedLibrary } from "@/lib/times/test-library";
import { baseOrder } from "./base-order";
import { listGames, sortedOnce } from "./list-games";
import { DEFAULT_LIST_QUERY, parseListQuery } from "./list-query";
import { sortGames } from "./sort";
import { FIGURE_SORTS, type Sort } from "./sorts";

/** What each sort is by, as the documentation says it; undefined: unknown. */
const FIGURES: Record<string, (game: Game, time: GameTime) => number | null | undefined> = {
  playtime: (_, time) => time.playtime || undefined,
  time_to_master({ highestAwardKind: kind, highestAwardAt, maxPossible, ...won }, time) {
    if (kind === "mastered" && won.numAwardedHardcore < maxPossible) return undefined;
    const seconds =
      kind === "mastered" ? time.timeToMaster : kind === "completed" ? time.timeToComplete : null;
    if (!seconds || maxPossible === 0) return undefined;
    // RA does not show the time of an emulator that ran overnight.
    const span = Math.abs((highestAwardAt ?? 0) - (time.firstUnlockAt ?? 0));
    const isDated = highestAwardAt !== null && time.firstUnlockAt !== null;
    return isDated && seconds > 36 * 3600 && span < 2 * seconds ? undefined : seconds;
  },
  points: (_, time) => time.points,
  rarity: (game, { timesMastered, playersHardcore }) => {
    const { highestAwardKind, maxPossible, numAwardedHardcore } = game;
    if (highestAwardKind === "mastered" && numAwardedHardcore < maxPossible) return undefined;
    if (maxPossible === 0 || timesMastered === null || !playersHardcore) return undefined;
    if (highestAwardKind === "mastered" && timesMastered === 0) return undefined;
    // The rarest first is the most first of this.
    return -Math.min(timesMastered / playersHardcore, 1);
  },
};

test.each(FIGURE_SORTS.map(({ value }) => value))(
  "%s: by the figure, unknown ones last, equal ones in RA's order",
  (sort) => {
    const isReversed = sort.startsWith("-");
    const figure = FIGURES[sort.replace("-", "")];
    fc.assert(
      fc.property(anyTimedLibrary, ({ games, times }) => {
        const base = baseOrder(games);
        const figureIn = (game: Game) => {
          const time = times.get(game.id);
          return time && game.systemId !== 101 ? (figure?.(game, time) ?? undefined) : undefined;
        };
        // One by one into their places, after all that may stand before them.
        const expected: Game[] = [];
        for (const game of base) {
          const value = figureIn(game);
          const at = expected.findIndex((other) => {
            const theirs = figureIn(other);
            if (value === undefined) return false;
            if (theirs === undefined) return true;
            return isReversed ? theirs > value : theirs < value;
          });
          expected.splice(at < 0 ? expected.length : at, 0, game);
        }
        expect(sortGames(games, sort, times)).toEqual(expected);
      }),
    );
  },
);

test("the list of masteries begins with the rarest and the fastest one", () => {
  fc.assert(
    fc.property(anyTimedLibrary, ({ games, times }) => {
      const first = (sort: Sort) => {
        const query = { ...DEFAULT_LIST_QUERY, status: "eq-mastered", sort } as const;
        return listGames(games, query, times).found[0];
      };
      const masteryOf = (game: Game | undefined) =>
        masteriesOf(games, times).find((mastery) => mastery.game === game);
      const [rarest] = rarestMasteries(games, times);
      if (rarest) expect(masteryOf(first("rarity"))?.rarity).toBe(rarest.rarity);
      const [fastest] = fastestMasteries(games, times);
      if (fastest) expect(masteryOf(first("-time_to_master"))?.seconds).toBe(fastest.seconds);
    }),
  );
});

test("without times, every sort by a figure is RA's order", () => {
  const games = ["Owl", "Ant", "Elk"].map((title) => aGame({ title }));
  for (const { value } of FIGURE_SORTS) {
    expect(sortGames(games, value).map(({ title }) => title)).toEqual(["Ant", "Elk", "Owl"]);
  }
});

test("newer times of the same games have an order of their own", () => {
  const [ant, owl] = [aGame({ title: "Ant" }), aGame({ title: "Owl" })];
  const games = [ant, owl];
  const played = (...seconds: number[]) =>
    new Map(games.map(({ id }, at) => [id, { ...UNKNOWN_TIME, playtime: seconds[at] ?? null }]));
  const { query } = parseListQuery(new URLSearchParams("sort=playtime"));
  const [before, after] = [played(1, 2), played(2, 1)];
  expect(listGames(games, query, before).found).toEqual([owl, ant]);
  expect(listGames(games, query, after).found).toEqual([ant, owl]);
  expect(listGames(games, query, before).found).toEqual([owl, ant]);
  expect(sortedOnce(games, "playtime", before)).toBe(sortedOnce(games, "playtime", before));
  // RA's own sorts are made once, whatever the times.
  expect(sortedOnce(games, "pct_won", after)).toBe(sortedOnce(games, "pct_won"));
});

test("a rare mastery is found by its status, and counts stay those of all games", () => {
  const rare = aGame({ highestAwardKind: "mastered", numAwardedHardcore: 10 });
  const common = aGame({ highestAwardKind: "mastered", numAwardedHardcore: 10 });
  const time = (timesMastered: number) => ({
    ...{ ...UNKNOWN_TIME, timesMastered, playersHardcore: 100 },
  });
  const times = new Map([
    [rare.id, time(5)],
    [common.id, time(6)],
  ]);
  const query = { ...DEFAULT_LIST_QUERY, status: "rare-mastered" } as const;
  const { found, counted } = listGames([common, rare], query, times);
  expect(found).toEqual([rare]);
  expect(counted).toHaveLength(2);
  expect(listGames([common, rare], query).found).toEqual([]);
});
