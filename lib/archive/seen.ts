import type { Opened } from "@/lib/domain/stored-format";
import { observe } from "@/lib/observe/observe";
import type { Envelope } from "./envelope";

/** A value of the store, as text and decoded; null: there is none. */
export type Seen<Value> = { text: string; opened: Opened<Value> } | null;

/** Decodes a value of the store, and warns of a damaged one. */
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

/** A value as it is stored when it is written. */
export function seal<Value>(envelope: Envelope<Value>, value: Value): NonNullable<Seen<Value>> {
  return { text: envelope.seal(value), opened: { state: "read", value } };
}

/** The value, if it could be read. */
export function contentOf<Value>(seen: Seen<Value> | undefined): Value | null {
  return seen?.opened.state === "read" ? seen.opened.value : null;
}
