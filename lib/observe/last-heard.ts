import type { ObservedEvent } from "./observe";

/** How the last try of each kind went, as far as this process has heard. */
export interface LastHeard {
  /** `failing`: the last command of some kind was refused or not answered. */
  store: "unknown" | "ok" | "failing";
  /** Whether the last state of a player that was to be kept for good is kept. */
  history: "unknown" | "ok" | "failing";
  /** Whether RA took the key when it was last asked. */
  key: "unknown" | "accepted" | "refused";
}

type StoreCommand = (ObservedEvent & { type: "store" })["command"];

interface Heard extends Pick<LastHeard, "history" | "key"> {
  /** By command: one that may not write can still read. */
  commands: Map<StoreCommand, boolean>;
}

const KEY = Symbol.for("longplay.last-heard");
const shared = globalThis as { [KEY]?: Heard };

function heard(): Heard {
  shared[KEY] ??= { commands: new Map(), history: "unknown", key: "unknown" };
  return shared[KEY];
}

/** Remembers what an event says of the store, the history and the key, for all bundles of this process. */
export function rememberHeard(event: ObservedEvent): void {
  switch (event.type) {
    case "store":
      // These two are seldom sent, so one that failed would stand for long.
      if (event.command !== "keys" && event.command !== "time") {
        heard().commands.set(event.command, event.ok);
      }
      return;
    case "history":
      if (event.outcome === "failed") heard().history = "failing";
      else if (event.outcome === "kept" || event.outcome === "older") heard().history = "ok";
      return;
    case "upstream":
      // Images are had without the key, and an outage says nothing of it.
      if (event.endpoint === "media") return;
      if (event.outcome === "unauthorized-key") heard().key = "refused";
      else if (event.outcome === "ok" || event.outcome === "player-not-found") {
        heard().key = "accepted";
      }
  }
}

/** What this process has heard last, at no cost: nobody is asked. */
export function lastHeard(): LastHeard {
  const { commands, history, key } = heard();
  const wentWell = [...commands.values()];
  const store = wentWell.every(Boolean) ? "ok" : "failing";
  return { store: wentWell.length === 0 ? "unknown" : store, history, key };
}
