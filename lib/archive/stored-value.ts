import type { Opened } from "@/lib/domain/stored-format";
import { observe } from "@/lib/observe/observe";
import type { Envelope } from "./envelope";

/** A value of the store, as text and decoded; null: there is none. */
export type StoredValue<Value> = { text: string; opened: Opened<Value> } | null;

/** Decodes a value of the store, and warns of a damaged one. */
export function decodeValue<Value>(
  envelope: Envelope<Value>,
  text: string | null | undefined,
): StoredValue<Value> {
  if (text === null || text === undefined) return null;
  const opened = envelope.open(text);
  if (opened.state === "damaged") {
    observe({ type: "warning", message: "A stored value of a player's history is damaged." });
  }
  return { text, opened };
}

/** A value as it is stored when it is written. */
export function encodeValue<Value>(
  envelope: Envelope<Value>,
  value: Value,
): NonNullable<StoredValue<Value>> {
  return { text: envelope.seal(value), opened: { state: "read", value } };
}

/** The value, if it could be read. */
export function contentOf<Value>(seen: StoredValue<Value> | undefined): Value | null {
  return seen?.opened.state === "read" ? seen.opened.value : null;
}
