import { type DestinationStream, pino } from "pino";
import { errorKind } from "@/lib/domain/error-kinds";
import { LIMITS } from "@/lib/limits";
import { createLineLimit } from "./line-limit";
import type { HistoryOutcome, Observer, Outcome } from "./observe";
import { safeText } from "./safe-text";

type Level = "info" | "warn" | "error";

/**
 * Logs events that cost something or fail, one line of JSON each; memory hits are only counted. No line names a player,
 * a client or a URL, and the lines of each kind are bounded per minute.
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

  /** Takes the fields to log one by one: nothing else that an event carries is logged. */
  function write(
    level: Level,
    kind: string,
    fields: Record<string, unknown>,
    max: number = LIMITS.logLinesPerMinute,
  ): void {
    if (mayWrite(kind, max)) logger[level]({ event: kind, ...fields });
  }

  function logBudget(): void {
    write("warn", "budget", { msg: "The upstream's request budget is used up." }, 1);
  }

  return (event) => {
    const ms = "milliseconds" in event ? Math.round(event.milliseconds * 10) / 10 : undefined;
    switch (event.type) {
      case "player":
        if (event.result === "hit") return;
        return write("info", "player", {
          surface: event.surface,
          cache: event.result,
          ms,
        });
      case "load":
        return write(isFailure(event.outcome) ? "warn" : "info", "load", {
          cause: event.cause,
          outcome: event.outcome,
          games: event.games,
          ms,
        });
      case "refresh-skipped": {
        const { type, source, reason } = event;
        // Limited by reason: a crowd in a pause must not hide why another refresh did not happen.
        if (mayWrite(`${type} ${reason}`, LIMITS.logLinesPerMinute)) {
          logger.info({ event: type, source, reason });
        }
        return;
      }
      case "upstream":
        if (!isFailure(event.outcome)) return;
        return write("warn", "upstream", {
          endpoint: event.endpoint,
          outcome: event.outcome,
          ms,
        });
      case "unreadable-rows":
        return write("warn", "unreadable-rows", {
          rows: event.rows,
          msg: "Some rows of a player's list could not be read; their games stay as stored.",
        });
      case "store":
        if (event.ok) return;
        return write(
          "warn",
          "store",
          {
            command: event.command,
            ms,
            answer: event.answer,
            msg: "The store refused a command or did not answer; missing data is fetched from the upstream.",
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
          ms,
        });
      case "rate-limiter":
        if ((event.breaker === "open") !== wasOpen) {
          wasOpen = !wasOpen;
          write("warn", "breaker", { open: wasOpen, failures: event.failures });
        }
        if (event.callsLeft === 0) logBudget();
        return;
      case "budget":
        return logBudget();
      case "warning":
        return write("warn", "warning", { msg: safeText(event.message, LIMITS.logTextLength) });
      case "error":
        return write("error", "error", { where: event.where, ...errorFields(event.error) });
    }
  };
}

/** Messages for the owner about histories. */
const HISTORY_MESSAGES: Partial<Record<HistoryOutcome, string>> = {
  failed: "A player's history could not be written; it will be retried.",
  forgotten: "Too many snapshots wait for the store: one was dropped, and merged into a later day.",
  refused: "The limit of new histories per day is reached; more players start on another day.",
  foreign: "A player's history was written by another version of this site and is not changed.",
};

/** Whether an outcome is a failure: an unknown player is a normal answer. */
function isFailure(outcome: Outcome): boolean {
  if (outcome === "ok" || outcome === "failed") return outcome === "failed";
  return errorKind(outcome).upstream !== "answered";
}

/** The fields of an unexpected error, whose texts may contain anything. */
function errorFields(error: unknown): Record<string, string | undefined> {
  const text = (value: string) => safeText(value, LIMITS.logTextLength);
  if (!(error instanceof Error)) return { name: "thrown", message: text(String(error)) };
  return {
    name: text(error.name),
    message: text(error.message),
    stack: error.stack && text(error.stack),
    // The reason of `fetch failed` is in its cause.
    cause: error.cause instanceof Error ? text(String(error.cause)) : undefined,
  };
}
