import { type DestinationStream, pino } from "pino";
import { LIMITS } from "@/lib/limits";
import { createLineLimit } from "./line-limit";
import type { HistoryOutcome, Observer, Outcome } from "./observe";
import { safeText } from "./safe-text";

type Level = "info" | "warn" | "error";

/**
 * Logs events, one line of JSON each: what costs something or goes wrong. What a process has and
 * answers is counted only. No line names a player, a client or a URL, and there are only so many of a
 * kind in a minute.
 *
 * @param destination default: standard output
 */
export function createLog(destination?: DestinationStream): Observer {
  const options = {
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  const logger = destination ? pino(options, destination) : pino(options);
  const mayWrite = createLineLimit((kind, count) =>
    logger.warn({ event: "left-out", of: kind, count }),
  );
  let wasOpen = false;

  /** Each event's fields are named here one by one: nothing that it may carry besides is logged. */
  function write(
    level: Level,
    kind: string,
    fields: Record<string, unknown>,
    most: number = LIMITS.logLinesPerMinute,
  ): void {
    if (mayWrite(kind, most)) logger[level]({ event: kind, ...fields });
  }

  function tellBudget(): void {
    write("warn", "budget", { msg: "The budget for the upstream is used up." }, 1);
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
        return write(isFailure(event.outcome) ? "warn" : "info", "load", {
          cause: event.cause,
          outcome: event.outcome,
          games: event.games,
          ms: round(event.milliseconds),
        });
      case "upstream":
        if (!isFailure(event.outcome)) return;
        return write("warn", "upstream", {
          endpoint: event.endpoint,
          outcome: event.outcome,
          ms: round(event.milliseconds),
        });
      case "unreadable-rows":
        return write("warn", "unreadable-rows", {
          rows: event.rows,
          msg: "Rows of a player's list could not be read; what is known of their games stays.",
        });
      case "store":
        if (event.ok) return;
        return write(
          "warn",
          "store",
          {
            command: event.command,
            ms: round(event.milliseconds),
            answer: event.answer,
            msg: "The store refused a command or did not answer; what it does not give is asked from the upstream.",
          },
          1,
        );
      case "history": {
        const msg = HISTORY_MESSAGES[event.outcome];
        if (msg) write("warn", "history", { outcome: event.outcome, msg }, 1);
        return;
      }
      case "watch":
        return write("info", "watch", {
          same: event.same,
          read: event.read,
          dropped: event.dropped,
          left: event.left,
          stoppedBy: event.stoppedBy ?? undefined,
          ms: round(event.milliseconds),
        });
      case "rate-limiter":
        if ((event.breaker === "open") !== wasOpen) {
          wasOpen = !wasOpen;
          write("warn", "breaker", { open: wasOpen, failures: event.failures });
        }
        if (event.callsLeft === 0) tellBudget();
        return;
      case "budget":
        return tellBudget();
      case "warning":
        return write("warn", "warning", { msg: safeText(event.message, LIMITS.logTextLength) });
      case "error":
        return write("error", "error", { where: event.where, ...errorFields(event.error) });
    }
  };
}

/** What the owner should know of histories. */
const HISTORY_MESSAGES: Partial<Record<HistoryOutcome, string>> = {
  failed: "A player's history could not be written; it is tried again.",
  forgotten:
    "Too many states wait for the store: a day of a history will be told with a later one.",
  refused: "Enough histories were begun today; those of more players begin another day.",
  foreign: "A player's history was written by another version of this site, and is left alone.",
};

/** Whether something is wrong: that a player does not exist is an answer like another. */
function isFailure(outcome: Outcome): boolean {
  return outcome !== "ok" && outcome !== "player-not-found" && outcome !== "invalid-user";
}

/** What an unexpected error says may hold anything. */
function errorFields(error: unknown): Record<string, string | undefined> {
  const text = (value: string) => safeText(value, LIMITS.logTextLength);
  if (!(error instanceof Error)) return { name: "thrown", message: text(String(error)) };
  return {
    name: text(error.name),
    message: text(error.message),
    stack: error.stack && text(error.stack),
    // `fetch failed` has its reason here.
    cause: error.cause instanceof Error ? text(String(error.cause)) : undefined,
  };
}

const round = (milliseconds: number) => Math.round(milliseconds * 10) / 10;
