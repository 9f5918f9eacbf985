import type { Player, Profile } from "@/lib/domain/player";
import { env } from "@/lib/env";

/** The base of demo images: this site draws them itself. */
const DEMO_MEDIA_BASE = "/demo-media";

/** Where players come from: RA's web API, or the built-in demo library when the site has no key. */
export interface RetroAchievements {
  readonly mode: "retroachievements" | "demo";
  /**
   * One player as RA knows them now.
   *
   * @param user a user name in any case, or a ULID
   * @throws UpstreamError
   */
  fetchPlayer(user: string, options?: FetchOptions): Promise<FetchedPlayer>;
  /**
   * Whether RA has as many games of a player as are known, and the one played last as it is known: in one small
   * call. What moves no game to the top of RA's list, such as a set's revision or a new name, does not show in it.
   *
   * @param known asked for by ULID; of a player without a game nothing can be told from a list
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
}

/** A player, and when RA was last asked for the whole list and not only for its newest rows. */
export interface FetchedPlayer {
  player: Player;
  /** Epoch milliseconds. */
  readWholeAt: number;
  /** Rows of RA's list that are no games here, in RA's order; they count in its `Total`. Absent where there are none. */
  leftOut?: LeftOutRow[] | undefined;
}

/** A row that RA's own filter means to leave out, or that cannot be read while nothing is known of its game. */
export interface LeftOutRow {
  /** How many of the games stand before it. */
  after: number;
  /** RA's game id; null where it cannot be read. */
  id: number | null;
  isUnreadable: boolean;
}

/** What a fetch may build on, and what it has to ask for. */
export interface FetchOptions {
  /**
   * What is known already: only what is newer is read, unless that does not fit together with it. A row that cannot be
   * read is the game that is known.
   */
  known?: FetchedPlayer | null;
  /** Reads the whole list, whatever is known. */
  readsWhole?: boolean;
  /** What is known of a player (a ULID in any case) whom a name turned out to mean, for rows that cannot be read. */
  storedOf?: (ulid: string) => Promise<FetchedPlayer | null>;
  /**
   * Waits for leave to make so many calls.
   *
   * @throws UpstreamError if they may not be made now
   */
  acquire?: (calls: number) => Promise<void>;
}

/** Whether the site runs on RA or on demo players. */
export function upstreamMode(): RetroAchievements["mode"] {
  return env().RA_WEB_API_KEY ? "retroachievements" : "demo";
}

/** The base of icon and avatar paths, without a slash at its end: RA's media host, or this site's own. */
export function mediaBase(): string {
  return upstreamMode() === "demo" ? DEMO_MEDIA_BASE : env().RA_MEDIA_BASE_URL;
}

/**
 * The base of RA's pages about games and players, without a slash at its end; null for demo players, of
 * whom RA knows nothing.
 */
export function siteBase(): string | null {
  return upstreamMode() === "demo" ? null : env().RA_SITE_BASE_URL;
}

/** What stands before `/{id}` in the address of RA's page about a game; null for demo players. */
export function gameBase(): string | null {
  const base = siteBase();
  return base && `${base}/game`;
}
