import { CACHE_TIMES } from "@/lib/cache-times";
import { isUpstreamError } from "@/lib/domain/upstream-error";
import { isUlid, isUser } from "@/lib/domain/user";
import { env } from "@/lib/env";
import { type DurableStore, openDurableStore, openFormerFolder } from "@/lib/kv";
import { findUlid, forgetPlayer, rememberPlayer } from "@/lib/players/forget-player";
import { noticeSeconds } from "@/lib/players/removed-players";
import { createRetroAchievements } from "@/lib/retroachievements";

/**
 * Removes a player from all stores of this machine's settings, or lifts that.
 *
 * @param user a name in any case, or a ULID
 * @param print is called with sentences for the owner
 * @returns whether it was done
 * @throws Error in words for the owner
 */
export async function runRemoval(
  what: "forget" | "remember",
  user: string,
  print: (text: string) => void,
): Promise<boolean> {
  if (!isUser(user)) {
    print(`${user} is not a user name of RetroAchievements, and not a ULID.`);
    return false;
  }
  // A tombstone is written into an empty store too.
  const stores = [await openDurableStore(what === "forget")];
  try {
    const former = await openFormerFolder();
    if (former) stores.push(former);
    return await (what === "forget" ? forget : remember)(user, stores, print);
  } finally {
    await Promise.all(stores.map(({ close }) => close()));
  }
}

async function forget(
  user: string,
  stores: readonly DurableStore[],
  print: (text: string) => void,
): Promise<boolean> {
  const names = isUlid(user) ? [] : [user.toLowerCase()];
  const ulid = await ulidOf(user, stores);
  if (ulid === null) {
    print(
      `RetroAchievements does not say who ${user} is, and what is stored does not name one player for certain. Please give the ULID: npm run history -- forget ULID`,
    );
    return false;
  }
  for (const { store, place, compact } of stores) {
    const keys = await forgetPlayer(store, ulid, names);
    await compact();
    print(`${keys} keys were taken from ${place}.`);
  }
  const seconds = noticeSeconds(env().CACHE_FRESH_SECONDS);
  print(
    `${user} (${ulid.toUpperCase()}) is removed. Servers that run now notice within ${seconds} seconds. What others have copied stays there: image proxies of GitHub and Discord, a CDN or nginx before the site, exports of the history, and backups of the store.`,
  );
  return true;
}

async function remember(
  user: string,
  stores: readonly DurableStore[],
  print: (text: string) => void,
): Promise<boolean> {
  const ulid = await ulidOf(user, stores);
  let isLifted = false;
  for (const { store } of stores) {
    isLifted = (await rememberPlayer(store, ulid === null ? [user] : [user, ulid])) || isLifted;
  }
  // A server also caches that a player was not found.
  const seconds = noticeSeconds(env().CACHE_FRESH_SECONDS) + CACHE_TIMES.notFound.seconds;
  print(
    isLifted
      ? `${user} is shown again, by servers that run now within ${seconds} seconds; what was kept until then is gone.`
      : `${user} was not removed. If RetroAchievements does not know the name now, give the ULID.`,
  );
  return isLifted;
}

/**
 * The ULID of a user: RA knows who has a name now. If it does not answer, the stored names must be unambiguous.
 *
 * @returns null: no player for certain
 * @throws Error in words for the owner: RA could not be asked
 */
async function ulidOf(user: string, stores: readonly DurableStore[]): Promise<string | null> {
  if (isUlid(user)) return user.toLowerCase();
  if (env().RA_WEB_API_KEY) {
    try {
      return (await createRetroAchievements().fetchPair(user)).ulid.toLowerCase();
    } catch (error) {
      if (!isUpstreamError(error)) throw error;
      if (error.code !== "player-not-found") {
        throw new Error(
          `RetroAchievements did not answer (${error.code}), so it is not known who ${user} is now. Try again later, or give the ULID.`,
        );
      }
    }
  }
  const kept = stores.map(({ store }) => store);
  return findUlid(kept, user);
}
