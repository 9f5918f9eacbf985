import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { isDevelopment } from "@/lib/env";
import { allowedMethods, REFUSED_METHOD } from "./methods";
import { normalizePath } from "./normalize-path";

/** Cannot be decoded: the proxy answers it, with 400 or by {@link REFUSED_METHOD}. */
const NO_PATH = "/%";

/** What Next looks for a handler for, besides GET and HEAD. */
const ROUTE_METHODS = new Set(["POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

/** Where Node tells of each request before its server does, and what it tells (its documentation). */
const REQUEST_START = "http.server.request.start";
interface RequestStart {
  request: IncomingMessage;
  response: ServerResponse;
}

/**
 * Makes of each request of this process's servers one that Next can answer: it fails with a 500 at what
 * HTTP allows besides paths (`OPTIONS *`), at TRACE and at a router's state that is none, sends who asks with a whole
 * address to that address, knows a path with needless escapes as another one, and takes a form that is posted to a
 * page for one of its actions.
 */
export function tameOddRequests(): void {
  // The overlay of Next's development server posts to addresses of its own.
  if (isDevelopment()) return;
  subscribe(REQUEST_START, (message) => {
    const { request, response } = message as RequestStart;
    tame(request, response);
  });
}

/** As {@link tameOddRequests}, for one request. */
export function tame(
  request: Pick<IncomingMessage, "url" | "method" | "headers">,
  response: Pick<ServerResponse, "setHeader">,
): void {
  // Next's router sends where it is; Next answers 500 where it cannot be read, and the whole page without it.
  delete request.headers["next-router-state-tree"];
  const [, asked = "", rest = ""] =
    /^([^?#]*)(.*)$/s.exec(pathOf(request.url ?? "") ?? NO_PATH) ?? [];
  const path = normalizePath(asked);
  request.url = path + rest;
  const { method = "GET" } = request;
  if (method === "GET" || method === "HEAD") {
    // Next redirects these itself, before any code that could choose a header.
    if (/\/\/|\\|.\/$/.test(path)) response.setHeader("Cache-Control", "no-store");
  } else if (isOfApi(path) || (method === "OPTIONS" && isPlayersFile(path))) {
    // Next answers 405 without the header that RFC 9110, 15.5.6 asks for.
    response.setHeader("Allow", allowedMethods(path));
    response.setHeader("Cache-Control", "no-store");
    // Next fails at TRACE and answers 400 to methods that it does not know: no route takes PATCH either.
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

/** Whether programs of other origins may first ask about the path what they may send (CORS): Next answers that. */
function isPlayersFile(path: string): boolean {
  return /^\/user\/[^/]+\/(?:cards\/|games\.|history\.csv$|feed\.xml$|badge\.json$)/.test(path);
}

/** Whether only route handlers answer the path: an encoded one passes the proxy first. */
function isOfApi(path: string): boolean {
  return /^\/api(?:\/|$)/i.test(path) && !path.includes("%");
}
