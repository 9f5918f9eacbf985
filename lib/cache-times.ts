import { DAY_SECONDS } from "./domain/days";

/** A place that caches: the reader's browser, a CDN or proxy before the site, this process, the store. */
type Cache = "browser" | "CDN" | "memory" | "store";

interface CacheTime {
  seconds: number;
  where: readonly Cache[];
  /** What is cached. */
  what: string;
}

/**
 * How long each thing is cached, but for players: CACHE_FRESH_SECONDS and CACHE_STALE_SECONDS are settings.
 * `docs/architecture.md` lists this table, which a test holds to.
 */
export const CACHE_TIMES = {
  notFound: {
    seconds: 60,
    where: ["CDN", "memory", "store"],
    what: "that a player does not exist, other answers that cannot change in a minute, and redirects; an error card or badge in browsers too",
  },
  stale: {
    seconds: 60,
    where: ["CDN"],
    what: "an answer that was stale here already, beyond its time (`stale-while-revalidate`)",
  },
  openApi: { seconds: 300, where: ["CDN"], what: "`/api/openapi.json`" },
  fixedCard: {
    seconds: 3600,
    where: ["browser", "CDN"],
    what: "the page of a card for OBS, and the cards of demo players on the home page",
  },
  demoImage: {
    seconds: 365 * DAY_SECONDS,
    where: ["browser", "CDN"],
    what: "images of the demo players",
  },
  preflight: {
    seconds: DAY_SECONDS,
    where: ["browser"],
    what: "what a page of another site may send (CORS, in `next.config.mjs`)",
  },
  image: {
    seconds: 30 * DAY_SECONDS,
    where: ["store"],
    what: "an avatar or icon of a card; in memory for as long as there is room",
  },
  imageFailure: { seconds: 60, where: ["memory"], what: "that such an image could not be loaded" },
  history: {
    seconds: 10,
    where: ["memory"],
    what: "the history of a player, until there is a newer snapshot",
  },
  historyHead: { seconds: 30, where: ["memory"], what: "the list of a history's days" },
  unlocks: {
    seconds: 60,
    where: ["memory"],
    what: "the sums of a player's unlocks, and the player's times, which this server may have to read again for what others have added",
  },
  unlocksFilling: {
    seconds: 10,
    where: ["CDN", "memory"],
    what: "the same while they are being read, and that there is nothing yet; in CDNs the pages that show them",
  },
  playedGame: {
    seconds: DAY_SECONDS,
    where: ["memory", "store"],
    what: "what a player has unlocked in a game that was opened, unless the list says that there is more; six days longer while it is refreshed",
  },
  gameFacts: {
    seconds: 7 * DAY_SECONDS,
    where: ["memory", "store"],
    what: "the achievements of a game and their rarity, for all players",
  },
  ranks: {
    seconds: 900,
    where: ["memory", "store"],
    what: "a player's ranks, and what the player is playing",
  },
  oldRanks: {
    seconds: DAY_SECONDS,
    where: ["memory", "store"],
    what: "the same while they are refreshed",
  },
  awards: {
    seconds: DAY_SECONDS,
    where: ["memory", "store"],
    what: "a player's badges of events and of the site",
  },
  oldAwards: {
    seconds: 7 * DAY_SECONDS,
    where: ["memory", "store"],
    what: "these badges while they are refreshed",
  },
  storeRead: {
    seconds: 10,
    where: ["memory"],
    what: "that the store has nothing newer than a stale player or image in memory",
  },
  limiterState: {
    seconds: 3600,
    where: ["store"],
    what: "the rate limiter's recent requests, and the state of the circuit breaker",
  },
  recentView: {
    seconds: 3600,
    where: ["memory"],
    what: "that somebody looked at a player, for the home page",
  },
  watchedPlayer: {
    seconds: 30 * DAY_SECONDS,
    where: ["store"],
    what: "that somebody looked at a player, for the daily check",
  },
  unlooked: {
    seconds: 90 * DAY_SECONDS,
    where: ["store"],
    what: "a player's unlocks and times, after somebody last looked at the player",
  },
  nameOwner: {
    seconds: DAY_SECONDS,
    where: ["store"],
    what: "which player has a removed or hidden name",
  },
} as const satisfies Record<string, CacheTime>;
