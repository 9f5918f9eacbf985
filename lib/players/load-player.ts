import "server-only";
import { after } from "next/server";
import { type Archive, createArchive } from "@/lib/archive/archive";
import type { Player } from "@/lib/domain/player";
import { InvalidUser, isUpstreamError } from "@/lib/domain/upstream-error";
import { isUlid, isUser } from "@/lib/domain/user";
import { env } from "@/lib/env";
import { createStore } from "@/lib/kv";
import type { Store } from "@/lib/kv/store";
import { LIMITS } from "@/lib/limits";
import { type Outcome, observe } from "@/lib/observe/observe";
import { surfaceOf } from "@/lib/observe/surface";
import { outsideRequest } from "@/lib/outside-request";
import { createRetroAchievements } from "@/lib/retroachievements";
import { upstreamMode } from "@/lib/retroachievements/retroachievements";
import type { Library } from "@/lib/views/library";
import { type Awards, createAwards } from "./awards/award-source";
import { clientAddress, limitClients } from "./client-limit";
import { createGames, type Games } from "./games/game-source";
import { createHiddenPlayers } from "./hidden-players";
import { parseRevision } from "./parse-revision";
import { type CachedPlayer, createPlayerCache, type PlayerCache } from "./player-cache";
import { createRanks, type Ranks } from "./ranks/rank-source";
import { createRecentPlayers, type PlayerFacts } from "./recent-players";
import { createRefusal } from "./refuse-removed";
import { createRemovedPlayers, noticeSeconds } from "./removed-players";
import { serveOnly } from "./served-players";
import { createTimes, type Times } from "./times/times";
import { createUnlocks, type Unlocks } from "./unlocks/unlocks";
import { waitForStore } from "./wait-for-store";
import { warmUpPlayer } from "./warm-up-player";
import { createWatchedPlayers } from "./watched-players";
import { createWatcher, NOTHING_CHECKED, type WatchRun } from "./watcher";

/** The proxy and the pages are bundled apart but run in one process: they share one cache. */
const KEY = Symbol.for("longplay.players");
const shared = globalThis as { [KEY]?: ReturnType<typeof create> };

function players() {
  shared[KEY] ??= create();
  return shared[KEY];
}

function create() {
  const settings = env();
  const ownStore = createStore();
  const hidden = createHiddenPlayers(settings.HIDDEN_PLAYERS ?? [], ownStore, (user) =>
    cache.fetchPair(user),
  );
  const removed = createRemovedPlayers({
    store: ownStore,
    isHidden: hidden.has,
    noticeSeconds: noticeSeconds(settings.CACHE_FRESH_SECONDS),
  });
  const { store } = removed;
  const refusal = createRefusal(removed, hidden);
  const upstream = refusal.upstream(createRetroAchievements());
  const archive = createArchive(store);
  const cache: PlayerCache = refusal.cache(
    createPlayerCache({
      store,
      upstream,
      // Demo players have a made-up history.
      ...(upstream.mode !== "demo" && {
        onSnapshot: (player, ...before) => {
          times?.add(player, false);
          unlocks?.add(player, false);
          return archive.keep(player, ...before);
        },
      }),
      freshSeconds: settings.CACHE_FRESH_SECONDS,
      staleSeconds: settings.CACHE_STALE_SECONDS,
      callsPerMinute: settings.UPSTREAM_REQUESTS_PER_MINUTE,
      v2CallsPerMinute: settings.UPSTREAM_V2_REQUESTS_PER_MINUTE,
    }),
  );
  const checkServed = serveOnly(settings.PLAYERS, cache);
  // A function without a store would begin again and again. Demo players have theirs at once.
  const isForgetful = settings.onVercel && ownStore.name === "embedded";
  const isFilled = upstream.mode !== "demo" && !isForgetful;
  const { callToFill, callForTimes, callV2ForTimes } = cache;
  const { fetchUnlocks, fetchPlayerGames, fetchPlayerAchievementSets, fetchUserProgress } =
    upstream;
  const { hasV2, isV2Refused, fetchPlayerRank, fetchRank, fetchAwards } = upstream;
  const unlocks = isFilled ? createUnlocks({ store, fetchUnlocks, callToFill }) : null;
  const times = isFilled
    ? createTimes({
        ...{ store, callForTimes, callV2ForTimes, hasV2, isV2Refused },
        ...{ fetchPlayerGames, fetchPlayerAchievementSets, fetchUserProgress },
      })
    : null;
  const ranks = createRanks({
    ...{ store, callForTimes, callV2ForTimes, hasV2, isV2Refused },
    ...{ fetchPlayerRank, fetchRank },
  });
  const forget = async (ulid: string) => {
    await Promise.all([times?.forget(ulid), unlocks?.forget(ulid)]);
  };
  // Demo players do not change.
  const watched = upstream.mode === "demo" ? null : createWatchedPlayers(store, Date.now, forget);
  const always = settings.WATCHED_PLAYERS ?? [];
  return {
    cache,
    archive,
    times,
    unlocks,
    games: createGames({
      store,
      fetchGameOfPlayer: upstream.fetchGameOfPlayer,
      calls: cache.gameCalls,
    }),
    ranks,
    awards: createAwards({ store, fetchAwards, callForTimes }),
    store,
    recent: createRecentPlayers(),
    countClient: limitClients(settings.CLIENT_REQUESTS_PER_MINUTE),
    checkServed,
    removed,
    watched,
    watcher: watched && createWatcher({ watched, check: cache.check, checkServed, always }),
  };
}

/** A player as every view gets them. */
export type LoadedPlayer = Omit<CachedPlayer, "refresh" | "stored">;

/**
 * Loads the player that a caller typed: the only way to a player. A stale answer comes at once and is refreshed after
 * the response.
 *
 * @param user a user name in any case, or a ULID
 * @param request the request of the client whose limit counts; left out for what the site loads for itself
 * @throws UpstreamError: `InvalidUser` and `PlayerNotServed` at no cost, `TooManyRequests`,
 *   `PlayerNotFound`, or why RA gave nothing while nothing is stored
 */
export async function loadPlayer(
  user: string,
  request?: Pick<Request, "headers" | "url">,
): Promise<LoadedPlayer> {
  const lent = warmUpPlayer(user);
  if (lent) return { player: lent.player, state: "hit", ageSeconds: 0, refreshError: null };
  const started = performance.now();
  const report = (result: CachedPlayer["state"] | Outcome) => {
    if (!request) return;
    const milliseconds = performance.now() - started;
    observe({ type: "player", surface: surfaceOf(request.url), result, milliseconds });
  };
  try {
    const loaded = await load(user, request);
    report(loaded.state);
    if (request) rememberVisit(loaded.player, surfaceOf(request.url) === "page");
    return loaded;
  } catch (error) {
    if (isUpstreamError(error) && error.code === "player-not-found") players().recent.forget(user);
    report(isUpstreamError(error) ? error.code : "failed");
    throw error;
  }
}

/** A visited player is checked daily for a while, even without further visits, and their times and unlocks are read. */
function rememberVisit(player: Player, isPage: boolean): void {
  const { recent, watched, times, unlocks } = players();
  if (isPage) recent.add(player);
  const write = watched?.add(player);
  if (write) after(() => outsideRequest(write));
  const waits = [times?.add(player, true), unlocks?.add(player, true)];
  if (waits.includes(true)) after(() => fillUp());
}

/** Reads some times and then some unlocks of players who wait for it. Never throws. */
async function fillUp(milliseconds: number = LIMITS.fillingRunMs): Promise<void> {
  const ends = performance.now() + milliseconds;
  await outsideRequest(async () => {
    await players().times?.run(milliseconds);
    await players().unlocks?.run(ends - performance.now());
  });
}

async function load(
  user: string,
  request: Pick<Request, "headers" | "url"> | undefined,
): Promise<LoadedPlayer> {
  if (!isUser(user)) throw new InvalidUser();
  const { cache, checkServed } = players();
  await outsideRequest(() => checkServed(user));
  const { refresh, stored, ...loaded } = await outsideRequest(() =>
    cache.get(user, () => admit(request)),
  );
  // Serverless functions may freeze after the response: wait for what is under way.
  if (refresh) after(() => outsideRequest(refresh).then(() => fillUp()));
  if (stored) after(() => stored);
  return loaded;
}

/**
 * Counts a request against the limit of its client, where RA would be asked on its behalf.
 *
 * @param request left out for what the site loads for itself
 * @throws TooManyRequests
 */
export function admit(request: Pick<Request, "headers"> | undefined): void {
  if (request) players().countClient(clientAddress(request.headers, env().TRUSTED_PROXY));
}

/**
 * Loads what a version of a page is made from: the player as RA described them at the version's time or later, never
 * earlier, in whatever process the page is rendered.
 *
 * @param segment made by {@link viewRevision}
 * @throws UpstreamError
 */
export async function loadPageVersion(segment: string): Promise<Library> {
  const { ulid, checkedAt, isUnanswered } = parseRevision(segment);
  if (!isUlid(ulid)) throw new InvalidUser();
  const lent = warmUpPlayer(ulid);
  if (lent) return { player: lent.player, refreshError: null };
  const { cache, checkServed } = players();
  const { player, refreshError } = await outsideRequest(async () => {
    await checkServed(ulid);
    return cache.getSince(ulid, checkedAt);
  });
  return { player, refreshError: isUnanswered ? (refreshError ?? "unavailable") : null };
}

/**
 * A player to show beside another one: as they are stored, at no cost; null: they are not, or not in time. Demo players
 * always are. Never throws.
 *
 * @param user a user name; of removed players, `withoutRemoved` is asked first
 */
export async function storedPlayer(user: string): Promise<Player | null> {
  if (upstreamMode() === "demo") return (await loadPlayer(user)).player;
  return (await waitForStore(user, () => players().cache.stored(user))).found;
}

/** The players whose pages this process has shown lately, the newest first. Costs no call to RA. */
export async function recentPlayers(): Promise<PlayerFacts[]> {
  const { recent, removed } = players();
  const seen = recent.list();
  await outsideRequest(() => removed.refresh(seen.map(({ ulid }) => ulid)));
  return seen.filter(({ ulid }) => !removed.has(ulid));
}

/** Those of some names that no removed or hidden player has, as far as this process knows. Costs no call to RA. */
export async function withoutRemoved(names: readonly string[]): Promise<string[]> {
  const { removed } = players();
  await outsideRequest(() => removed.refresh(names));
  return names.filter((name) => !removed.has(name));
}

/** Checks some of the players who are due, and reads some times and unlocks of those who wait for it. Never throws. */
export async function checkWatched(): Promise<WatchRun> {
  const started = performance.now();
  const run = await outsideRequest(async () => players().watcher?.run());
  const left = LIMITS.cronRunMs - (performance.now() - started);
  await fillUp(Math.min(left, LIMITS.fillingRunMs));
  return run ?? NOTHING_CHECKED;
}

/** Drops what is kept of players without a visit for long, as the daily checks do. Never throws. */
export async function dropUnvisited(): Promise<void> {
  await outsideRequest(async () => players().watched?.list());
}

/** Stops {@link checkWatched} after the check or call that is under way. */
export function stopWatching(): void {
  players().watcher?.stop();
  players().times?.stop();
  players().unlocks?.stop();
}

/** The store of this process, without removed players. */
export function sharedStore(): Store {
  return players().store;
}

/** The unlocks of this process, for `lib/players/unlocks/load-unlocks.ts`; null: it reads none. */
export function sharedUnlocks(): Unlocks | null {
  return players().unlocks;
}

/** The times of this process, for `lib/players/times/load-times.ts`; null: it reads none. */
export function sharedTimes(): Times | null {
  return players().times;
}

/** The opened games of this process, for `lib/players/games/load-game.ts`. */
export function sharedGames(): Games {
  return players().games;
}

/** The ranks of this process, for `lib/players/ranks/load-ranks.ts`. */
export function sharedRanks(): Ranks {
  return players().ranks;
}

/** The badges of this process, for `lib/players/awards/load-awards.ts`. */
export function sharedAwards(): Awards {
  return players().awards;
}

/** The archive of this process, for `lib/players/load-history.ts`. */
export function sharedArchive(): Archive {
  return players().archive;
}
