import type { Player } from "@/lib/domain/player";
import { loadPlayer } from "@/lib/players/load-player";
import { LIST_QUERY, type ListQuery } from "@/lib/progress/list-query";
import type { Library } from "@/lib/views/library";
import { keepAnswers, type Written } from "./kept-answers";
import { readQuery } from "./list-parameters";
import { type PageParameters, parsePageParameters } from "./page-parameters";
import { type InvalidField, invalidParameters, type Read, upstreamProblem } from "./problem";

/** The parts of a path that a route has names for. */
type PathParts = Readonly<Record<string, string>>;

/** What a route answers in place of problem details (RFC 9457). */
interface FailureAnswers {
  /** To bad parameters. */
  invalid: (errors: readonly InvalidField[], parameters: URLSearchParams) => Response;
  /** Where a player could not be loaded. @throws what is not an `UpstreamError` */
  failed: (error: unknown, user: string, parameters: URLSearchParams) => Response;
}

/** For programs that can read a problem. */
const PROBLEM_ANSWERS: FailureAnswers = {
  invalid: (errors) => invalidParameters(errors),
  failed: (error) => upstreamProblem(error),
};

interface PlayerRoute<Asked> {
  /** Left out: problem details. */
  failures?: FailureAnswers;
  read: (parameters: URLSearchParams, path: PathParts) => Read<Asked>;
  /** The problem that is the answer, where the player has nothing of what is asked for. */
  refuse?: (library: Library, asked: Asked) => Response | null;
  /** From these two alone, and the same whenever it is called: what it gives is kept. */
  write: (library: Library, asked: Asked) => Written;
}

/** What an answer is made from besides the player. */
export interface More<Value> {
  value: Value;
  /** The same for the same value: what was written is kept by it. */
  version: string;
}

interface PlayerRouteWithMore<Asked, Value> extends Omit<PlayerRoute<Asked>, "write"> {
  /** What else the answer is made from; or the answer itself, where that cannot be had. */
  readMore: (player: Player, asked: Asked) => Promise<More<Value> | Response>;
  /** From these three alone, and the same whenever it is called: what it gives is kept. */
  write: (library: Library, asked: Asked, more: Value) => Written;
}

interface Context {
  params: Promise<PathParts & { user: string }>;
}

/** For an answer that is made from the player alone. */
export const NOTHING_MORE: More<null> = { value: null, version: "" };

/**
 * A route handler below a player's URL: it reads what is asked for, loads the player, and writes the
 * answer, with its age for caches and an entity tag. A bad parameter is 422 before anything is loaded;
 * no player is a problem (RFC 9457). What was written is kept, since it is the same until RA tells of
 * the player again.
 */
export function playerRoute<Asked>(route: PlayerRoute<Asked>) {
  return playerRouteWithMore({ ...route, readMore: async () => NOTHING_MORE });
}

/** As {@link playerRoute}, for an answer that is made from more than the player, such as the history. */
export function playerRouteWithMore<Asked, Value>(route: PlayerRouteWithMore<Asked, Value>) {
  const { read, refuse, readMore, write, failures = PROBLEM_ANSWERS } = route;
  const answer = keepAnswers();
  return async (request: Request, { params }: Context): Promise<Response> => {
    const path = await params;
    const parameters = new URL(request.url).searchParams;
    const given = read(parameters, path);
    if ("errors" in given) return failures.invalid(given.errors, parameters);
    try {
      const loaded = await loadPlayer(path.user, request);
      const refused = refuse?.(loaded, given.asked);
      if (refused) return refused;
      const { player, refreshError } = loaded;
      const more = await readMore(player, given.asked);
      if (more instanceof Response) return more;
      const { profile, checkedAt } = player;
      const of = [profile.ulid, checkedAt, refreshError, given.asked, more.version];
      return answer(request, loaded, JSON.stringify(of), () =>
        write({ player, refreshError }, given.asked, more.value),
      );
    } catch (error) {
      return failures.failed(error, path.user, parameters);
    }
  };
}

/** For a route that takes no parameters. */
export function readNothing(): Read<null> {
  return { asked: null };
}

/** For a route that takes the list query of the player's page. */
export function readListQuery(parameters: URLSearchParams): Read<ListQuery> {
  return readQuery(LIST_QUERY, parameters);
}

/** For a route whose path ends in a year of four digits. */
export function readYear(_: URLSearchParams, { year = "" }: PathParts): Read<number> {
  return /^\d{4}$/.test(year)
    ? { asked: Number(year) }
    : { errors: [{ name: "year", reason: "must be a year of four digits: 2024" }] };
}

/** For a route that takes a count and an offset, under this site's names or RA's. */
export function readPage(parameters: URLSearchParams): Read<PageParameters> {
  const { page, errors } = parsePageParameters(parameters, {
    count: ["count", "c"],
    offset: ["offset", "o"],
  });
  return errors.length === 0 ? { asked: page } : { errors };
}

/** A JSON answer. */
export function json(value: unknown, headers: Record<string, string> = {}): Written {
  return { type: "application/json", body: JSON.stringify(value), headers };
}

/** Has a browser save an answer under a name. */
export function saveAs(fileName: string): Record<string, string> {
  return { "Content-Disposition": `attachment; filename="${fileName}"` };
}
