import { InvalidResponse } from "@/lib/domain/upstream-error";
import { LIMITS } from "@/lib/limits";

const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c];
const OPENS: ReadonlySet<number> = new Set([0x5b, 0x7b]);
const BLANKS: ReadonlySet<number> = new Set([0x20, 0x09, 0x0a, 0x0d]);
const CLOSES: ReadonlySet<number> = new Set([0x5d, 0x7d]);

/**
 * What a body of JSON says.
 *
 * `JSON.parse` takes a thousand times longer for a megabyte of brackets than for one of text, and nothing else runs
 * meanwhile. So values are counted first, which takes some milliseconds whatever the body is.
 *
 * @param body UTF-8
 * @param mostValues elements of lists and members of objects, all together
 * @throws InvalidResponse for what is no JSON, has more values, or lies deeper than `LIMITS.answerDepth`
 */
export function parseJson(body: Buffer, mostValues: number): unknown {
  if (!isWithin(body, mostValues)) throw new InvalidResponse(whatIsAnswered(body));
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    throw new InvalidResponse("all");
  }
}

/**
 * What an answer that is too large says something about: one player, if it begins as JSON; else all of RA, as a page of
 * a CDN does.
 */
export function whatIsAnswered(body: Uint8Array): "player" | "all" {
  const first = body.find((byte) => !BLANKS.has(byte));
  return first !== undefined && OPENS.has(first) ? "player" : "all";
}

function isWithin(body: Buffer, mostValues: number): boolean {
  let values = 1;
  let depth = 0;
  for (let at = 0; at < body.length; at++) {
    const byte = body[at] as number;
    if (byte === QUOTE) at = endOfText(body, at);
    else if (byte === COMMA) values++;
    else if (OPENS.has(byte)) {
      values++;
      depth++;
    } else if (CLOSES.has(byte)) depth--;
    if (values > mostValues || depth > LIMITS.answerDepth) return false;
  }
  return true;
}

/** Where the quote stands that ends a text; the end of the body if none does. */
function endOfText(body: Buffer, start: number): number {
  let at = start + 1;
  while (at < body.length && body[at] !== QUOTE) at += body[at] === BACKSLASH ? 2 : 1;
  return at;
}
