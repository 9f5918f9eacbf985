import type { Opened } from "@/lib/domain/stored-format";
import { observe } from "@/lib/observe/observe";
import type { Envelope } from "./envelope";

/** A value of the store, as it is there and as it reads; null: there is none. */
export type Seen<Value> = { text: string; opened: Opened<Value> } | null;

/** Reads a value of the store, and tells of one that is damaged. */
export function see<Value>(
  envelope: Envelope<Value>,
  text: string | null | undefined,
): Seen<Value> {
  if (text === null || text === undefined) return null;
  const opened = envelope.open(text);
  if (opened.state === "damaged") {
    observe({ type: "warning", message: "A stored value of a player's history is damaged." });
  }
  return { text, opened };
}

/** What was read, if it could be. */
export function contentOf<Value>(seen: Seen<Value> | undefined): Value | null {
  return seen?.opened.state === "read" ? seen.opened.value : null;
}
