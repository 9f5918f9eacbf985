import "server-only";
import { InvalidUser, isUpstreamError, type UpstreamError } from "@/lib/domain/upstream-error";
import { isUlid, isUser } from "@/lib/domain/user";
import { type LoadedPlayer, loadPlayer } from "./load-player";

/** Several players, as far as they could be had. */
export interface LoadedPlayers {
  /** Each once, in the order in which they were first named. */
  loaded: LoadedPlayer[];
  /** Whom nothing could be had of, as they were typed, and why. */
  failed: { user: string; error: UpstreamError }[];
}

/**
 * Loads players side by side: it takes as long as the slowest of them, and asks RA for what each takes alone.
 * Who is named twice, in whatever case or once by ULID, is one player and is loaded once: where there are names and
 * ULIDs, the ULIDs wait until it is known whose names those are. One who fails leaves the others as they are; but
 * where one cannot be a user at all, nobody is asked for.
 *
 * @param users names or ULIDs; how many there may be is the caller's to bound
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
  const loadAll = (some: string[]) =>
    Promise.all(some.map(async (user) => results.set(user, await settle(user, request))));
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

async function settle(
  user: string,
  request: Pick<Request, "headers" | "url">,
): Promise<LoadedPlayer | UpstreamError> {
  try {
    return await loadPlayer(user, request);
  } catch (error) {
    if (isUpstreamError(error)) return error;
    throw error;
  }
}

/** How old a whole is that is made of several players: as the one whom RA was asked about longest ago. */
export function oldestOf(
  loaded: readonly LoadedPlayer[],
): Pick<LoadedPlayer, "state" | "ageSeconds"> {
  return loaded.reduce<Pick<LoadedPlayer, "state" | "ageSeconds">>(
    (oldest, { state, ageSeconds }) =>
      ageSeconds > oldest.ageSeconds ? { state, ageSeconds } : oldest,
    { state: loaded[0]?.state ?? "miss", ageSeconds: loaded[0]?.ageSeconds ?? 0 },
  );
}
