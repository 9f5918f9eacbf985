import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Observer } from "./observe";
import { upstreamGate } from "./upstream-gate";

/** Labels are for good: what is none of these is counted as `other`. */
const SURFACES = new Set(["page", "card", "json", "drop-in", "feed", "badge", "export"]);
const SECONDS = [0.001, 0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** What a process has counted. */
export interface Metrics {
  observer: Observer;
  /** In Prometheus' text format. */
  text: () => Promise<string>;
  contentType: string;
}

const KEY = Symbol.for("longplay.metrics");
const shared = globalThis as { [KEY]?: Metrics };

/** The metrics of this process, once {@link createMetrics} has made them. */
export function processMetrics(): Metrics | undefined {
  return shared[KEY];
}

/** Counts events in Prometheus' terms. All labels are words of this site's code: there are few of each. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const players = new Histogram({
    name: "longplay_player_seconds",
    help: "Views that asked for a player: how long until they had one or knew why not",
    labelNames: ["surface", "result"],
    buckets: SECONDS,
    registers,
  });
  const upstream = new Histogram({
    name: "longplay_upstream_seconds",
    help: "Requests to RetroAchievements",
    labelNames: ["endpoint", "outcome"],
    buckets: SECONDS,
    registers,
  });
  const loads = new Histogram({
    name: "longplay_load_seconds",
    help: "Players read from RetroAchievements, for the first time or again",
    labelNames: ["cause", "outcome"],
    buckets: SECONDS,
    registers,
  });
  const store = new Histogram({
    name: "longplay_store_seconds",
    help: "Commands of the store",
    labelNames: ["command", "ok"],
    buckets: SECONDS,
    registers,
  });
  const budget = new Gauge({
    name: "longplay_upstream_calls_left",
    help: "What may still be asked of RetroAchievements in this minute, as this process last heard",
    registers,
  });
  // None that was not heard of: 0 would be a false alarm.
  budget.remove();
  new Gauge({
    name: "longplay_upstream_breaker_open",
    help: "1 while the breaker is open, as this process last heard",
    registers,
    collect() {
      this.set(upstreamGate() === "shut" ? 1 : 0);
    },
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
              surface: SURFACES.has(event.surface) ? event.surface : "other",
              result: event.result,
            },
            event.milliseconds / 1000,
          );
        case "upstream":
          return upstream.observe(
            { endpoint: event.endpoint, outcome: event.outcome },
            event.milliseconds / 1000,
          );
        case "load":
          return loads.observe(
            { cause: event.cause, outcome: event.outcome },
            event.milliseconds / 1000,
          );
        case "store":
          return store.observe(
            { command: event.command, ok: String(event.ok) },
            event.milliseconds / 1000,
          );
        case "gate":
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
