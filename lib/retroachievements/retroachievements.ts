import type { Player, Profile } from "@/lib/domain/player";
import { env } from "@/lib/env";
import type { GameOfPlayer } from "@/lib/games/achievement";
import type { V2Endpoint } from "@/lib/observe/observe";
import type { GameTime } from "@/lib/times/game-time";
import type { Unlock, UnlockName } from "@/lib/unlocks/unlock";

/** The base of demo images, which this site draws itself. */
const DEMO_MEDIA_BASE = "/demo-media";

/** The upstream: RA's web API, or the built-in demo players of a site without a key. */
export interface RetroAchievements {
  readonly mode: "retroachievements" | "demo";
  /** Whether API v2 is asked; else it counts as off. */
  readonly hasV2: boolean;
  /** Whether an endpoint of API v2 has refused this process within a day: it is not asked, and its functions say so at no cost. */
  isV2Refused(endpoint: V2Endpoint): boolean;
  /**
   * Fetches a player.
   *
   * @param user a user name in any case, or a ULID
   * @throws UpstreamError
   */
  fetchPlayer(user: string, options?: FetchOptions): Promise<FetchedPlayer>;
  /**
   * Whether the number of games or the newest game differs from the known ones, in one small call. Misses changes that
   * do not move a game to the top of RA's list, such as a revised set or a new name.
   *
   * @param known requested by ULID; a player without games always has news
   * @throws UpstreamError
   */
  hasNews(known: FetchedPlayer): Promise<boolean>;
  /**
   * The name and the ULID of a player, in one call.
   *
   * @param user a user name in any case, or a ULID
   * @throws UpstreamError
   */
  fetchPair(user: string): Promise<Pick<Profile, "name" | "ulid">>;
  /**
   * A player's unlocks of a period, oldest first, in pages of one call each. An unknown player has none.
   *
   * @param user a user name in any case, or a ULID
   * @throws UpstreamError, after which reading can go on from the last page's `next`
   */
  fetchUnlocks(user: string, period: UnlockPeriod): AsyncGenerator<UnlockPage, void, undefined>;
  /**
   * A player's games with playtimes and dates, the last played first, in pages of one call to API v2 each. Ends after the last page, or
   * where v2 is not available.
   *
   * @param user a user name in any case, or a ULID
   * @throws UpstreamError, after which reading can go on from the page that failed
   */
  fetchPlayerGames(
    user: string,
    options?: PagesOptions,
  ): AsyncGenerator<V2Page<PlayedGame> | V2Unavailable, void, undefined>;
  /** Their achievement sets with points, times and rarity, the last unlocked first, as {@link fetchPlayerGames}. */
  fetchPlayerAchievementSets(
    user: string,
    options?: PagesOptions,
  ): AsyncGenerator<V2Page<PlayedSet> | V2Unavailable, void, undefined>;
  /**
   * A player's ranks, and what is being played, in one call to API v2.
   *
   * @param user a user name in any case, or a ULID
   * @throws UpstreamError
   */
  fetchPlayerRank(user: string): Promise<V2Answer<PlayerRank>>;
  /**
   * The same of v1, in one call: the rank in hardcore mode only, since v1 dates nothing that is being played.
   *
   * @param user a user name in any case, or a ULID
   * @throws UpstreamError
   */
  fetchRank(user: string): Promise<PlayerRank>;
  /**
   * A player's points in games, with one call for 500 of them. An unknown player has none in any game.
   *
   * @param user a user name in any case, or a ULID
   * @param acquire asks the rate limiter before each call, as in {@link FetchOptions}
   * @throws UpstreamError, or what `acquire` throws
   */
  fetchUserProgress(
    user: string,
    gameIds: readonly number[],
    acquire?: FetchOptions["acquire"],
  ): Promise<GamePoints[]>;
  /**
   * A game's achievements and what a player has unlocked of them, in one call. Null: there is no such player or game.
   *
   * @param user a user name in any case, or a ULID
   * @throws UpstreamError
   */
  fetchGameOfPlayer(user: string, gameId: number): Promise<GameOfPlayer | null>;
  /**
   * A player's badges of events and of the site, newest first, in one call. Hidden ones are not among them; an unknown
   * player has none.
   *
   * @param user a user name in any case, or a ULID
   * @throws UpstreamError
   */
  fetchAwards(user: string): Promise<SiteBadge[]>;
}

/** From which page of API v2 to read. */
export interface PagesOptions extends Pick<FetchOptions, "acquire"> {
  /** From 1, the default. */
  page?: number;
}

/** One page of API v2. */
export interface V2Page<Row> {
  state: "ok";
  rows: Row[];
  page: number;
  isLast: boolean;
}

/**
 * Why API v2 cannot be had. `off`: this site does not ask it. `refused`: the key does not open it. `not-found`: it does not
 * find the player, such as one with an unverified address. `unknown-format`: what it sends cannot be read.
 */
export interface V2Unavailable {
  state: "unavailable";
  reason: "off" | "refused" | "not-found" | "unknown-format";
}

/** One answer of API v2, or why it cannot be had. */
export type V2Answer<Content> = { state: "ok"; content: Content } | V2Unavailable;

/** What API v2 says about a player's game. */
export type PlayedGame = { lastPlayedAt: number | null } & Pick<
  GameTime,
  | "gameId"
  | "playtime"
  | "firstUnlockAt"
  | "beatenAt"
  | "beatenHardcoreAt"
  | "timeToBeat"
  | "timeToBeatHardcore"
  | "medianBeatMinutes"
  | "medianBeatHardcoreMinutes"
  | "playersHardcore"
>;

/** What API v2 says about a player's achievement set, under the game whose set it is. */
export type PlayedSet = { lastUnlockAt: number | null } & Pick<
  GameTime,
  | "gameId"
  | "completedAt"
  | "masteredAt"
  | "timeToComplete"
  | "timeToMaster"
  | "points"
  | "pointsHardcore"
  | "retroPoints"
  | "pointsTotal"
  | "medianCompleteMinutes"
  | "medianMasterMinutes"
  | "timesMastered"
  | "isSubset"
>;

/** A rank among all players of a mode. */
export interface Rank {
  rank: number;
  /** How many players are ranked; null: unknown. */
  of: number | null;
}

/** What RA says about a player's rank. */
export interface PlayerRank {
  /** Null: unranked, or unknown. */
  hardcore: Rank | null;
  casual: Rank | null;
  /** The last rich presence message and its date in epoch seconds; null where RA dates none, as v1. */
  playing: { text: string; at: number } | null;
}

/** A badge that is not for progress in a game. */
export interface SiteBadge {
  /** RA's `AwardType`, such as `Event` or `Patreon Supporter`; there are new ones over time. */
  kind: string;
  /** Of an event; null for others. */
  title: string | null;
  /** Path below the media base; null if it has no picture. */
  iconPath: string | null;
  /** In epoch seconds. */
  at: number;
}

/** A player's points in a game. RA says zeros of a game that it does not know. */
export interface GamePoints {
  gameId: number;
  /** Of all achievements that are published now. */
  possible: number;
  /** Won in any mode. */
  won: number;
  wonHardcore: number;
}

/** Which unlocks to read. */
export interface UnlockPeriod {
  /** The first second and the last, since 1970. */
  from: number;
  to: number;
  /** Asks the rate limiter before each call, as in {@link FetchOptions}. */
  acquire?: FetchOptions["acquire"];
}

/** Unlocks of one call, without those that the call before brought, and without copies of events. */
export interface UnlockPage {
  unlocks: Unlock[];
  /** In the order of `unlocks`. */
  names: UnlockName[];
  /** The second from which reading goes on; null: the period is read to its end. */
  next: number | null;
  /** The second before `next` has more unlocks than a call can bring: the others are missing, and the pages end here. */
  isCut: boolean;
}

/** A player, and when the whole list was last read, not only its newest rows. */
export interface FetchedPlayer {
  player: Player;
  /** Epoch milliseconds. */
  readWholeAt: number;
  /** Rows of RA's list that are no games here, in RA's order; they count in its `Total`. Absent if there are none. */
  leftOut?: LeftOutRow[] | undefined;
}

/** A row that RA's own page filters out, or an unreadable one of an unknown game. */
export interface LeftOutRow {
  /** The number of games before it. */
  after: number;
  /** RA's game id; null if it is unreadable. */
  id: number | null;
  isUnreadable: boolean;
}

/** What a fetch can reuse, and what it must read. */
export interface FetchOptions {
  /** The known player: only newer rows are read if they fit. An unreadable row keeps its known game. */
  known?: FetchedPlayer | null;
  /** Reads the whole list in any case. */
  readsWhole?: boolean;
  /** The stored player of a ULID (in any case), for unreadable rows of a player who was requested by name. */
  storedOf?: (ulid: string) => Promise<FetchedPlayer | null>;
  /**
   * Asks the rate limiter before calls are made.
   *
   * @throws UpstreamError if they may not be made now
   */
  acquire?: (calls: number) => Promise<void>;
}

/** Whether the site uses RA or demo players. */
export function upstreamMode(): RetroAchievements["mode"] {
  return env().RA_WEB_API_KEY ? "retroachievements" : "demo";
}

/** Whether this site asks RA's API v2. */
export function asksV2(): boolean {
  return upstreamMode() !== "demo" && env().RA_API_V2_BASE_URL !== "";
}

/** The base of icon and avatar paths, without a trailing slash: RA's media host, or this site's own path. */
export function mediaBase(): string {
  return upstreamMode() === "demo" ? DEMO_MEDIA_BASE : env().RA_MEDIA_BASE_URL;
}

/** The base of RA's pages about games and players, without a trailing slash; null for demo players. */
export function siteBase(): string | null {
  return upstreamMode() === "demo" ? null : env().RA_SITE_BASE_URL;
}

/** The base of RA's pages about games, to be followed by `/{id}`; null for demo players. */
export function gameBase(): string | null {
  const base = siteBase();
  return base && `${base}/game`;
}
