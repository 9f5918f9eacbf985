import { DEFAULT_COMPARE_QUERY } from "@/lib/compare/compare-query";
import type { Game, Player } from "@/lib/domain/player";
import { recordOf } from "@/lib/history/day-record";
import { stateOf } from "@/lib/history/state";
import { awardsJson } from "@/lib/http/awards-json";
import { compareJson } from "@/lib/http/compare-json";
import { gameJson } from "@/lib/http/game-json";
import { historyJson } from "@/lib/http/history-json";
import { gameListJson, gamesFileJson, summaryJson } from "@/lib/http/list-json";
import { PROBLEMS, problemId } from "@/lib/http/problems";
import { daysJson, streaksJson, unlocksJson } from "@/lib/http/unlocks-json";
import { yearJson, yearsJson } from "@/lib/http/year-json";
import { DEFAULT_LIST_QUERY } from "@/lib/progress/list-query";
import { yearReview } from "@/lib/progress/year-review";
import { toApiRow, toWireRow } from "@/lib/retroachievements/wire";
import { type GameTime, UNKNOWN_TIME } from "@/lib/times/game-time";
import { sumDays } from "@/lib/unlocks/day-sums";
import { daysInZone } from "@/lib/unlocks/days-in-zone";
import { streaksInZone } from "@/lib/unlocks/streaks-in-zone";
import type { Unlock } from "@/lib/unlocks/unlock";
import { packLibrary } from "@/lib/views/library";

const seconds = (moment: string) => Date.parse(moment) / 1000;

/** The first game of the made-up player. */
export const EXAMPLE_GAME: Game = {
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
/** The number of that player's games. */
export const EXAMPLE_TOTAL = 1312;

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
    lastSeen: "Trimming the wick in the lighthouse, 3 lives left",
    lastGameId: 1446,
  },
  games: [EXAMPLE_GAME],
  checkedAt: Date.parse("2026-11-24T12:00:00Z"),
};
const { games } = player;
const times = new Map<number, GameTime>([
  [
    EXAMPLE_GAME.id,
    {
      ...UNKNOWN_TIME,
      gameId: EXAMPLE_GAME.id,
      playtime: 46_310,
      firstUnlockAt: seconds("2026-11-19T20:31:02Z"),
      beatenHardcoreAt: seconds("2026-11-20T20:15:00Z"),
      masteredAt: seconds("2026-11-22T21:47:09Z"),
      completedAt: seconds("2026-11-22T21:47:09Z"),
      timeToBeatHardcore: 28_914,
      timeToComplete: 43_500,
      timeToMaster: 43_500,
      points: 400,
      pointsHardcore: 400,
      retroPoints: 1216,
      pointsTotal: 400,
      medianBeatHardcoreMinutes: 320,
      medianMasterMinutes: 905,
      timesMastered: 651,
      playersHardcore: 31_000,
      isSubset: false,
    },
  ],
]);
const review = yearReview(games, player.checkedAt, 2026);

/** A second player, who has not finished the same game. */
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
      ...EXAMPLE_GAME,
      numAwarded: 21,
      numAwardedHardcore: 21,
      mostRecentAwardedAt: seconds("2026-10-03T19:12:44Z"),
      highestAwardKind: "beaten-hardcore",
      highestAwardAt: seconds("2026-10-03T19:12:44Z"),
    },
  ],
};

const otherTimes = new Map<number, GameTime>([
  [EXAMPLE_GAME.id, { ...UNKNOWN_TIME, gameId: EXAMPLE_GAME.id, playtime: 18_720 }],
]);

/** The same player on the day before the mastery. */
const before: Player = {
  ...player,
  profile: { ...player.profile, points: 214_820, retroPoints: 703_210 },
  games: [
    {
      ...EXAMPLE_GAME,
      numAwarded: 26,
      numAwardedHardcore: 26,
      mostRecentAwardedAt: seconds("2026-11-21T20:02:30Z"),
      highestAwardKind: "beaten-hardcore",
      highestAwardAt: seconds("2026-11-20T20:15:00Z"),
    },
  ],
  checkedAt: Date.parse("2026-11-21T22:10:00Z"),
};
const mastered: Player = { ...player, checkedAt: Date.parse("2026-11-22T22:15:00Z") };
const masteryDay = recordOf(stateOf(before), stateOf(mastered), {
  day: "2026-11-22",
  startsAnew: false,
});

const lastUnlock: Unlock = {
  achievementId: 20_113,
  gameId: EXAMPLE_GAME.id,
  points: 25,
  retroPoints: 112,
  isHardcore: true,
  at: seconds("2026-11-22T21:47:09Z"),
};
/** The player's unlocks of two days in a row. */
const unlocks: Unlock[] = [
  {
    ...lastUnlock,
    achievementId: 20_098,
    points: 5,
    retroPoints: 9,
    at: seconds("2026-11-21T20:02:30Z"),
  },
  lastUnlock,
];
const known = { since: 2016, isComplete: true };
const zone = "Europe/Berlin";

/** Answers of the JSON routes about a made-up player with one game, by the functions that make real ones. */
export const EXAMPLES = {
  completionProgress: { count: 1, total: EXAMPLE_TOTAL, results: games.map(toApiRow) },
  wireCompletionProgress: { Count: 1, Total: EXAMPLE_TOTAL, Results: games.map(toWireRow) },
  gameList: gameListJson(player, DEFAULT_LIST_QUERY, times),
  gamesFile: gamesFileJson(player, DEFAULT_LIST_QUERY, times),
  summary: summaryJson(player, DEFAULT_LIST_QUERY, times),
  comparison: compareJson(
    [player, other].map((each) => ({ player: each, refreshError: null })),
    DEFAULT_COMPARE_QUERY,
    [times, otherTimes],
  ),
  years: yearsJson(player, times),
  year: review && yearJson(player, review, times),
  history: historyJson(
    player,
    {
      history: {
        startedAt: Date.parse("2026-11-01T09:30:00Z"),
        days: [masteryDay],
        unreadable: [],
      },
      isKept: true,
    },
    { from: "2026-11-01", to: "2026-11-30" },
  ),
  game: gameJson(
    player,
    EXAMPLE_GAME,
    {
      checkedAt: player.checkedAt,
      revision: "",
      game: {
        facts: {
          gameId: EXAMPLE_GAME.id,
          parentGameId: null,
          players: 4210,
          achievements: [
            {
              id: lastUnlock.achievementId,
              title: "Keeper of the Light",
              description: "Reach the top of the lighthouse without losing a life",
              points: lastUnlock.points,
              retroPoints: lastUnlock.retroPoints,
              badgeName: "228985",
              type: "win_condition",
              numAwarded: 102,
              numAwardedHardcore: 88,
            },
          ],
        },
        own: {
          playtimeSeconds: 46_310,
          dates: [
            {
              achievementId: lastUnlock.achievementId,
              at: lastUnlock.at,
              hardcoreAt: lastUnlock.at,
            },
          ],
        },
      },
    },
    times,
  ),
  unlocks: unlocksJson(
    player,
    {
      ...known,
      unlocks: [lastUnlock],
      names: [
        { achievementId: lastUnlock.achievementId, title: "The Keeper Wakes", badgeName: "074561" },
      ],
    },
    { year: 2026, page: 1 },
  ),
  days: daysJson({ ...known, zone, days: daysInZone(unlocks, 2026, zone) }, 2026),
  streaks: streaksJson(
    { ...known, ...streaksInZone(sumDays(unlocks), zone, seconds("2026-11-22T22:15:00Z")) },
    zone,
  ),
  awards: awardsJson(player, {
    checkedAt: player.checkedAt,
    badges: [
      {
        kind: "event",
        title: "Winter Relay 2026",
        iconPath: "/Images/090001.png",
        at: seconds("2026-01-04T20:00:00Z"),
      },
    ],
  }),
  library: packLibrary({ player, refreshError: null, times }),
  problem: {
    type: `/docs#${problemId("invalid-parameters")}`,
    title: PROBLEMS["invalid-parameters"].title,
    status: PROBLEMS["invalid-parameters"].status,
    detail: "count must not be greater than 500",
    code: "invalid-parameters",
    errors: [{ name: "count", reason: "must not be greater than 500" }],
  },
};
