import { isUpstreamError, type UpstreamError } from "@/lib/domain/upstream-error";
import { isUser } from "@/lib/domain/user";
import { freshness } from "@/lib/env";
import { cacheHeaders, SHORT_CACHE_CONTROL } from "@/lib/http/cache-headers";
import { conditionalResponse } from "@/lib/http/entity-tag";
import { parsePageParameters } from "@/lib/http/page-parameters";
import type { InvalidField } from "@/lib/http/problem";
import { BodyTooLarge, readForm } from "@/lib/http/request-form";
import { retryHeaders } from "@/lib/http/retry-headers";
import { upstreamStatus } from "@/lib/http/upstream-status";
import { LIMITS } from "@/lib/limits";
import { loadPlayer } from "@/lib/players/load-player";
import { toWireRow } from "@/lib/retroachievements/wire";

/**
 * RA's API_GetUserCompletionProgress, answered by this site and without a key: `y` and `z` are not
 * read. Served at RA's path by a rewrite.
 */
export async function GET(request: Request): Promise<Response> {
  return answer(request, new URL(request.url).searchParams);
}

/** As GET. RA takes parameters from the query string (its Kotlin client) and from a form. */
export async function POST(request: Request): Promise<Response> {
  const parameters = new URL(request.url).searchParams;
  try {
    const form = await readForm(request);
    for (const name of ["u", "c", "o"]) {
      const value = form.get(name);
      if (value !== null && !parameters.has(name)) parameters.set(name, value);
    }
  } catch (error) {
    if (!(error instanceof BodyTooLarge)) throw error;
    return bodyTooLarge();
  }
  const response = await answer(request, parameters);
  // It answers more than its URL asks.
  response.headers.set("Cache-Control", "no-store");
  response.headers.delete("CDN-Cache-Control");
  return response;
}

async function answer(request: Request, parameters: URLSearchParams): Promise<Response> {
  const user = parameters.get("u") ?? "";
  const { page, errors } = parsePageParameters(parameters, { count: ["c"], offset: ["o"] });
  if (user === "") errors.unshift({ name: "u", reason: "is required" });
  else if (!isUser(user)) {
    errors.unshift({ name: "u", reason: "must be a valid user name or ULID" });
  }
  if (errors.length > 0) return invalid(errors);

  try {
    const loaded = await loadPlayer(user, request);
    const { games } = loaded.player;
    const results = games.slice(page.offset, page.offset + page.count).map(toWireRow);
    return found(
      request,
      { Count: results.length, Total: games.length, Results: results },
      cacheHeaders(loaded, freshness()),
    );
  } catch (error) {
    if (!isUpstreamError(error)) throw error;
    if (error.code === "player-not-found") {
      // RA answers an unknown user as one who has no games.
      return found(
        request,
        { Count: 0, Total: 0, Results: [] },
        {
          "Cache-Control": SHORT_CACHE_CONTROL,
          "Cache-Status": "Longplay; detail=player-not-found",
        },
      );
    }
    return failed(error);
  }
}

function found(request: Request, body: object, headers: Record<string, string>): Response {
  const all = { "Content-Type": "application/json", ...headers };
  return request.method === "POST"
    ? Response.json(body, { headers: all })
    : conditionalResponse(request, JSON.stringify(body), all);
}

/** RA's 422: the first problem as the message, and all of them by parameter. */
function invalid(errors: InvalidField[]): Response {
  const messages = errors.map(
    ({ name, reason }) => [name, `The ${name} field ${reason}.`] as const,
  );
  return Response.json(
    {
      message: messages[0]?.[1],
      errors: Object.fromEntries(messages.map(([name, message]) => [name, [message]])),
    },
    {
      status: 422,
      headers: {
        "Cache-Control": SHORT_CACHE_CONTROL,
        "Cache-Status": "Longplay; detail=invalid-parameters",
      },
    },
  );
}

function bodyTooLarge(): Response {
  const message = `The body must not be greater than ${LIMITS.requestBodyBytes} bytes.`;
  return Response.json(
    { message, errors: [{ status: 413, code: "body-too-large", title: message }] },
    {
      status: 413,
      headers: {
        "Cache-Control": "no-store",
        "Cache-Status": "Longplay; detail=body-too-large",
        // What is still to come is not to be read.
        Connection: "close",
      },
    },
  );
}

/** An error in the shape of RA's own (its 401 is documented), with this site's status for it. */
function failed(error: UpstreamError): Response {
  const status = upstreamStatus(error.code);
  return Response.json(
    { message: error.message, errors: [{ status, code: error.code, title: error.message }] },
    {
      status,
      headers: {
        "Cache-Control": "no-store",
        "Cache-Status": `Longplay; detail=${error.code}`,
        ...retryHeaders(error),
      },
    },
  );
}
