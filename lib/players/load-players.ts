import "server-only";
import { InvalidUser, isUpstreamError, type UpstreamError } from "@/lib/domain/upstream-error";
import { isUlid, isUser } from "@/lib/domain/user";
import { type LoadedPlayer, loadPlayer } from "./load-player";

/** Several players, as far as they could be loaded. */
export interface LoadedPlayers {
  /** Each once, in the order in which they were first named. */
  loaded: LoadedPlayer[];
  /** Users who could not be loaded, as they were typed, and why. */
  failed: { user: string; error: UpstreamError }[];
}

/**
 * Loads players at the same time: it takes as long as the slowest, and as many calls as each alone. A player named
 * twice, in another case or by name and ULID, is loaded once: ULIDs wait until the names are known. One failure leaves
 * the others as they are; but if one user is impossible, none is loaded.
 *
 * @param users names or ULIDs; the caller bounds how many
 * @param request as for {@link loadPlayer}
 */
export async function loadPlayers(
  users: readonly string[],
  request: Pick<Request, "headers" | "url">,
): Promise<LoadedPlayers> {
  const impossible = users.filter((user) => !isUser(user));
  if (impossible.length > 0) {
    return { loaded: [], failed: impossible.map((user) => ({ user, error: new InvalidUser() })) };
  }
  const typed = new Map<string, string>();
  for (const user of users) {
    if (!typed.has(user.toLowerCase())) typed.set(user.toLowerCase(), user);
  }
  const results = new Map<string, LoadedPlayer | UpstreamError>();
  const load = (user: string) =>
    loadPlayer(user, request).catch((error: unknown) => {
      if (isUpstreamError(error)) return error;
      throw error;
    });
  const loadAll = (some: string[]) =>
    Promise.all(some.map(async (user) => results.set(user, await load(user))));
  const all = [...typed.values()];
  await loadAll(all.filter((user) => !isUlid(user)));
  await loadAll(all.filter(isUlid));

  const players: LoadedPlayers = { loaded: [], failed: [] };
  const seen = new Set<string>();
  for (const user of all) {
    const result = results.get(user);
    if (isUpstreamError(result)) {
      players.failed.push({ user, error: result });
    } else if (result && !seen.has(result.player.profile.ulid)) {
      seen.add(result.player.profile.ulid);
      players.loaded.push(result);
    }
  }
  return players;
}

/** The age of what is made of several players: that of the oldest. */
export function oldestOf(
  loaded: readonly LoadedPlayer[],
): Pick<LoadedPlayer, "state" | "ageSeconds"> {
  const [oldest] = loaded.toSorted((one, other) => other.ageSeconds - one.ageSeconds);
  return { state: oldest?.state ?? "miss", ageSeconds: oldest?.ageSeconds ?? 0 };
}
