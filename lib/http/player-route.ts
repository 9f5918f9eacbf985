import type { Library } from "@/lib/players/library";
import { loadPlayer } from "@/lib/players/load-player";
import { type ListQuery, parseListQuery } from "@/lib/progress/list-query";
import { keepAnswers, type Written } from "./kept-answers";
import { invalidListParameter } from "./list-parameters";
import { type PageParameters, parsePageParameters } from "./page-parameters";
import { type InvalidField, invalidParameters, upstreamProblem } from "./problem";

/** What a URL asks for, or what is wrong with it. */
type Read<Asked> = { asked: Asked } | { errors: InvalidField[] };

interface PlayerRoute<Asked> {
  read: (parameters: URLSearchParams) => Read<Asked>;
  /** From these two alone, and the same whenever it is called: what it gives is kept. */
  write: (library: Library, asked: Asked) => Written;
}

interface Context {
  params: Promise<{ user: string }>;
}

/**
 * A route handler below a player's URL: it reads what is asked for, loads the player, and writes the
 * answer, with its age for caches and an entity tag. A bad parameter is 422 before anything is loaded;
 * no player is a problem (RFC 9457). What was written is kept, since it is the same until RA tells of
 * the player again.
 */
export function playerRoute<Asked>({ read, write }: PlayerRoute<Asked>) {
  const answer = keepAnswers();
  return async (request: Request, { params }: Context): Promise<Response> => {
    const given = read(new URL(request.url).searchParams);
    if ("errors" in given) return invalidParameters(given.errors);
    try {
      const loaded = await loadPlayer((await params).user, request);
      const { player, refreshError } = loaded;
      const { profile, checkedAt } = player;
      const key = JSON.stringify([profile.ulid, checkedAt, refreshError, given.asked]);
      return answer(request, loaded, key, () => write({ player, refreshError }, given.asked));
    } catch (error) {
      return upstreamProblem(error);
    }
  };
}

/** For a route that takes no parameters. */
export function readNothing(): Read<null> {
  return { asked: null };
}

/** For a route that takes the list query of the player's page. */
export function readListQuery(parameters: URLSearchParams): Read<ListQuery> {
  const { query, ignored } = parseListQuery(parameters);
  return ignored.length === 0
    ? { asked: query }
    : { errors: ignored.map(({ name }) => invalidListParameter(name)) };
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
