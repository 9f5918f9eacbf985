import { type CompareQuery, compareQueryOf } from "@/lib/compare/compare-query";
import { loadPlayers, oldestOf } from "@/lib/players/load-players";
import { compareJson } from "./compare-json";
import { readUsers, SAME_PLAYER } from "./compare-parameters";
import { keepAnswers } from "./kept-answers";
import { readQuery } from "./list-parameters";
import { json } from "./player-route";
import { invalidParameters, upstreamProblem } from "./problem";
import { toldFailure } from "./told-failure";

/**
 * A route handler that puts players side by side, as `playerRoute` answers about one: bad parameters are 422 before
 * anything is loaded, who cannot be had is named in the problem, and what was written is kept.
 */
export function compareRoute() {
  const answer = keepAnswers();
  return async (request: Request): Promise<Response> => {
    const parameters = new URL(request.url).searchParams;
    const given = readUsers(parameters);
    if ("errors" in given) return invalidParameters(given.errors);
    const asked = readQuery(compareQueryOf(given.asked.length), parameters);
    if ("errors" in asked) return invalidParameters(asked.errors);
    if (countSpellings(given.asked) < 2) return invalidParameters([SAME_PLAYER]);

    const { loaded, failed } = await loadPlayers(given.asked, request);
    const failure = toldFailure(failed);
    if (failure) return upstreamProblem(failure.error, failure.users);
    if (loaded.length < 2) return invalidParameters([SAME_PLAYER]);
    // Who was named twice is one: a filter may have been about one of two who are the same.
    const read = readQuery(compareQueryOf(loaded.length), parameters);
    if ("errors" in read) return invalidParameters(read.errors);
    return answer(request, oldestOf(loaded), keyOf(loaded, read.asked), () =>
      json(compareJson(loaded, read.asked)),
    );
  };
}

function countSpellings(users: readonly string[]): number {
  return new Set(users.map((user) => user.toLowerCase())).size;
}

/** All that an answer is made from. */
function keyOf(
  loaded: Awaited<ReturnType<typeof loadPlayers>>["loaded"],
  query: CompareQuery,
): string {
  return JSON.stringify([
    loaded.map(({ player: { profile, checkedAt } }) => [profile.ulid, checkedAt]),
    query,
  ]);
}
