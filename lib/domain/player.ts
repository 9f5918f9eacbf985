/** Award kinds, as RA's API spells them. Its "softcore" is "casual" on pages. */
export const AWARD_KINDS = ["mastered", "completed", "beaten-hardcore", "beaten-softcore"] as const;

/** One of RA's four award kinds; a game without one has null instead. */
export type AwardKind = (typeof AWARD_KINDS)[number];

/** RA's Events system, which is left out unless it is chosen. */
export const EVENTS_SYSTEM_ID = 101;

/** Profile of a player: RA's API_GetUserProfile, under this site's names. */
export interface Profile {
  /** Display name, 2–20 letters and digits. It can change; `ulid` cannot. */
  name: string;
  /** 26 characters, upper case. */
  ulid: string;
  /** Path below the media base, such as `/UserPic/Name.png`. */
  avatarPath: string;
  /** UTC, in epoch seconds. */
  memberSince: number;
  /** Hardcore points. */
  points: number;
  /** Casual ("softcore" on the wire) points. */
  casualPoints: number;
  /** RetroPoints: hardcore points weighted by rarity. */
  retroPoints: number;
  /** May be empty. */
  motto: string;
  /** The last rich presence message, in one line. RA sends no date with it; it can be years old. Empty if there is none. */
  lastSeen: string;
  /** The game of `lastSeen`, which need not be in the library; null if RA names none. */
  lastGameId: number | null;
}

/** One game with progress, as RA lists it. */
export interface Game {
  /** RA's game id, unique in a library. */
  id: number;
  /** As RA spells it, with `~Tag~` and `[Subset - …]` still in it. */
  title: string;
  /** Path below the media base, such as `/Images/074560.png`. */
  iconPath: string;
  /** RA's console id; {@link EVENTS_SYSTEM_ID} is Events. */
  systemId: number;
  /** Null where RA does not name the console. */
  systemName: string | null;
  /** Achievements in the set now; 0 for a retired set. */
  maxPossible: number;
  /** Unlocked in any mode. Can exceed `maxPossible` after a revision. */
  numAwarded: number;
  numAwardedHardcore: number;
  /** UTC, in epoch seconds; null where RA has no date. */
  mostRecentAwardedAt: number | null;
  highestAwardKind: AwardKind | null;
  /** UTC, in epoch seconds. */
  highestAwardAt: number | null;
}

/** A snapshot of one player: the value that is stored, and the source of every view. */
export interface Player {
  profile: Profile;
  /** In RA's order: newest unlock first, no game twice. */
  games: Game[];
  /** Time of the snapshot, in epoch milliseconds. */
  checkedAt: number;
}

/** Unreadable rows of RA's list, of games that no snapshot has. */
export interface UnreadRows {
  /** RA's game ids. */
  ids: readonly number[];
  /** Number of further rows without a readable id. */
  withoutId: number;
}
