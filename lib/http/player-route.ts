import type { Player } from "@/lib/domain/player";
import { loadPlayer } from "@/lib/players/load-player";
import { viewRevision } from "@/lib/players/view-revision";
import { LIST_QUERY, type ListQuery } from "@/lib/progress/list-query";
import type { Library } from "@/lib/views/library";
import { readQuery } from "./list-parameters";
import { type InvalidField, invalidParameters, type Parsed, upstreamProblem } from "./problem";
import { type ResponseContent, responseCache } from "./response-cache";

/** The dynamic segments of a route's path, by name. */
type PathParts = Readonly<Record<string, string>>;

/** A route's error responses. */
interface ErrorResponses {
  /** For bad parameters. */
  invalid: (errors: readonly InvalidField[], parameters: URLSearchParams) => Response;
  /** For a player who could not be loaded. @throws what is not an `UpstreamError` */
  failed: (error: unknown, user: string, parameters: URLSearchParams) => Response;
}

/** Problem details (RFC 9457). */
const PROBLEMS: ErrorResponses = {
  invalid: (errors) => invalidParameters(errors),
  failed: (error) => upstreamProblem(error),
};

interface PlayerRoute<Query, Value> {
  /** Default: problem details. */
  failures?: ErrorResponses;
  read: (parameters: URLSearchParams, path: PathParts) => Parsed<Query>;
  /** The response for a player without the requested data; null if there is some. */
  refuse?: (library: Library, query: Query) => Response | null;
  /** Reads the data, or gives the response to send if it is not available. */
  readData: (
    player: Player,
    query: Query,
    request: Request,
  ) => Promise<RouteData<Value> | Response>;
  /** The query without what makes no difference for this data, such as a page past the end: it is in the cache key. */
  clamp?: (query: Query, data: Value) => Query;
  /** A pure function, since its result is cached. */
  write: (library: Library, query: Query, data: Value) => ResponseContent;
}

/** Data that a response is made from in addition to the player. */
export interface RouteData<Value> {
  value: Value;
  /** Changes whenever the value does: part of the cache key. */
  version: string;
}

interface Context {
  params: Promise<PathParts & { user: string }>;
}

/** For a response that is made from the player alone. */
const NO_DATA: RouteData<null> = { value: null, version: "" };

/**
 * A route handler below a player's URL: it parses the parameters, loads the player, and writes the response, with its
 * age for caches and an entity tag. Bad parameters are 422 before anything is loaded; an error is a problem (RFC 9457).
 * Responses are cached until the player is refreshed.
 */
export function playerRoute<Query>(route: Omit<PlayerRoute<Query, null>, "readData">) {
  return playerRouteWithData({ ...route, readData: async () => NO_DATA });
}

/** As {@link playerRoute}, for a response that needs more data than the player, such as the history. */
export function playerRouteWithData<Query, Value>(route: PlayerRoute<Query, Value>) {
  const { read, refuse, readData, clamp, write, failures = PROBLEMS } = route;
  const respond = responseCache();
  return async (request: Request, { params }: Context): Promise<Response> => {
    const path = await params;
    const parameters = new URL(request.url).searchParams;
    const parsed = read(parameters, path);
    if ("errors" in parsed) return failures.invalid(parsed.errors, parameters);
    const { query } = parsed;
    try {
      const loaded = await loadPlayer(path.user, request);
      const refused = refuse?.(loaded, query);
      if (refused) return refused;
      const { player, refreshError } = loaded;
      const data = await readData(player, query, request);
      if (data instanceof Response) return data;
      const revision = await viewRevision("api", loaded, [data.version]);
      const clamped = clamp?.(query, data.value) ?? query;
      const key = JSON.stringify([revision, refreshError, clamped]);
      return await respond(request, loaded, key, () =>
        write({ player, refreshError }, clamped, data.value),
      );
    } catch (error) {
      return failures.failed(error, path.user, parameters);
    }
  };
}

/** For a route that takes no parameters. */
export function readNothing(): Parsed<null> {
  return { query: null };
}

/** For a route that takes the list query of the Completion Progress page. */
export function readListQuery(parameters: URLSearchParams): Parsed<ListQuery> {
  return readQuery(LIST_QUERY, parameters);
}

/** For a route whose path ends in a year of four digits. */
export function readYear(_: URLSearchParams, { year = "" }: PathParts): Parsed<number> {
  return /^\d{4}$/.test(year)
    ? { query: Number(year) }
    : { errors: [{ name: "year", reason: "must be a year of four digits: 2024" }] };
}

/** A JSON response. */
export function json(value: unknown, headers: Record<string, string> = {}): ResponseContent {
  return { type: "application/json", body: JSON.stringify(value), headers };
}

/** The header that makes a browser save a response as a file. */
export function saveAs(fileName: string): Record<string, string> {
  return { "Content-Disposition": `attachment; filename="${fileName}"` };
}
