import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { type IncomingMessage, Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { constants } from "node:os";
import { env } from "@/lib/env";
import { LIMITS } from "@/lib/limits";

/**
 * Ends this process if a setting is bad, with a message that names it: Next would answer every request with an error.
 */
export function refuseBadSettings(): void {
  try {
    env();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}

/** Diagnostics channels of Node: each connection and request of this process's servers, before they handle it. */
const CONNECTION = "net.server.socket";
const REQUEST = "http.server.request.start";

interface RequestStart {
  request: IncomingMessage;
  response: ServerResponse;
  server: Server;
}
const isRequest = (message: unknown): message is RequestStart =>
  typeof message === "object" && message !== null && "response" in message && "server" in message;

/** Calls back once with the HTTP server of this process. Next does not export it, so this waits for a connection. */
function onServer(use: (server: Server) => void): void {
  const meet = (message: unknown) => {
    const { server } = (message as { socket: { server?: unknown } }).socket;
    if (!(server instanceof Server)) return;
    unsubscribe(CONNECTION, meet);
    unsubscribe(REQUEST, meet);
    use(server);
  };
  subscribe(CONNECTION, meet);
  // For a connection that was there before this.
  subscribe(REQUEST, meet);
}

/** The proxy and instrumentation.ts are bundled apart but run in one process. */
const KEY = Symbol.for("longplay.server");
const shared = globalThis as { [KEY]?: Server };

/** Addresses of servers that listen on all interfaces, and how such a server is reached from its own machine. */
const LOOPBACK: Record<string, string> = { "0.0.0.0": "127.0.0.1", "::": "::1" };

/** Where this process reaches its own server; null unless it {@link serveDirectly serves directly}. */
export function serverAddress(): { host: string; port: number } | null {
  const { address, port } = (shared[KEY]?.address() ?? {}) as Partial<AddressInfo>;
  if (address === undefined || port === undefined) return null;
  return { host: LOOPBACK[address] ?? address, port };
}

/**
 * Makes the server fit for clients without a proxy. Idle connections stay open for longer than clients keep them: with
 * Node's default of five seconds many close just as they are used again. A request to upgrade is answered as if it had no
 * `Upgrade` (RFC 9110, 7.8), and its connection is closed: for an unknown path Next would never close the socket.
 */
export function serveDirectly(): void {
  onServer((server) => {
    shared[KEY] = server;
    server.keepAliveTimeout = LIMITS.keepAliveMs;
    server.removeAllListeners("upgrade");
  });
  subscribe(REQUEST, (message) => {
    if (isRequest(message) && message.request.headers.upgrade !== undefined) {
      message.response.shouldKeepAlive = false;
    }
  });
}

/** How often a stopping server closes idle connections, in milliseconds. */
const CLOSE_IDLE_MS = 100;

/**
 * Bounds the time in which a signal ends this process. Next stops listening, but waits without a bound for running
 * requests and for every client to close its connection.
 */
export function stopInTime(): void {
  let server: Server | undefined;
  onServer((found) => {
    server = found;
  });

  const stop = (signal: "SIGINT" | "SIGTERM") => {
    const stopsServingAt = performance.now() + LIMITS.stopServingMs;
    subscribe(REQUEST, (message) => {
      if (!isRequest(message)) return;
      message.response.shouldKeepAlive = false;
      // Many busy connections would block the event loop, and so the timer below.
      if (performance.now() > stopsServingAt) message.request.socket.destroy();
    });
    setInterval(() => server?.closeIdleConnections(), CLOSE_IDLE_MS);
    // By the shells' convention; Next's own code is the same.
    setTimeout(() => process.exit(128 + constants.signals[signal]), LIMITS.stopMs);
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
}
