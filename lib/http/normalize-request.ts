import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { isDevelopment } from "@/lib/env";
import { allowedMethods, REFUSED_METHOD } from "./methods";

/** A path that cannot be decoded: the proxy answers it, with 400 or by {@link REFUSED_METHOD}. */
const NO_PATH = "/%";

/** The methods other than GET and HEAD that Next passes to a route handler. */
const ROUTE_METHODS = new Set(["POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

/** The diagnostics channel of `node:http` for each request, before its server handles it. */
const REQUEST_START = "http.server.request.start";
interface RequestStart {
  request: IncomingMessage;
  response: ServerResponse;
}

/**
 * Normalizes the requests of this process's servers where Next misbehaves. Next answers 500 to targets that are not
 * paths (`OPTIONS *`), to TRACE and to a malformed router state; redirects an absolute URL to its own host; takes a path
 * with needless escapes for another path; and takes a form posted to a page for a server action.
 */
export function normalizeRequests(): void {
  // The overlay of Next's development server posts to addresses of its own.
  if (isDevelopment()) return;
  subscribe(REQUEST_START, (message) => {
    const { request, response } = message as RequestStart;
    normalizeRequest(request, response);
  });
}

/** As {@link normalizeRequests}, for one request, which it changes. */
export function normalizeRequest(
  request: Pick<IncomingMessage, "url" | "method" | "headers">,
  response: Pick<ServerResponse, "setHeader">,
): void {
  // Next answers 500 to a state that it cannot read, and with the whole page if there is none.
  delete request.headers["next-router-state-tree"];
  const [, asked = "", rest = ""] =
    /^([^?#]*)(.*)$/s.exec(pathOf(request.url ?? "") ?? NO_PATH) ?? [];
  const path = normalizePath(asked);
  request.url = path + rest;
  const { method = "GET" } = request;
  if (method === "GET" || method === "HEAD") {
    // Next redirects these itself, before any code that could set a header.
    if (/\/\/|\\|.\/$/.test(path)) response.setHeader("Cache-Control", "no-store");
  } else if (isApiPath(path) || (method === "OPTIONS" && allowsCors(path))) {
    // Next answers 405 without `Allow`, which RFC 9110, 15.5.6 requires.
    response.setHeader("Allow", allowedMethods(path));
    response.setHeader("Cache-Control", "no-store");
    // Next fails at TRACE and answers 400 to unknown methods. No route takes PATCH, so that is a 405.
    if (!ROUTE_METHODS.has(method)) request.method = "PATCH";
  } else {
    // As a GET, so that Next neither buffers the body nor logs how it ended.
    request.method = "GET";
    request.url = NO_PATH;
    request.headers[REFUSED_METHOD] = method;
  }
}

/** The path and query of a request's target (RFC 9112, 3.2); null if it has none. */
function pathOf(target: string): string | null {
  const [, path] = /^https?:\/\/[^/?#]*(.*)$/i.exec(target) ?? [];
  if (path !== undefined) return path.startsWith("/") ? path : `/${path}`;
  return target.startsWith("/") ? target : null;
}

/**
 * A path without needless escapes: letters, digits, `-`, `.`, `_` and `~` mean the same with a percent sign and without
 * (RFC 3986, 6.2.2.2). Decodes once: `%2565` stays `%2565`.
 */
export function normalizePath(path: string): string {
  return path.replaceAll(/%[0-9a-f]{2}/gi, (escaped) => {
    const character = String.fromCharCode(Number.parseInt(escaped.slice(1), 16));
    return /[0-9A-Za-z._~-]/.test(character) ? character : escaped;
  });
}

/** Whether Next answers a preflight (CORS) for the path: a player's file for programs. */
function allowsCors(path: string): boolean {
  return /^\/user\/[^/]+\/(?:cards\/|games\.|history\.csv$|feed\.xml$|badge\.json$)/.test(path);
}

/** Whether only route handlers answer the path: an encoded one goes through the proxy first. */
function isApiPath(path: string): boolean {
  return /^\/api(?:\/|$)/i.test(path) && !path.includes("%");
}
