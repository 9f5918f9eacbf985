import { createHash } from "node:crypto";

/** RA sends some numbers as numeric strings. */
type WireNumber = number | string;

/** A row of API_GetUserCompletionProgress, as it is on the wire. */
export interface WireRow {
  GameID: WireNumber;
  Title: string;
  ImageIcon: string;
  ConsoleID: WireNumber;
  ConsoleName: string | null;
  MaxPossible: WireNumber;
  NumAwarded: WireNumber;
  NumAwardedHardcore: WireNumber;
  MostRecentAwardedDate: string | null;
  HighestAwardKind: "mastered" | "completed" | "beaten-hardcore" | "beaten-softcore" | null;
  HighestAwardDate: string | null;
}

/** The answer of API_GetUserProfile, as it is on the wire. */
export interface WireProfile {
  User: string;
  ULID: string;
  UserPic: string;
  MemberSince: string;
  RichPresenceMsg: string | null;
  LastGameID: WireNumber;
  ContribCount: WireNumber;
  ContribYield: WireNumber;
  TotalPoints: WireNumber;
  TotalSoftcorePoints: WireNumber;
  TotalTruePoints: WireNumber | null;
  Permissions: number;
  Untracked: 0 | 1;
  ID: WireNumber;
  UserWallActive: boolean;
  Motto: string;
}

/** A row of API_GetAchievementsEarnedBetween, as it is on the wire, without the running total. */
export interface WireUnlock {
  /** `2022-01-01 22:41:48`, UTC. */
  Date: string;
  HardcoreMode: 0 | 1;
  AchievementID: WireNumber;
  Title: string;
  Description: string;
  BadgeName: string;
  Points: WireNumber;
  TrueRatio: WireNumber | null;
  Type: "progression" | "win_condition" | "missable" | null;
  Author: string;
  GameTitle: string;
  GameIcon: string;
  GameID: WireNumber;
  ConsoleName: string | null;
  BadgeURL: string;
  GameURL: string;
}

/** Attributes of API v2 by name, as they are on the wire. */
export type WireAttributes = Record<string, unknown>;

/** A game of a player as API v2 knows it: the attributes of four resources. */
export interface WireTime {
  gameId: number;
  /** The games of which its set is a subset; none: it is a core set. */
  subsetOf: number[];
  playerGame: WireAttributes & { lastPlayedAt: string | null };
  game: WireAttributes;
  /** Null: the player has no achievement of the set. */
  playerSet: (WireAttributes & { lastUnlockAt: string | null }) | null;
  achievementSet: WireAttributes;
}

/** An award of API_GetUserAwards, as it is on the wire. */
export interface WireAward {
  AwardedAt: string;
  AwardType: string;
  /** Of awards for a game its id. */
  AwardData: number;
  /** 1: in hardcore mode. */
  AwardDataExtra: 0 | 1;
  DisplayOrder: number;
  Title: string | null;
  ConsoleID: number | null;
  ConsoleName: string | null;
  Flags: number | null;
  ImageIcon: string | null;
}

/** A player as RA knows one: what its endpoints answer from. */
export interface WirePlayer {
  profile: WireProfile;
  /** Newest unlock first. */
  results: WireRow[];
  /** Oldest first. Default: those that `results` imply. */
  unlocks?: WireUnlock[];
  /** What API v2 knows. Default: what `results` imply. */
  times?: WireTime[];
  /** Whether API v2 does not find the player, though v1 does: banned, or with an unverified address. */
  isUnknownToV2?: boolean;
  /** Attributes of API v2's user that matter to the test. */
  rank?: WireAttributes;
  /** Badges that are not for games. Default: none. */
  awards?: WireAward[];
  /** Badges that RA counts and does not list. Default: none. */
  hiddenAwards?: number;
  /** Names under which RA still finds the player after a rename. */
  formerNames?: string[];
}

/** Options of {@link aWirePlayer}; all but the name have defaults. */
export interface WirePlayerOptions {
  /** 2–20 letters and digits. */
  name: string;
  /** The rows themselves, or how many to make up. Default 12. */
  games?: number | WireRow[];
  /** Libraries of different seeds differ. Default 1. */
  seed?: number;
  /** Sends some numbers as numeric strings, as RA sometimes does. */
  numericStrings?: boolean;
  /** Profile fields that matter to the test. */
  profile?: Partial<WireProfile>;
}

/** A player with a realistic profile and library, the same one every time. */
export function aWirePlayer({
  name,
  games = 12,
  seed = 1,
  numericStrings = false,
  profile,
}: WirePlayerOptions): WirePlayer {
  const results = typeof games === "number" ? library(games, seed) : games;
  const lastGame = results[0]?.GameID ?? 0;
  const player: WirePlayer = {
    profile: {
      User: name,
      ULID: ulidOf(name),
      UserPic: `/UserPic/${name}.png`,
      MemberSince: "2016-01-02 00:43:04",
      RichPresenceMsg: results.length > 0 ? "Exploring the first level" : null,
      LastGameID: lastGame,
      ContribCount: 0,
      ContribYield: 0,
      // Points come from games.
      TotalPoints: results.length > 0 ? 399_597 : 0,
      TotalSoftcorePoints: results.length > 0 ? 1243 : 0,
      // Null for each account that never started a game.
      TotalTruePoints: results.length > 0 ? 1_599_212 : null,
      Permissions: 1,
      Untracked: 0,
      ID: 16_446,
      UserWallActive: true,
      Motto: "Join me on a longplay!",
      ...profile,
    },
    results,
  };
  return numericStrings ? withNumericStrings(player) : player;
}

/** A row with other values in it, as null, or without some, where they are undefined. */
export function anOddRow(row: WireRow, changed: Record<string, unknown>): WireRow {
  return { ...row, ...changed };
}

const SYSTEMS: readonly (readonly [number, string])[] = [
  [1, "Genesis/Mega Drive"],
  [2, "Nintendo 64"],
  [3, "SNES/Super Famicom"],
  [4, "Game Boy"],
  [5, "Game Boy Advance"],
  [6, "Game Boy Color"],
  [7, "NES/Famicom"],
  [8, "PC Engine/TurboGrafx-16"],
  [9, "Sega CD"],
  [11, "Master System"],
  [12, "PlayStation"],
  [15, "Game Gear"],
  [18, "Nintendo DS"],
  [21, "PlayStation 2"],
  [25, "Atari 2600"],
  [27, "Arcade"],
  [38, "Apple II"],
  [39, "Saturn"],
  [41, "PlayStation Portable"],
  [47, "PC-8000/8800"],
  [101, "Events"],
];

// Invented, with what real titles have: articles, numerals, accents, quotes and signs that HTML gives a meaning.
const FIRST = [
  "The Amber",
  "Super",
  "A Quiet",
  "Étoile",
  "Mega",
  "Pixel & Co:",
  "Dr. Null's",
  "Nova",
];
const SECOND = ["Lantern", "Racer", "<Echo>", "Harbour", "Kingdom", "Garden", 'of "Tin"', "Voyage"];
const THIRD = ["", " II", " 3", " IV: Return", " - Part 2", " X-2", " 2049", ", The"];
const TAGS = ["~Hack~ ", "~Homebrew~ ", "~Prototype~ ", "~Unlicensed~ ", "~Hack~ ~Demo~ "];
const SUBSETS = [" [Subset - Bonus]", " [Subset - Multi]"];

const NEWEST = Date.parse("2026-07-31T20:15:00Z") / 1000;
const TEN_YEARS = 10 * 365 * 86_400;

/**
 * Rows of a library over many systems and ten years: all award kinds, casual-only play, revised and retired
 * sets, tags, subsets and nulls. Newest unlock first; the same for the same arguments.
 */
export function library(games: number, seed = 1): WireRow[] {
  const random = randomOf(seed);
  const step = Math.max(60, Math.floor(TEN_YEARS / Math.max(games, 1)));
  return Array.from({ length: games }, (_, at) => row(random, at, NEWEST - at * step));
}

/** Numbers from 0 up to 1, the same ones for the same seed (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function row(random: () => number, at: number, unlockedAt: number): WireRow {
  const pick = <T>(values: readonly T[], fallback: T): T =>
    values[Math.floor(random() * values.length)] ?? fallback;
  const [systemId, systemName] = pick(SYSTEMS, [1, "Genesis/Mega Drive"]);
  const tag = random() < 0.12 ? pick(TAGS, "") : "";
  const subset = random() < 0.06 ? pick(SUBSETS, "") : "";
  const title = `${pick(FIRST, "")} ${pick(SECOND, "")}${pick(THIRD, "")}`;
  const possible = 5 + Math.floor(random() * 120);
  const progress = progressOf(random, possible);
  return {
    GameID: 1 + at * 7,
    Title: `${tag}${title}${subset}`,
    ImageIcon: `/Images/${String(Math.floor(random() * 1_000_000)).padStart(6, "0")}.png`,
    ConsoleID: systemId,
    ConsoleName: random() < 0.01 ? null : systemName,
    ...progress,
    MostRecentAwardedDate: wireDate(unlockedAt),
    HighestAwardDate:
      progress.HighestAwardKind && wireDate(unlockedAt - 60 * Math.floor(random() * 60)),
  };
}

type Progress = Pick<
  WireRow,
  "MaxPossible" | "NumAwarded" | "NumAwardedHardcore" | "HighestAwardKind"
>;

function progressOf(random: () => number, possible: number): Progress {
  const progress = (
    MaxPossible: number,
    NumAwarded: number,
    NumAwardedHardcore: number,
    HighestAwardKind: WireRow["HighestAwardKind"],
  ) => ({ MaxPossible, NumAwarded, NumAwardedHardcore, HighestAwardKind });
  const some = 1 + Math.floor(random() * (possible - 1));
  const kind = random();
  if (kind < 0.02) return progress(0, 0, 0, "beaten-hardcore");
  if (kind < 0.04) return progress(possible + 4, possible, possible, "mastered");
  if (kind < 0.05) return progress(possible - 2, possible, possible, "mastered");
  if (kind < 0.25) return progress(possible, possible, possible, "mastered");
  if (kind < 0.32) return progress(possible, possible, some, "completed");
  if (kind < 0.5) return progress(possible, some, some, "beaten-hardcore");
  if (kind < 0.6) return progress(possible, some, 0, "beaten-softcore");
  if (kind < 0.7) return progress(possible, some, 0, null);
  return progress(possible, some, Math.ceil(some / 2), null);
}

/** A date as RA spells it, from epoch seconds. */
function wireDate(epochSeconds: number): string {
  return `${new Date(epochSeconds * 1000).toISOString().slice(0, 19)}+00:00`;
}

/** A ULID that goes with a name: 26 characters of Crockford's alphabet, the first at most 7. */
function ulidOf(name: string): string {
  const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  const bytes = createHash("sha256").update(name.toLowerCase()).digest().subarray(0, 26);
  return [...bytes].map((byte, at) => alphabet[byte % (at === 0 ? 8 : 32)]).join("");
}

function withNumericStrings({ profile, results }: WirePlayer): WirePlayer {
  return {
    profile: { ...profile, TotalPoints: String(profile.TotalPoints) },
    results: results.map((row, at) =>
      at % 3 === 0
        ? { ...row, MaxPossible: String(row.MaxPossible), NumAwarded: String(row.NumAwarded) }
        : row,
    ),
  };
}
