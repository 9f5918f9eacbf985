import { subscribe } from "node:diagnostics_channel";
import { type OutgoingHttpHeader, ServerResponse } from "node:http";

/** The diagnostics channel of `node:http` for each request, before its server handles it. */
const REQUEST_START = "http.server.request.start";

/** What Next removes from the answers of route handlers and of the proxy, by the names that it leaves alone. */
const FRAMING: Record<string, string> = {
  "x-longplay-content-encoding": "Content-Encoding",
  "x-longplay-content-length": "Content-Length",
};

/** Routes and the proxy are bundled apart from the code that starts the server. */
const KEY = Symbol.for("longplay.sends-framing-headers");
const shared = globalThis as { [KEY]?: true };

/** Has this process's servers send what {@link framingHeaders} names. */
export function sendFramingHeaders(): void {
  shared[KEY] = true;
  subscribe(REQUEST_START, (message) => {
    (message as { response: ServerResponse }).response.setHeader = setFramingHeader;
  });
}

/** Whether a route may send an encoded body: without its header, no client could read it. */
export function sendsFramingHeaders(): boolean {
  return shared[KEY] === true;
}

/**
 * The headers that say how a body is sent. Next removes them under their own names, because the body of a fetched
 * response may be decoded already (`FORBIDDEN_HEADERS` of its `send-response.js`).
 *
 * @param encoding null for identity
 * @param bytes of the body as it is sent
 */
export function framingHeaders(encoding: string | null, bytes: number): Record<string, string> {
  return {
    ...(encoding && { "X-Longplay-Content-Encoding": encoding }),
    "X-Longplay-Content-Length": String(bytes),
  };
}

function setFramingHeader(this: ServerResponse, name: string, value: OutgoingHttpHeader) {
  return ServerResponse.prototype.setHeader.call(this, FRAMING[name] ?? name, value);
}
