import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { lastBreakerState } from "./last-breaker-state";
import type { Observer } from "./observe";
import { SURFACES } from "./surface";

/** Label values: a time series is never removed, so anything else is counted as `other`. */
const LABELS: ReadonlySet<string> = new Set(SURFACES);
const SECONDS = [0.001, 0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** The metrics of a process. */
export interface Metrics {
  observer: Observer;
  /** In the Prometheus text format. */
  text: () => Promise<string>;
  contentType: string;
}

const KEY = Symbol.for("longplay.metrics");
const shared = globalThis as { [KEY]?: Metrics };

/** The metrics of this process, once {@link createMetrics} has made them. */
export function processMetrics(): Metrics | undefined {
  return shared[KEY];
}

/** Counts events as Prometheus metrics. All label values are words of the code, so there are few series. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const durations = (name: string, help: string, labelNames: string[]) =>
    new Histogram({
      name: `longplay_${name}_seconds`,
      help,
      labelNames,
      buckets: SECONDS,
      registers,
    });
  const players = durations(
    "player",
    "Requests for a player by any view, until the player or an error",
    ["surface", "result"],
  );
  const upstream = durations("upstream", "Requests to RetroAchievements", ["endpoint", "outcome"]);
  const unreadableRows = new Counter({
    name: "longplay_unreadable_rows_total",
    help: "Rows of RetroAchievements' lists that could not be read",
    registers,
  });
  const loads = durations("load", "Players fetched from RetroAchievements", ["cause", "outcome"]);
  const skipped = new Counter({
    name: "longplay_refreshes_skipped_total",
    help: "Stale values that were not refreshed, by why",
    labelNames: ["source", "reason"],
    registers,
  });
  const store = durations("store", "Commands of the store", ["command", "ok"]);
  const history = durations("history", "Snapshots of players to be stored in their history", [
    "outcome",
  ]);
  const budget = new Gauge({
    name: "longplay_upstream_calls_left",
    help: "Calls to RetroAchievements left in this minute, as this process last read",
    registers,
  });
  // Until it is known, no value: 0 would be a false alarm.
  budget.remove();
  new Gauge({
    name: "longplay_upstream_breaker_open",
    help: "1 while the circuit breaker is open, as this process last read",
    registers,
    collect() {
      this.set(lastBreakerState() === "open" ? 1 : 0);
    },
  });
  const watched = new Counter({
    name: "longplay_watched_players_total",
    help: "Players of the daily check, by outcome",
    labelNames: ["outcome"],
    registers,
  });
  const watchedLeft = new Gauge({
    name: "longplay_watched_players_left",
    help: "Players left to check that day after this process' last run",
    registers,
  });
  watchedLeft.remove();
  const watchStops = new Counter({
    name: "longplay_watch_put_off_total",
    help: "Runs of the daily check that stopped early, by reason",
    labelNames: ["outcome"],
    registers,
  });
  const warnings = new Counter({
    name: "longplay_warnings_total",
    help: "Warnings and unexpected errors in the log",
    labelNames: ["kind"],
    registers,
  });
  const metrics: Metrics = {
    text: () => registry.metrics(),
    contentType: registry.contentType,
    observer(event) {
      switch (event.type) {
        case "player":
          return players.observe(
            {
              surface: LABELS.has(event.surface) ? event.surface : "other",
              result: event.result,
            },
            event.milliseconds / 1000,
          );
        case "upstream":
          return upstream.observe(
            { endpoint: event.endpoint, outcome: event.outcome },
            event.milliseconds / 1000,
          );
        case "unreadable-rows":
          return unreadableRows.inc(event.rows);
        case "load":
          return loads.observe(
            { cause: event.cause, outcome: event.outcome },
            event.milliseconds / 1000,
          );
        case "refresh-skipped":
          return skipped.inc({ source: event.source, reason: event.reason });
        case "store":
          return store.observe(
            { command: event.command, ok: String(event.ok) },
            event.milliseconds / 1000,
          );
        case "history":
          return history.observe({ outcome: event.outcome }, event.milliseconds / 1000);
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
    },
  };
  shared[KEY] = metrics;
  return metrics;
}
