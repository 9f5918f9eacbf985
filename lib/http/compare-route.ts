import { compareQueryOf } from "@/lib/compare/compare-query";
import { loadPlayers, oldestOf } from "@/lib/players/load-players";
import { viewRevision } from "@/lib/players/view-revision";
import { compareJson } from "./compare-json";
import { readUsers, SAME_PLAYER } from "./compare-parameters";
import { readQuery } from "./list-parameters";
import { json } from "./player-route";
import { readTimes } from "./player-times";
import { primaryError } from "./primary-error";
import { invalidParameters, upstreamProblem } from "./problem";
import { responseCache } from "./response-cache";

/**
 * A route handler for a comparison, as `playerRoute` is for one player: bad parameters are 422 before anything is
 * loaded, the problem names the players who could not be loaded, and responses are cached.
 */
export function compareRoute() {
  const respond = responseCache();
  return async (request: Request): Promise<Response> => {
    const parameters = new URL(request.url).searchParams;
    const given = readUsers(parameters);
    if ("errors" in given) return invalidParameters(given.errors);
    const asked = readQuery(compareQueryOf(given.query.length), parameters);
    if ("errors" in asked) return invalidParameters(asked.errors);
    if (countSpellings(given.query) < 2) return invalidParameters([SAME_PLAYER]);

    const { loaded, failed } = await loadPlayers(given.query, request);
    const failure = primaryError(failed);
    if (failure) return upstreamProblem(failure.error, failure.users);
    if (loaded.length < 2) return invalidParameters([SAME_PLAYER]);
    // Who was named twice is one: a filter may have been about one of two who are the same.
    const read = readQuery(compareQueryOf(loaded.length), parameters);
    if ("errors" in read) return invalidParameters(read.errors);
    const times = await Promise.all(loaded.map(({ player }) => readTimes(player)));
    const revisions = await Promise.all(
      loaded.map((each, at) => viewRevision("comparison", each, [times[at]?.version ?? ""])),
    );
    return respond(request, oldestOf(loaded), JSON.stringify([revisions, read.query]), () =>
      json(
        compareJson(
          loaded,
          read.query,
          times.map(({ value }) => value),
        ),
      ),
    );
  };
}

function countSpellings(users: readonly string[]): number {
  return new Set(users.map((user) => user.toLowerCase())).size;
}
