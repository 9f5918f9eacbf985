import { type DestinationStream, pino } from "pino";
import { LIMITS } from "@/lib/limits";
import type { Observer } from "./observe";

const MINUTE_MS = 60_000;

/**
 * Logs events, one line of JSON each: what costs something or goes wrong. What a process has and
 * answers is counted only. No line names a player, a client or a URL.
 *
 * @param destination default: standard output
 * @param now epoch milliseconds
 */
export function createLog(destination?: DestinationStream, now: () => number = Date.now): Observer {
  const options = {
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  const logger = destination ? pino(options, destination) : pino(options);
  const windows = new Map<string, { startedAt: number; lines: number; leftOut: number }>();
  let wasOpen = false;

  /** Writes a line unless there were too many of its kind in this minute; the next one tells how many. */
  function write(
    level: "info" | "warn" | "error",
    kind: string,
    fields: Record<string, unknown>,
    most: number = LIMITS.logLinesPerMinute,
  ): void {
    let window = windows.get(kind);
    let leftOut: number | undefined;
    if (!window || now() - window.startedAt >= MINUTE_MS) {
      leftOut = window?.leftOut || undefined;
      window = { startedAt: now(), lines: 0, leftOut: 0 };
      // Kinds are words of this file, so there are only so many.
      windows.set(kind, window);
    }
    if (window.lines >= most) {
      window.leftOut++;
      return;
    }
    window.lines++;
    logger[level]({ event: kind, ...fields, leftOut });
  }

  return (event) => {
    switch (event.type) {
      case "player":
        if (event.result === "hit") return;
        return write("info", "player", {
          surface: event.surface,
          cache: event.result,
          ms: round(event.milliseconds),
        });
      case "load":
        return write(event.outcome === "ok" ? "info" : "warn", "load", {
          cause: event.cause,
          outcome: event.outcome,
          games: event.games,
          ms: round(event.milliseconds),
        });
      case "upstream":
        if (event.outcome === "ok") return;
        return write("warn", "upstream", {
          endpoint: event.endpoint,
          outcome: event.outcome,
          ms: round(event.milliseconds),
        });
      case "store":
        if (event.ok) return;
        return write(
          "warn",
          "store",
          {
            command: event.command,
            ms: round(event.milliseconds),
            msg: "The store is not answering; players are asked for from the upstream.",
          },
          1,
        );
      case "gate":
        if (event.isOpen !== wasOpen) {
          wasOpen = event.isOpen;
          write("warn", "breaker", { open: event.isOpen, failures: event.failures });
        }
        if (event.callsLeft > 0) return;
        return write("warn", "budget", { msg: "The budget for the upstream is used up." }, 1);
      case "warning":
        return write("warn", "warning", { msg: withoutAddresses(event.message) });
      case "error":
        return write("error", "error", { where: event.where, ...errorFields(event.error) });
    }
  };
}

/** Which kinds of events there are is no secret; what an unexpected error says may hold one. */
function errorFields(error: unknown): { name: string; message: string; stack?: string } {
  if (!(error instanceof Error))
    return { name: "thrown", message: withoutAddresses(String(error)) };
  return {
    name: error.name,
    message: withoutAddresses(error.message),
    stack: withoutAddresses(error.stack ?? "").slice(0, LIMITS.logStackLength),
  };
}

/** RA wants the key in its URLs: of any URL, only the host is told. */
function withoutAddresses(text: string): string {
  return text
    .replace(/(https?:\/\/[^/\s"'?#]+)[^\s"')]*/gi, "$1/…")
    .replace(/([?&](?:y|z|u)=)[^\s&"')]*/gi, "$1…")
    .slice(0, LIMITS.logStackLength);
}

const round = (milliseconds: number) => Math.round(milliseconds * 10) / 10;
