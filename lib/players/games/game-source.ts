import { type Cached, createCachedSource } from "@/lib/cache/cached-source";
import { guardStore } from "@/lib/cache/guarded-store";
import type { LimitedCalls } from "@/lib/cache/limited-calls";
import { createReads, type Lookup, lookupById } from "@/lib/cache/lookup";
import type { FetchContext } from "@/lib/cache/source-options";
import { createTieredCache } from "@/lib/cache/tiered-cache";
import { CACHE_TIMES } from "@/lib/cache-times";
import { InvalidResponse } from "@/lib/domain/upstream-error";
import type { GameFacts, GameOfPlayer } from "@/lib/games/achievement";
import type { Store } from "@/lib/kv/store";
import { LIMITS } from "@/lib/limits";
import type { RetroAchievements } from "@/lib/retroachievements/retroachievements";
import { sealedFacts, sealedPlayed } from "./stored-game";

/** A game of a player, and when RA was asked for each part of it, in epoch milliseconds. */
export interface PlayedGame extends GameOfPlayer {
  fetchedAt: number;
  /** For the facts, which may come from a call about another player. */
  factsAt: number;
}

interface GamesOptions {
  store: Store;
  fetchGameOfPlayer: RetroAchievements["fetchGameOfPlayer"];
  calls: LimitedCalls;
  /** Epoch milliseconds. */
  now?: () => number;
}

/** Games of players, as they are opened. */
export type Games = ReturnType<typeof createGames>;

const idOf = (ulid: string, gameId: number) => `${ulid}:${gameId}`;
const gameIdOf = (id: string) => id.slice(id.indexOf(":") + 1);

/**
 * Makes the cached source of opened games. One call brings what a player has unlocked and the game's facts. The former are
 * stored under the player, the latter once for all players:
 *
 *     longplay:played:{ulid}:{1446}   dates, playtime
 *     longplay:game:{1446}            achievements, rarity; written first, as the other is of no use without it
 */
export function createGames(options: GamesOptions) {
  const { fetchGameOfPlayer, calls, now = Date.now } = options;
  const store = guardStore(options.store, now);
  const facts = createTieredCache<GameFacts & { at: number }>({
    store,
    storeKey: (gameId) => `longplay:game:${gameId}`,
    encode: ({ at, ...value }) => sealedFacts.seal({ value, fetchedAt: at }),
    async decode(text, gameId) {
      const found = await sealedFacts.read(text);
      const isOfGame = found !== null && String(found.value.gameId) === gameId;
      return isOfGame
        ? { value: { ...found.value, at: found.fetchedAt }, fetchedAt: found.fetchedAt }
        : null;
    },
    sizeOf: ({ achievements }) => achievements.length + 1,
    maxSize: LIMITS.achievementsInMemory,
    maxWrites: LIMITS.gameLoadsUnderWay,
    freshSeconds: CACHE_TIMES.gameFacts.seconds,
    staleSeconds: 0,
    now,
  });
  const values = createTieredCache<PlayedGame>({
    store,
    storeKey: (id) => `longplay:played:${id}`,
    async encode({ own, fetchedAt, facts: { gameId }, ...value }) {
      const known = facts.peek(String(gameId));
      if (known && known.fetchedAt === value.factsAt) await facts.write(known, []);
      return sealedPlayed.seal({ value: own, fetchedAt });
    },
    async decode(text, id) {
      const known = facts.peek(gameIdOf(id));
      const found = known && facts.freshness.isUsable(known) && (await sealedPlayed.read(text));
      if (!found) return null;
      const { at: factsAt, ...game } = known.value;
      const { value: own, fetchedAt } = found;
      return { value: { facts: game, own, fetchedAt, factsAt }, fetchedAt };
    },
    sizeOf: (value) => value.facts.achievements.length + value.own.dates.length + 1,
    maxSize: LIMITS.achievementsInMemory,
    maxWrites: LIMITS.gameLoadsUnderWay,
    freshSeconds: CACHE_TIMES.playedGame.seconds,
    staleSeconds: CACHE_TIMES.gameFacts.seconds - CACHE_TIMES.playedGame.seconds,
    now,
  });

  const reads = createReads();
  const lookup: Lookup<PlayedGame> = {
    ...lookupById(values),
    readFromStore: (id) =>
      reads.run(id, async () => {
        const gameId = gameIdOf(id);
        const [played, game] =
          (await store.getMany([`longplay:played:${id}`, `longplay:game:${gameId}`])) ?? [];
        await facts.keepStored(gameId, game);
        await values.keepStored(id, played);
      }),
  };

  async function fetch(id: string, { acquire }: FetchContext<PlayedGame>) {
    const [ulid = "", gameId] = id.split(":");
    await acquire(1);
    const fetchedAt = now();
    const game = await fetchGameOfPlayer(ulid, Number(gameId));
    // The player's list has the game, and a set with achievements: RA says the same of a player that it does not find.
    if (!game || game.facts.achievements.length === 0) throw new InvalidResponse();
    facts.keep({ id: String(gameId), value: { ...game.facts, at: fetchedAt }, fetchedAt });
    return { id, value: { ...game, fetchedAt, factsAt: fetchedAt }, fetchedAt };
  }

  const source = createCachedSource<PlayedGame>({
    name: "game",
    values,
    store,
    calls,
    firstCalls: 1,
    maxLoads: LIMITS.gameLoadsUnderWay,
    lockKey: (id) => `longplay:lock:${id}`,
    fetch,
    lookup,
    now,
  });

  return {
    /**
     * A game that a player's list has.
     *
     * @param ulid in lower case
     * @param since when the player unlocked something in it last, in epoch milliseconds: what was fetched before is
     *   refreshed first
     * @param admit is called before RA would be asked on this caller's behalf; what it throws goes to this caller alone
     * @throws UpstreamError where there is nothing stored and RA gave nothing
     */
    get: (
      ulid: string,
      gameId: number,
      since: number,
      admit?: () => void,
    ): Promise<Cached<PlayedGame>> => source.getUpdated(idOf(ulid, gameId), since, admit),
  };
}
