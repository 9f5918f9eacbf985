import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { type IncomingMessage, Server, type ServerResponse } from "node:http";
import { constants } from "node:os";
import { env } from "@/lib/env";
import { LIMITS } from "@/lib/limits";

/**
 * Ends this process if a setting is bad, with a message that names it: Next would go on, and answer
 * everything with an error.
 */
export function refuseBadSettings(): void {
  try {
    env();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}

/** Where Node tells of each connection and each request of this process's servers, before they do anything with it. */
const CONNECTION = "net.server.socket";
const REQUEST = "http.server.request.start";

interface RequestStart {
  request: IncomingMessage;
  response: ServerResponse;
  server: Server;
}
const isRequest = (message: unknown): message is RequestStart =>
  typeof message === "object" && message !== null && "response" in message && "server" in message;

/** Calls once with the HTTP server of this process. Next keeps it to itself, so this waits for its first connection. */
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

/**
 * Makes the server fit for clients without a proxy between. Idle connections stay open for longer than clients keep
 * them: closed at five seconds, which is Node's default, many are closed just as they are used again. A request to
 * upgrade is answered as one without `Upgrade` (RFC 9110, 7.8), and its connection is closed: Next would leave the
 * socket open for good where it has no page.
 */
export function serveDirectly(): void {
  onServer((server) => {
    server.keepAliveTimeout = LIMITS.keepAliveMs;
    server.removeAllListeners("upgrade");
  });
  subscribe(REQUEST, (message) => {
    if (isRequest(message) && message.request.headers.upgrade !== undefined) {
      message.response.shouldKeepAlive = false;
    }
  });
}

/** How often a stopping server looks for connections that have become idle. */
const CLOSE_IDLE_MS = 100;

/**
 * Lets a signal end this process in bounded time. Next stops listening and waits for what is under
 * way, but as long as that takes, and for every client to let go of its connection.
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
      // Many busy connections would keep the event loop, and so the timer below, from its turn.
      if (performance.now() > stopsServingAt) message.request.socket.destroy();
    });
    setInterval(() => server?.closeIdleConnections(), CLOSE_IDLE_MS);
    // By the shells' convention; Next's own code is the same.
    setTimeout(() => process.exit(128 + constants.signals[signal]), LIMITS.stopMs);
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
}
