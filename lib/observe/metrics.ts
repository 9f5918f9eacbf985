import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { lastBreakerState } from "./last-breaker-state";
import type { Observer } from "./observe";
import { SURFACES } from "./surface";

/** Label values: a time series is never removed, so anything else is counted as `other`. */
const LABELS: ReadonlySet<string> = new Set(SURFACES);
const SECONDS = [0.001, 0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

const KEY = Symbol.for("longplay.metrics");
const shared = globalThis as { [KEY]?: ReturnType<typeof createMetrics> };

/** The metrics of this process, once {@link createMetrics} has made them. */
export function processMetrics() {
  return shared[KEY];
}

/** Counts events as Prometheus metrics. All label values are words of the code, so there are few series. */
export function createMetrics() {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  /** @returns a function that records a duration in milliseconds */
  const durations = (name: string, help: string, labelNames: string[]) => {
    const seconds = new Histogram({
      ...{ name: `longplay_${name}_seconds`, help, labelNames, registers },
      buckets: SECONDS,
    });
    return (labels: Record<string, string>, milliseconds: number) =>
      seconds.observe(labels, milliseconds / 1000);
  };
  const counter = (name: string, help: string, labelNames: string[] = []) =>
    new Counter({ name: `longplay_${name}_total`, help, labelNames, registers });
  /** A gauge without a value until it is known: 0 would be a false alarm. */
  const gauge = (name: string, help: string) => {
    const made = new Gauge({ name: `longplay_${name}`, help, registers });
    made.remove();
    return made;
  };
  const players = durations(
    "player",
    "Requests for a player by any view, until the player or an error",
    ["surface", "result"],
  );
  const upstream = durations("upstream", "Requests to RetroAchievements", ["endpoint", "outcome"]);
  const unreadableRows = counter(
    "unreadable_rows",
    "Rows of RetroAchievements' lists that could not be read",
  );
  const loads = durations("load", "Players fetched from RetroAchievements", ["cause", "outcome"]);
  const skipped = counter("refreshes_skipped", "Stale values that were not refreshed, by why", [
    "source",
    "reason",
  ]);
  const store = durations("store", "Commands of the store", ["command", "ok"]);
  const history = durations("history", "Snapshots of players to be stored in their history", [
    "outcome",
  ]);
  const budget = gauge(
    "upstream_calls_left",
    "Calls to RetroAchievements left in this minute, as this process last read",
  );
  new Gauge({
    name: "longplay_upstream_breaker_open",
    help: "1 while the circuit breaker is open, as this process last read",
    registers,
    collect() {
      this.set(lastBreakerState() === "open" ? 1 : 0);
    },
  });
  const watched = counter("watched_players", "Players of the daily check, by outcome", ["outcome"]);
  const watchedLeft = gauge(
    "watched_players_left",
    "Players left to check that day after this process' last run",
  );
  const watchStops = counter(
    "watch_put_off",
    "Runs of the daily check that stopped early, by reason",
    ["outcome"],
  );
  const warnings = counter("warnings", "Warnings and unexpected errors in the log", ["kind"]);

  const observer: Observer = (event) => {
    switch (event.type) {
      case "player":
        return players(
          { surface: LABELS.has(event.surface) ? event.surface : "other", result: event.result },
          event.milliseconds,
        );
      case "upstream":
        return upstream({ endpoint: event.endpoint, outcome: event.outcome }, event.milliseconds);
      case "unreadable-rows":
        return unreadableRows.inc(event.rows);
      case "load":
        return loads({ cause: event.cause, outcome: event.outcome }, event.milliseconds);
      case "refresh-skipped":
        return skipped.inc({ source: event.source, reason: event.reason });
      case "store":
        return store({ command: event.command, ok: String(event.ok) }, event.milliseconds);
      case "history":
        return history({ outcome: event.outcome }, event.milliseconds);
      case "watch":
        for (const outcome of ["same", "read", "dropped"] as const) {
          watched.inc({ outcome }, event[outcome]);
        }
        watchedLeft.set(event.left);
        if (event.stoppedBy) watchStops.inc({ outcome: event.stoppedBy });
        return;
      case "rate-limiter":
        return budget.set(event.callsLeft);
      case "warning":
      case "error":
        return warnings.inc({ kind: event.type });
    }
  };

  const metrics = {
    /** In the Prometheus text format. */
    text: () => registry.metrics(),
    contentType: registry.contentType,
    observer,
  };
  shared[KEY] = metrics;
  return metrics;
}
