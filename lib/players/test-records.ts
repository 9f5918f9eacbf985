import type { StoredDay } from "@/lib/archive/stored-day";
import type { Head } from "@/lib/archive/stored-head";
import type { Game, Profile } from "@/lib/domain/player";
import type { GameFacts, PlayerInGame } from "@/lib/games/achievement";
import type { GameState } from "@/lib/history/state";
import type { Totals } from "@/lib/history/totals";
import { type GameTime, UNKNOWN_TIME } from "@/lib/times/game-time";
import { sumDays } from "@/lib/unlocks/day-sums";
import type { Unlock, UnlockName } from "@/lib/unlocks/unlock";
import type { DatedAwards } from "./awards/stored-awards";
import type { Dated } from "./games/stored-game";
import type { DatedRanks } from "./ranks/stored-ranks";
import type { encodePlayer } from "./stored-player";
import type { TimesHead, TimesPart } from "./times/times-head";
import type { Part } from "./unlocks/stored-unlocks";
import type { UnlockHead } from "./unlocks/unlock-head";

// What the pinned records of the tests mean. No two fields that could be swapped have the same value.

/** In epoch milliseconds. */
export const NOW = 1_795_000_000_000;
/** Epoch seconds. */
const AT = NOW / 1000;

/** Of the pinned player. */
export const ULID = "01HZX9Q4K7M2V8B3N6C1D5F0GA";

const profile: Profile = {
  name: "AnnaNeu",
  ulid: ULID,
  avatarPath: "/UserPic/Anna.png",
  memberSince: 1_400_000_001,
  points: 12_345,
  casualPoints: 678,
  retroPoints: 23_456,
  motto: "Ünd weiter",
  lastSeen: "",
  lastGameId: null,
};

const GAMES: Game[] = [
  {
    id: 1446,
    title: "~Hack~ Étoile",
    iconPath: "/Images/074560.png",
    systemId: 7,
    systemName: "NES/Famicom",
    maxPossible: 64,
    numAwarded: 51,
    numAwardedHardcore: 47,
    mostRecentAwardedAt: AT - 5_000,
    highestAwardKind: "beaten-hardcore",
    highestAwardAt: AT - 90_000,
  },
  {
    id: 3,
    title: "No Dates",
    iconPath: "/Images/1234567.png",
    systemId: 101,
    systemName: null,
    maxPossible: 5,
    numAwarded: 9,
    numAwardedHardcore: 8,
    mostRecentAwardedAt: null,
    highestAwardKind: "completed",
    highestAwardAt: null,
  },
  {
    id: 26_001,
    title: "Third",
    iconPath: "/Images/000002.png",
    systemId: 12,
    systemName: "PlayStation",
    maxPossible: 30,
    numAwarded: 30,
    numAwardedHardcore: 30,
    mostRecentAwardedAt: AT - 7_000_000,
    highestAwardKind: "mastered",
    highestAwardAt: AT - 7_000_000,
  },
  {
    id: 9,
    title: "Fourth",
    iconPath: "/Images/000003.png",
    systemId: 12,
    systemName: "PlayStation",
    maxPossible: 20,
    numAwarded: 6,
    numAwardedHardcore: 2,
    mostRecentAwardedAt: AT - 8_000_000,
    highestAwardKind: "beaten-softcore",
    highestAwardAt: AT - 8_100_000,
  },
  {
    id: 10,
    title: "Fifth",
    iconPath: "/Images/000004.png",
    systemId: 13,
    systemName: "Atari Lynx",
    maxPossible: 40,
    numAwarded: 1,
    numAwardedHardcore: 0,
    mostRecentAwardedAt: AT - 9_000_000,
    highestAwardKind: null,
    highestAwardAt: null,
  },
];

/** The pinned player, with rows that are left out. */
export const fetched: Parameters<typeof encodePlayer>[0] = {
  player: { profile, games: GAMES, checkedAt: NOW - 60_000 },
  readWholeAt: NOW - 3_600_000,
  leftOut: [
    { after: 1, id: 77, isUnreadable: false },
    { after: 4, id: null, isUnreadable: true },
  ],
};

/** The pinned player with what only newer records have. */
export const seenPlayer: typeof fetched = {
  ...fetched,
  player: {
    ...fetched.player,
    profile: { ...profile, lastSeen: "Étage 3 · 2 vies", lastGameId: 26_001 },
  },
};

const BEFORE: Totals = {
  points: 1001,
  casualPoints: 1002,
  retroPoints: 1003,
  achievements: 1004,
  casualAchievements: 1005,
  played: 1006,
  unfinished: 1007,
  beatenCasual: 1008,
  beaten: 1009,
  completed: 1010,
  mastered: 1011,
};
const AFTER: Totals = {
  points: 1101,
  casualPoints: 1001,
  retroPoints: 1203,
  achievements: 1084,
  casualAchievements: 1025,
  played: 1036,
  unfinished: 1006,
  beatenCasual: 1048,
  beaten: 1058,
  completed: 1063,
  mastered: 1072,
};

const states = GAMES.map((game): GameState => {
  const { title: _title, iconPath: _icon, systemId: _id, systemName: _name, ...state } = game;
  return state;
}).sort((one, other) => one.id - other.id);
const [first, second, third, fourth, fifth] = states as [
  GameState,
  GameState,
  GameState,
  GameState,
  GameState,
];

/** A history with a gap in its days. */
export const head: Head = {
  startedAt: NOW - 900_000_000,
  restartedOn: "2026-11-10",
  days: ["2026-11-10", "2026-11-11", "2026-11-12", "2026-11-15"],
  openDay: "2026-11-18",
  base: { name: "Anna", totals: BEFORE, games: states, checkedAt: NOW - 86_400_123 },
};

/** A sealed day with each kind of change of a game, a new name, and a new start. */
export const day: StoredDay = {
  record: {
    day: "2026-11-18",
    since: NOW - 86_400_123,
    checkedAt: NOW - 456,
    startsAnew: true,
    games: [
      { id: first.id, before: first, after: null, title: "~Hack~ Étoile" },
      {
        id: second.id,
        before: second,
        after: {
          id: second.id,
          maxPossible: 24,
          numAwarded: 22,
          numAwardedHardcore: 21,
          mostRecentAwardedAt: AT - 700,
          highestAwardKind: "mastered",
          highestAwardAt: AT - 800,
        },
        title: null,
      },
      { id: third.id, before: third, after: { ...third, numAwarded: 4 }, title: null },
      { id: fourth.id, before: null, after: fourth, title: null },
      { id: fifth.id, before: fifth, after: { ...fifth, highestAwardKind: null }, title: null },
    ],
    renamed: { from: "Anna", to: "AnnaNeu" },
    before: BEFORE,
    totals: AFTER,
  },
  isClosed: true,
  isLate: false,
};

/** A day that was written after a later one had begun, without what the other has. */
export const lateDay: StoredDay = {
  record: { ...day.record, day: "2026-11-17", startsAnew: false, games: [], renamed: null },
  isClosed: false,
  isLate: true,
};

/** Unlocks of two days of a year: of hardcore and casual mode, with and without RetroPoints. */
export const unlocks: Unlock[] = [
  {
    achievementId: 228_985,
    gameId: 3164,
    points: 10,
    retroPoints: 25,
    isHardcore: true,
    at: Date.UTC(2026, 0, 1, 0, 0, 7) / 1000,
  },
  {
    achievementId: 9,
    gameId: 1446,
    points: 5,
    retroPoints: 4,
    isHardcore: false,
    at: Date.UTC(2026, 10, 3, 23, 59, 59) / 1000,
  },
];

/** Their names, by achievement. */
export const unlockNames: UnlockName[] = [
  { achievementId: 9, title: "Étoile & <1>", badgeName: "00136" },
  { achievementId: 228_985, title: "Zweiter", badgeName: "odd" },
];

/** What was read of that year. */
export const unlockPart: Part = {
  year: 2026,
  startedAt: NOW - 7000,
  next: AT - 80,
  to: AT - 20,
  unlocks,
};

/** A year with unlocks, an empty one, and one with sums only. */
export const unlockHead: UnlockHead = {
  startedAt: NOW - 900_000,
  changes: 7,
  readTo: AT - 20,
  firstYear: 2023,
  totals: { points: 1234, achievements: 56, hardcore: 45 },
  missingPoints: -8,
  isSuspect: true,
  suspectSince: NOW - 90_000,
  years: [
    {
      year: 2026,
      readAt: NOW - 800_000,
      achievements: 2,
      casual: 1,
      isListed: true,
      changedBy: 6,
    },
    {
      year: 2025,
      readAt: NOW - 700_000,
      achievements: 0,
      casual: 0,
      isListed: true,
      changedBy: 2,
    },
    {
      year: 2024,
      readAt: NOW - 600_000,
      achievements: 30_000,
      casual: 17,
      isListed: false,
      changedBy: 3,
    },
  ],
  sums: sumDays(unlocks),
};

/** A game of which everything is known, and one with points only, of which a date is that of the other one. */
const times: GameTime[] = [
  {
    gameId: 1446,
    playtime: 41_230,
    firstUnlockAt: AT - 900_000,
    beatenAt: AT - 800_001,
    beatenHardcoreAt: AT - 800_002,
    timeToBeat: 28_913,
    timeToBeatHardcore: 28_914,
    completedAt: AT - 700_003,
    masteredAt: AT - 700_004,
    timeToComplete: 40_005,
    timeToMaster: 40_006,
    points: 420,
    pointsHardcore: 400,
    retroPoints: 907,
    pointsTotal: 508,
    medianBeatMinutes: 309,
    medianBeatHardcoreMinutes: 310,
    medianCompleteMinutes: 911,
    medianMasterMinutes: 912,
    timesMastered: 651,
    playersHardcore: 31_000,
    isSubset: false,
  },
  { ...UNKNOWN_TIME, gameId: 7, points: 13, pointsHardcore: 14, pointsTotal: 50, isSubset: true },
];

/** What is known of a player's times. */
export const timesHead: TimesHead = {
  startedAt: NOW - 900_000,
  changes: 5,
  source: "v2",
  readAt: NOW - 800_000,
  refusedAt: NOW - 850_000,
  checkedAt: NOW - 60_000,
  totals: { points: 1234, achievements: 56, hardcore: 45 },
  newestPlayedAt: AT - 70,
  newestUnlockAt: AT - 90,
  times,
};

/** What was read of them. */
export const timesPart: TimesPart = {
  startedAt: NOW - 7000,
  stage: "sets",
  page: 3,
  checkedAt: NOW - 8000,
  totals: { points: 1239, achievements: 57, hardcore: 46 },
  newestPlayedAt: AT - 71,
  newestUnlockAt: AT - 91,
  times: times.slice(0, 1),
};

/** The facts of a subset: with texts, with null for what can be null. */
export const gameFacts: Dated<GameFacts> = {
  fetchedAt: NOW - 5000,
  value: {
    gameId: 1446,
    parentGameId: 1445,
    players: 79_281,
    achievements: [
      {
        id: 342,
        title: "Étoile & <1>",
        description: "Do what has to be done",
        points: 10,
        retroPoints: 25,
        badgeName: "00136",
        type: "win_condition",
        numAwarded: 1100,
        numAwardedHardcore: 900,
      },
      {
        id: 9,
        title: "",
        description: "",
        points: 0,
        retroPoints: 1,
        badgeName: "228985",
        type: null,
        numAwarded: 3,
        numAwardedHardcore: 2,
      },
    ],
  },
};

/** One achievement of it in hardcore mode after casual mode, and one in casual mode. */
export const playedGame: Dated<PlayerInGame> = {
  fetchedAt: NOW - 6000,
  value: {
    playtimeSeconds: 41_230,
    dates: [
      { achievementId: 9, at: AT - 800, hardcoreAt: null },
      { achievementId: 342, at: AT - 700, hardcoreAt: AT - 600 },
    ],
  },
};

/** A hardcore rank, and what is being played. */
export const ranks: DatedRanks = {
  fetchedAt: NOW - 7000,
  hardcore: { rank: 1234, of: 95_000 },
  casual: null,
  playing: { text: "In the “garden”", at: 1_790_000_000 },
};

/** A badge of an event, and one of the site without a picture. */
export const awards: DatedAwards = {
  fetchedAt: NOW - 9000,
  badges: [
    { kind: "event", title: "Relay & “more”", iconPath: "/Images/074560.png", at: 1_790_000_000 },
    { kind: "site", title: "Patreon supporter", iconPath: null, at: 1_780_000_000 },
  ],
};
