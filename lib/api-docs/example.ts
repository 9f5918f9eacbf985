import { DEFAULT_COMPARE_QUERY } from "@/lib/compare/compare-query";
import type { Game, Player } from "@/lib/domain/player";
import { compareJson } from "@/lib/http/compare-json";
import { PROBLEMS, problemId } from "@/lib/http/problems";
import { yearJson, yearsJson } from "@/lib/http/year-json";
import { packLibrary } from "@/lib/players/library";
import { countGames } from "@/lib/progress/counts";
import { milestones } from "@/lib/progress/milestones";
import { awardMonths } from "@/lib/progress/months";
import { systemProgress } from "@/lib/progress/system-progress";
import { yearReview } from "@/lib/progress/year-review";
import { toApiRow, toWireRow } from "@/lib/retroachievements/wire";

const seconds = (moment: string) => Date.parse(moment) / 1000;

const lantern: Game = {
  id: 1446,
  title: "The Amber Lantern",
  iconPath: "/Images/074560.png",
  systemId: 7,
  systemName: "NES/Famicom",
  maxPossible: 30,
  numAwarded: 30,
  numAwardedHardcore: 30,
  mostRecentAwardedAt: seconds("2026-11-22T21:47:09Z"),
  highestAwardKind: "mastered",
  highestAwardAt: seconds("2026-11-22T21:47:09Z"),
};

const player: Player = {
  profile: {
    name: "LampLighter",
    ulid: "01HDEM0AMP11GHTERX0000Z7Q1",
    avatarPath: "/UserPic/LampLighter.png",
    memberSince: seconds("2016-03-12T18:22:41Z"),
    points: 214_860,
    casualPoints: 4315,
    retroPoints: 703_412,
    motto: "",
  },
  games: [lantern],
  checkedAt: Date.parse("2026-11-24T12:00:00Z"),
};
const { games } = player;
const review = yearReview(games, player.checkedAt, 2026);

/** Somebody to compare with, who is not through with the same game. */
const other: Player = {
  ...player,
  profile: {
    ...player.profile,
    name: "PixelMoth",
    ulid: "01HDEM0AMP11GHTERX0000Z7Q2",
    points: 98_115,
    casualPoints: 120,
    retroPoints: 260_077,
  },
  games: [
    {
      ...lantern,
      numAwarded: 21,
      numAwardedHardcore: 21,
      mostRecentAwardedAt: seconds("2026-10-03T19:12:44Z"),
      highestAwardKind: "beaten-hardcore",
      highestAwardAt: seconds("2026-10-03T19:12:44Z"),
    },
  ],
};

/** Answers of the JSON routes about a made-up player with one game, by the functions that make real ones. */
export const EXAMPLES = {
  completionProgress: { count: 1, total: 1312, results: games.map(toApiRow) },
  wireCompletionProgress: { Count: 1, Total: 1312, Results: games.map(toWireRow) },
  gameList: {
    page: 1,
    pages: 1,
    total: 1,
    counts: countGames(games),
    results: games.map(toApiRow),
  },
  gamesFile: { total: 1, counts: countGames(games), results: games.map(toApiRow) },
  summary: {
    counts: countGames(games),
    systems: systemProgress(games).map(({ id, name, counts: { played, ...mix } }) => ({
      id,
      name,
      games: played,
      ...mix,
    })),
    milestones: milestones(games).map(({ kind, which, at, game }) => ({
      kind,
      which,
      date: new Date(at * 1000).toISOString(),
      gameId: game.id,
      title: game.title,
    })),
    months: awardMonths(games),
  },
  comparison: compareJson(
    [player, other].map((each) => ({ player: each, refreshError: null })),
    DEFAULT_COMPARE_QUERY,
  ),
  years: yearsJson(player),
  year: review && yearJson(player, review),
  library: packLibrary({ player, refreshError: null }),
  problem: {
    type: `/docs#${problemId("invalid-parameters")}`,
    title: PROBLEMS["invalid-parameters"].title,
    status: PROBLEMS["invalid-parameters"].status,
    detail: "count must not be greater than 500",
    code: "invalid-parameters",
    errors: [{ name: "count", reason: "must not be greater than 500" }],
  },
};
