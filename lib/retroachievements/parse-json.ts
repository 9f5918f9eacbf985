import { InvalidResponse } from "@/lib/domain/upstream-error";
import { LIMITS } from "@/lib/limits";

const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c];
const OPENS: ReadonlySet<number> = new Set([0x5b, 0x7b]);
const SPACES: ReadonlySet<number> = new Set([0x20, 0x09, 0x0a, 0x0d]);
const CLOSES: ReadonlySet<number> = new Set([0x5d, 0x7d]);

/**
 * Parses bounded JSON.
 *
 * `JSON.parse` takes a thousand times longer for a megabyte of brackets than for one of text, and blocks the event loop.
 * So values are counted first, which takes some milliseconds for any body.
 *
 * @param body UTF-8
 * @param maxValues elements of lists and members of objects, in all
 * @throws InvalidResponse if the body is not JSON, has more values, or is nested deeper than `LIMITS.answerDepth`
 */
export function parseJson(body: Buffer, maxValues: number): unknown {
  if (!isWithin(body, maxValues)) throw new InvalidResponse(subjectOf(body));
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    throw new InvalidResponse("all");
  }
}

/** What an answer beyond its bounds is about: one player if it starts as JSON, else all of RA, as an error page of a CDN. */
export function subjectOf(body: Uint8Array): "player" | "all" {
  const first = body.find((byte) => !SPACES.has(byte));
  return first !== undefined && OPENS.has(first) ? "player" : "all";
}

function isWithin(body: Buffer, maxValues: number): boolean {
  let values = 1;
  let depth = 0;
  for (let at = 0; at < body.length; at++) {
    const byte = body[at] as number;
    if (byte === QUOTE) at = endOfString(body, at);
    else if (byte === COMMA) values++;
    else if (OPENS.has(byte)) {
      values++;
      depth++;
    } else if (CLOSES.has(byte)) depth--;
    if (values > maxValues || depth > LIMITS.answerDepth) return false;
  }
  return true;
}

/** The index of the quote that ends a string; the end of the body if there is none. */
function endOfString(body: Buffer, start: number): number {
  let at = start + 1;
  while (at < body.length && body[at] !== QUOTE) at += body[at] === BACKSLASH ? 2 : 1;
  return at;
}
