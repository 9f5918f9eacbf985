import { type ObservedEvent, type Outcome, V2_ENDPOINTS, type V2Endpoint } from "./observe";

/** How the last attempt of each kind ended in this process. */
export interface LastOutcomes {
  /** `failing`: the last command of some kind was refused or not answered. */
  store: "unknown" | "ok" | "failing";
  /** Whether the last snapshot for a history was stored. */
  history: "unknown" | "ok" | "failing";
  /** Whether RA accepted the key when it was last asked. */
  key: "unknown" | "accepted" | "refused";
}

type StoreCommand = (ObservedEvent & { type: "store" })["command"];

interface Recorded extends Pick<LastOutcomes, "history" | "key"> {
  /** Whether the last command of each kind succeeded: a store that refuses writes may still answer reads. */
  commands: Map<StoreCommand, boolean>;
  /** Which endpoints of RA's API v2 refused the key when they were last asked, or sent times that cannot be read. */
  refusedV2: Set<V2Endpoint>;
}

const KEY = Symbol.for("longplay.last-outcomes");
const shared = globalThis as { [KEY]?: Recorded };

function recorded(): Recorded {
  shared[KEY] ??= {
    commands: new Map(),
    history: "unknown",
    key: "unknown",
    refusedV2: new Set(),
  };
  return shared[KEY];
}

/** Records what an event says about the store, the history and the key, for all bundles of this process. */
export function recordOutcome(event: ObservedEvent): void {
  switch (event.type) {
    case "store":
      // These two are rare, so a failed one would count for too long.
      if (event.command !== "keys" && event.command !== "time") {
        recorded().commands.set(event.command, event.ok);
      }
      return;
    case "history":
      if (event.outcome === "failed") recorded().history = "failing";
      else if (event.outcome === "kept" || event.outcome === "older") recorded().history = "ok";
      return;
    case "upstream":
      if (isV2(event.endpoint)) {
        // A key that opens no v2 works for the rest.
        recordV2(event.endpoint, event.outcome);
        return;
      }
      // Images need no key, and an outage says nothing about it.
      if (event.endpoint === "media") return;
      if (event.outcome === "unauthorized-key") recorded().key = "refused";
      else if (event.outcome === "ok" || event.outcome === "player-not-found") {
        recorded().key = "accepted";
      }
  }
}

function isV2(endpoint: string): endpoint is V2Endpoint {
  return V2_ENDPOINTS.some((each) => each === endpoint);
}

function recordV2(endpoint: V2Endpoint, outcome: Outcome): void {
  const { refusedV2 } = recorded();
  // Times do not depend on how ranks look.
  const isUnreadable = outcome === "invalid-response" && endpoint !== "player-rank";
  if (outcome === "unauthorized-key" || isUnreadable) refusedV2.add(endpoint);
  else if (outcome === "ok" || outcome === "player-not-found") refusedV2.delete(endpoint);
}

/** The last outcomes of this process, without a request to the store or RA. */
export function lastOutcomes(): LastOutcomes {
  const { commands, history, key } = recorded();
  const successes = [...commands.values()];
  const store = successes.every(Boolean) ? "ok" : "failing";
  return { store: successes.length === 0 ? "unknown" : store, history, key };
}

/** Whether times of RA's API v2 could not be had when this process last asked it; outages do not count. */
export function wasV2Refused(): boolean {
  return recorded().refusedV2.size > 0;
}
