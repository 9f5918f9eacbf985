import { freshness } from "@/lib/env";
import { type LoadedPlayer, loadPlayer } from "@/lib/players/load-player";
import { type ListQuery, parseListQuery } from "@/lib/progress/list-query";
import { cacheHeaders } from "./cache-headers";
import { conditionalResponse } from "./entity-tag";
import { type PageParameters, parsePageParameters } from "./page-parameters";
import { type InvalidField, invalidParameters, upstreamProblem } from "./problem";

/** What a URL asks for, or what is wrong with it. */
type Read<Asked> = { asked: Asked } | { errors: InvalidField[] };

/** What a route answers about a player. */
interface Written {
  /** `Content-Type`. */
  type: string;
  body: string;
  /** Others than those of every player route. */
  headers?: Record<string, string>;
}

interface PlayerRoute<Asked> {
  read: (parameters: URLSearchParams) => Read<Asked>;
  write: (loaded: LoadedPlayer, asked: Asked) => Written;
}

interface Context {
  params: Promise<{ user: string }>;
}

/**
 * A route handler below a player's URL: it reads what is asked for, loads the player, and writes the
 * answer, with its age for caches and an entity tag. A bad parameter is 422 before anything is loaded;
 * no player is a problem (RFC 9457).
 */
export function playerRoute<Asked>({ read, write }: PlayerRoute<Asked>) {
  return async (request: Request, { params }: Context): Promise<Response> => {
    const given = read(new URL(request.url).searchParams);
    if ("errors" in given) return invalidParameters(given.errors);
    try {
      const loaded = await loadPlayer((await params).user, request);
      const { type, body, headers } = write(loaded, given.asked);
      return conditionalResponse(request, body, {
        "Content-Type": type,
        ...headers,
        ...cacheHeaders(loaded, freshness()),
      });
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
    : { errors: ignored.map(({ name }) => ({ name, reason: "has no such value" })) };
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
