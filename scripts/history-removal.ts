import { isUlid, isUser } from "@/lib/domain/user";
import { env } from "@/lib/env";
import { type KeptStore, openFormerFolder, openKeptStore } from "@/lib/kv";
import { LIMITS } from "@/lib/limits";
import { findUlid, forgetPlayer, rememberPlayer } from "@/lib/players/forget-player";
import { noticeSeconds } from "@/lib/players/removed-players";
import { createRetroAchievements } from "@/lib/retroachievements";

/**
 * Removes a player from all stores of this machine's settings, or lifts that.
 *
 * @param user a name in any case, or a ULID
 * @param tell is given what was done, in sentences for the owner
 * @returns whether it was done
 * @throws Error in words for the owner
 */
export async function runRemoval(
  what: "forget" | "remember",
  user: string,
  tell: (text: string) => void,
): Promise<boolean> {
  if (!isUser(user)) {
    tell(`${user} is not a user name of RetroAchievements, and not a ULID.`);
    return false;
  }
  const stores = [await openKeptStore(false)];
  try {
    const former = await openFormerFolder();
    if (former) stores.push(former);
    return await (what === "forget" ? forget : remember)(user, stores, tell);
  } finally {
    await Promise.all(stores.map(({ close }) => close()));
  }
}

async function forget(
  user: string,
  stores: readonly KeptStore[],
  tell: (text: string) => void,
): Promise<boolean> {
  const names = isUlid(user) ? [] : [user.toLowerCase()];
  const ulid = await ulidOf(user, stores);
  if (ulid === null) {
    tell(
      `Neither RetroAchievements nor the store knows ${user} now. If there is such a player, give the ULID: npm run history -- forget ULID`,
    );
    return false;
  }
  for (const { store, place, compact } of stores) {
    const keys = await forgetPlayer(store, ulid, names);
    await compact();
    tell(`${keys} keys were taken from ${place}.`);
  }
  const seconds = noticeSeconds(env().CACHE_FRESH_SECONDS);
  tell(
    `${user} (${ulid.toUpperCase()}) is removed. Servers that run now notice within ${seconds} seconds. What others have copied stays there: image proxies of GitHub and Discord, a CDN or nginx before the site, exports of the history, and backups of the store.`,
  );
  return true;
}

async function remember(
  user: string,
  stores: readonly KeptStore[],
  tell: (text: string) => void,
): Promise<boolean> {
  const ulid = await ulidOf(user, stores);
  let isLifted = false;
  for (const { store } of stores) {
    isLifted = (await rememberPlayer(store, ulid === null ? [user] : [user, ulid])) || isLifted;
  }
  // A server remembers also that a player was not found.
  const seconds = noticeSeconds(env().CACHE_FRESH_SECONDS) + LIMITS.notFoundSeconds;
  tell(
    isLifted
      ? `${user} is shown again, by servers that run now within ${seconds} seconds; what was kept until then is gone.`
      : `${user} was not removed. A name that RetroAchievements does not tell of now needs the ULID.`,
  );
  return isLifted;
}

/** RA knows whose a name is now; the store knows who had it when RA was last asked. */
async function ulidOf(user: string, stores: readonly KeptStore[]): Promise<string | null> {
  if (isUlid(user)) return user.toLowerCase();
  if (env().RA_WEB_API_KEY) {
    const pair = await createRetroAchievements()
      .fetchPair(user)
      .catch(() => null);
    if (pair) return pair.ulid.toLowerCase();
  }
  for (const { store } of stores) {
    const ulid = await findUlid(store, user);
    if (ulid !== null) return ulid;
  }
  return null;
}
