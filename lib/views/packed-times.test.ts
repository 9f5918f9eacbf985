import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { aGame, aPlayer } from "@/lib/domain/test-games";
import { listGames } from "@/lib/progress/list-games";
import { DEFAULT_LIST_QUERY } from "@/lib/progress/list-query";
import { SORTS } from "@/lib/progress/sorts";
import { figureOf, knownFigures } from "@/lib/times/list-figures";
import { NO_TIMES } from "@/lib/times/list-time";
import { anyTimedLibrary } from "@/lib/times/test-library";
import { playedTimes } from "@/lib/times/test-times";
import { formatTimeOfRow } from "@/lib/times/time-of-row";
import { type PackedLibrary, packLibrary, unpackLibrary } from "./library";
import { progressView } from "./make-progress-view";
import { packView, unpackView } from "./progress-view";

test("a browser shows the times that the server shows, and sorts and filters by the same", () => {
  fc.assert(
    fc.property(anyTimedLibrary, ({ games, times }) => {
      const packed = packLibrary({ player: aPlayer(games), refreshError: null, times });
      const sent: PackedLibrary = JSON.parse(JSON.stringify(packed));
      const { player, times: unpacked = NO_TIMES } = unpackLibrary(sent);
      expect(knownFigures(player.games, unpacked)).toEqual(knownFigures(games, times));
      for (const { value: sort } of SORTS) {
        const query = { ...DEFAULT_LIST_QUERY, sort, subsets: "0" } as const;
        const ids = (...given: Parameters<typeof listGames>) =>
          listGames(...given).found.map(({ id }) => id);
        expect(ids(player.games, query, unpacked)).toEqual(ids(games, query, times));
        const rare = { ...query, status: "rare-mastered" } as const;
        expect(ids(player.games, rare, unpacked)).toEqual(ids(games, rare, times));
      }
      for (const game of games) {
        const [there, here] = [times.get(game.id), unpacked.get(game.id)];
        expect(formatTimeOfRow(game, here)).toBe(formatTimeOfRow(game, there));
        for (const figure of ["playtime", "time_to_master", "points", "rarity"] as const) {
          expect(figureOf(game, here, figure)).toBe(figureOf(game, there, figure));
        }
        expect(here?.pointsTotal ?? null).toBe(there?.pointsTotal ?? null);
      }
    }),
  );
});

test("a page comes with the times of its own games", () => {
  const known = playedTimes(250);
  const games = known.map(({ gameId }) => aGame({ id: gameId }));
  const times = new Map(known.map((time) => [time.gameId, time]));
  const library = { player: aPlayer(games), refreshError: null, times };
  const view = progressView(library, { query: DEFAULT_LIST_QUERY, ignored: [] });
  const page = unpackView(packView(view));
  expect(page.figures).toEqual(["playtime", "points", "rarity"]);
  expect([...page.times.keys()]).toEqual(page.games.map(({ id }) => id));
  for (const { id } of page.games) {
    expect(page.times.get(id)).toMatchObject({
      playtime: times.get(id)?.playtime,
      points: times.get(id)?.points,
    });
  }
});

test("a library without times is as large as before", () => {
  const library = { player: aPlayer([aGame()]), refreshError: null };
  expect(packLibrary(library)).not.toHaveProperty("times");
  expect(packLibrary({ ...library, times: NO_TIMES })).not.toHaveProperty("times");
  expect(unpackLibrary(packLibrary(library))).toEqual(library);
});

test("times of 1,313 games take at most 20 bytes each on their way, compressed", () => {
  const known = playedTimes(1313);
  const games = known.map(({ gameId: id, masteredAt, beatenHardcoreAt, firstUnlockAt }) => {
    const highestAwardAt = masteredAt ?? beatenHardcoreAt;
    const highestAwardKind = masteredAt ? "mastered" : beatenHardcoreAt ? "beaten-hardcore" : null;
    const mostRecentAwardedAt = highestAwardAt ?? firstUnlockAt;
    return aGame({ id, highestAwardKind, highestAwardAt, mostRecentAwardedAt });
  });
  const times = new Map(known.map((time) => [time.gameId, time]));
  const packed = packLibrary({ player: aPlayer(games), refreshError: null, times });
  expect(gzipSync(JSON.stringify(packed.times)).length / 1313).toBeLessThanOrEqual(20);
});
