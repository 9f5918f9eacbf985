import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from "node:zlib";
import { holdsKey } from "./key-leak";
import { STORED_KINDS } from "./stored-kinds";

/** How long the search of a whole store may take. */
const MOST_MS = 20_000;
/** How many values may be packed in a way that their kind does not name: those that tests damage on purpose. */
const MOST_UNFAMILIAR = 100;

/** Each format, and whether bytes can begin so: most attempts would fail at their first two bytes, at a price. */
const FORMATS = [
  { decompress: gunzipSync, canBegin: (bytes: Buffer) => bytes[0] === 0x1f && bytes[1] === 0x8b },
  {
    decompress: inflateSync,
    canBegin: ([first = 0, second = 0]: Buffer) =>
      first % 16 === 8 && (256 * first + second) % 31 === 0,
  },
  { decompress: inflateRawSync, canBegin: () => true },
  { decompress: brotliDecompressSync, canBegin: () => true },
];

/** What a search has gone through. */
export interface StoredSearch {
  keys: number;
  /** Values that were not as their kind is written, so that every format was tried. */
  unfamiliar: number;
  milliseconds: number;
}

/**
 * Searches everything that is stored, keys and values, for the API key: plain, as base64, compressed. How a value is
 * packed is read from its kind; a value that is packed otherwise is tried in every format.
 *
 * @param pages keys with their values
 * @param most milliseconds that it may take, and values that may be packed otherwise
 * @throws Error if the API key is found, if a kind of key or too many values are not in `STORED_KINDS`, or after that time
 */
export async function searchStored(
  pages: AsyncIterable<readonly [key: string, value: string][]>,
  most = { milliseconds: MOST_MS, unfamiliar: MOST_UNFAMILIAR },
): Promise<StoredSearch> {
  const start = performance.now();
  const unknownKinds = new Set<string>();
  let keys = 0;
  let unfamiliar = 0;
  let withKey = 0;
  for await (const page of pages) {
    for (const [key, value] of page) {
      const milliseconds = performance.now() - start;
      if (milliseconds > most.milliseconds) {
        throw new Error(
          `Searching the store for the API key takes longer than ${most.milliseconds} ms: ${keys} keys are done, ${unfamiliar} of them in every format.`,
        );
      }
      keys++;
      const [, name = ""] = /^longplay:(\w+)/.exec(key) ?? [];
      const kind = STORED_KINDS[name];
      if (name && !kind) unknownKinds.add(name);
      const rest = key.slice(`longplay:${name}:`.length);
      const isKeyFamiliar = kind?.rest.test(rest) ?? false;
      const content = kind ? unpacked(kind.unpack, value) : null;
      if (content === null || !isKeyFamiliar) unfamiliar++;
      const isFound =
        (isKeyFamiliar ? holdsKey(key) : holdsKeySomehow(key)) ||
        (content === null ? holdsKeySomehow(value) : holdsKey(value) || holdsKey(content));
      if (isFound) withKey++;
    }
  }
  if (withKey > 0) throw new Error(`The API key is in ${withKey} stored values.`);
  if (unknownKinds.size > 0) {
    throw new Error(
      `The site stores what STORED_KINDS does not name: ${[...unknownKinds].join(", ")}. Say there how it is packed.`,
    );
  }
  if (unfamiliar > most.unfamiliar) {
    throw new Error(
      `${unfamiliar} stored values are not packed as STORED_KINDS says, ${most.unfamiliar} may be. Has a format changed?`,
    );
  }
  return { keys, unfamiliar, milliseconds: performance.now() - start };
}

function unpacked(unpack: (value: string) => Uint8Array | string | null, value: string) {
  try {
    return unpack(value);
  } catch {
    return null;
  }
}

/**
 * Whether a text of unknown packing holds the key, be it plain or compressed: any marks with a colon, then base64 of a few bytes of
 * checksum and any compressed format, mark and checksum as the text likes. Slow: tens of attempts to decompress.
 */
function holdsKeySomehow(text: string): boolean {
  if (holdsKey(text)) return true;
  const bytes = Buffer.from(text.replace(/^(\w+:)*/, ""), "base64");
  if (holdsKey(bytes)) return true;
  for (let start = 0; start <= Math.min(16, bytes.length); start++) {
    const rest = bytes.subarray(start);
    for (const { decompress, canBegin } of FORMATS) {
      try {
        if (canBegin(rest) && holdsKey(decompress(rest))) return true;
      } catch {
        // Not this format, or not from here.
      }
    }
  }
  return false;
}
