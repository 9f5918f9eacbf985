import type { Game } from "@/lib/domain/player";
import { isUpstreamError } from "@/lib/domain/upstream-error";
import { freshness } from "@/lib/env";
import { cacheHeaders, SHORT_CACHE_CONTROL } from "@/lib/http/cache-headers";
import {
  dropInFailed,
  dropInInvalid,
  dropInMethodNotAllowed,
  dropInOptions,
  dropInTooLarge,
} from "@/lib/http/drop-in-answers";
import { DROP_IN_PARAMETERS, parseDropInParameters } from "@/lib/http/drop-in-parameters";
import { encodedResponse } from "@/lib/http/encoded-response";
import type { PageParameters } from "@/lib/http/page-parameters";
import { json } from "@/lib/http/player-route";
import { BodyTooLarge, readForm } from "@/lib/http/request-form";
import { newBody, responseCache } from "@/lib/http/response-cache";
import { loadPlayer } from "@/lib/players/load-player";
import { viewRevision } from "@/lib/players/view-revision";
import { toWireRow } from "@/lib/retroachievements/wire";

const respond = responseCache();

/**
 * RA's API_GetUserCompletionProgress, answered by this site and without a key: `y` and `z` are not
 * read. Served at RA's path by a rewrite.
 */
export async function GET(request: Request): Promise<Response> {
  return answer(request, new URL(request.url).searchParams);
}

/**
 * As GET. RA reads the query string only, by every method (its Kotlin client POSTs without a body); here a form's
 * fields count too, where the query has none of that name.
 */
export async function POST(request: Request): Promise<Response> {
  const parameters = new URL(request.url).searchParams;
  try {
    const form = await readForm(request);
    for (const name of DROP_IN_PARAMETERS) {
      // PHP, which RA runs on, takes the last of a repeated field.
      const value = form.getAll(name).at(-1);
      if (value !== undefined && !parameters.has(name)) parameters.set(name, value);
    }
  } catch (error) {
    if (!(error instanceof BodyTooLarge)) throw error;
    return dropInTooLarge();
  }
  const response = await answer(request, parameters);
  // It answers more than its URL asks.
  response.headers.set("Cache-Control", "no-store");
  response.headers.delete("CDN-Cache-Control");
  return response;
}

export const OPTIONS = dropInOptions;

/** RA answers every method; here the others are refused. */
export const PUT = dropInMethodNotAllowed;
export const PATCH = dropInMethodNotAllowed;
export const DELETE = dropInMethodNotAllowed;

async function answer(request: Request, parameters: URLSearchParams): Promise<Response> {
  const read = parseDropInParameters(parameters);
  if ("errors" in read) return dropInInvalid(read.errors);
  const { user, page } = read.query;
  try {
    const loaded = await loadPlayer(user, request);
    const write = () => listOf(loaded.player.games, page);
    // A POST has no 304.
    if (request.method === "POST") {
      return Response.json(write(), { headers: cacheHeaders(loaded, freshness()) });
    }
    const key = JSON.stringify([await viewRevision("api", loaded), page]);
    return await respond(request, loaded, key, () => json(write()));
  } catch (error) {
    if (!isUpstreamError(error)) throw error;
    if (error.code !== "player-not-found") return dropInFailed(error);
    // RA answers an unknown user as one who has no games.
    const headers = {
      "Cache-Control": SHORT_CACHE_CONTROL,
      "Cache-Status": "Longplay; detail=player-not-found",
    };
    if (request.method === "POST") return Response.json(listOf([], page), { headers });
    return encodedResponse(request, newBody(json(listOf([], page))), headers);
  }
}

function listOf(games: readonly Game[], { offset, count }: PageParameters) {
  const results = games.slice(offset, offset + count).map(toWireRow);
  return { Count: results.length, Total: games.length, Results: results };
}
