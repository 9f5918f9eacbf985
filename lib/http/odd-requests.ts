import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

/** Cannot be decoded: the proxy answers 400 to it. */
const NO_PATH = "/%";

/** Where Node tells of each request before its server does, and what it tells (its documentation). */
const REQUEST_START = "http.server.request.start";
interface RequestStart {
  request: IncomingMessage;
}

/**
 * Makes of each request of this process's servers one that Next can answer: it fails with a 500 at what
 * HTTP allows besides paths (`OPTIONS *`), and at TRACE, and sends who asks with a whole address to that
 * address.
 */
export function tameOddRequests(): void {
  subscribe(REQUEST_START, (message) => tame((message as RequestStart).request));
}

/** As {@link tameOddRequests}, for one request. */
export function tame(request: Pick<IncomingMessage, "url" | "method">): void {
  const { url = "", method } = request;
  const [, path] = /^https?:\/\/[^/?#]*(.*)$/i.exec(url) ?? [];
  if (method === "TRACE" || (path === undefined && !url.startsWith("/"))) {
    request.method = "GET";
    request.url = NO_PATH;
  } else if (path !== undefined) {
    request.url = path.startsWith("/") ? path : `/${path}`;
  }
}
