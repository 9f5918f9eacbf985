import { type ObservedEvent, V2_ENDPOINTS } from "./observe";

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
  /** Whether RA's API v2 refused the key, or sent what cannot be read, when it was last asked. */
  isV2Refused: boolean;
}

const KEY = Symbol.for("longplay.last-outcomes");
const shared = globalThis as { [KEY]?: Recorded };

function recorded(): Recorded {
  shared[KEY] ??= {
    commands: new Map(),
    history: "unknown",
    key: "unknown",
    isV2Refused: false,
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
      if (V2_ENDPOINTS.some((endpoint) => endpoint === event.endpoint)) {
        // A key that opens no v2 works for the rest.
        if (event.outcome === "unauthorized-key" || event.outcome === "invalid-response") {
          recorded().isV2Refused = true;
        } else if (event.outcome === "ok" || event.outcome === "player-not-found") {
          recorded().isV2Refused = false;
        }
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

/** The last outcomes of this process, without a request to the store or RA. */
export function lastOutcomes(): LastOutcomes {
  const { commands, history, key } = recorded();
  const successes = [...commands.values()];
  const store = successes.every(Boolean) ? "ok" : "failing";
  return { store: successes.length === 0 ? "unknown" : store, history, key };
}

/** Whether RA's API v2 could not be had when this process last asked it; outages do not count. */
export function wasV2Refused(): boolean {
  return recorded().isV2Refused;
}
