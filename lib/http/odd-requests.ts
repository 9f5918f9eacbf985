import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

/** Cannot be decoded: the proxy answers 400 to it. */
const NO_PATH = "/%";

/**
 * Makes of each request of this process's servers one that Next can answer: it fails with a 500 at what
 * HTTP allows besides paths (`OPTIONS *`), and at TRACE, and sends who asks with a whole address to that
 * address.
 */
export function tameOddRequests(): void {
  subscribe("http.server.request.start", (message) => {
    if (isAboutRequest(message)) tame(message.request);
  });
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

function isAboutRequest(message: unknown): message is { request: IncomingMessage } {
  return typeof message === "object" && message !== null && "request" in message;
}
