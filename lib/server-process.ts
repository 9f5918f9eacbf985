import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { Server, ServerResponse } from "node:http";
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

/** What Node tells of a request that a server has got. */
const REQUEST = "http.server.request.start";
const isRequest = (message: unknown): message is { response: ServerResponse; server: Server } =>
  typeof message === "object" && message !== null && "response" in message && "server" in message;

/** How often a stopping server looks for connections that have become idle. */
const CLOSE_IDLE_MS = 100;

/**
 * Lets a signal end this process in bounded time. Next stops listening and waits for what is under
 * way, but as long as that takes, and for every client to let go of its connection.
 */
export function stopInTime(): void {
  let server: Server | undefined;
  const meet = (message: unknown) => {
    if (!isRequest(message)) return;
    server = message.server;
    unsubscribe(REQUEST, meet);
  };
  subscribe(REQUEST, meet);

  const stop = (signal: "SIGINT" | "SIGTERM") => {
    subscribe(REQUEST, (message) => {
      if (isRequest(message)) message.response.shouldKeepAlive = false;
    });
    setInterval(() => server?.closeIdleConnections(), CLOSE_IDLE_MS);
    // By the shells' convention; Next's own code is the same.
    setTimeout(() => process.exit(128 + constants.signals[signal]), LIMITS.stopMs);
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
}
