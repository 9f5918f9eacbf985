import { createHash } from "node:crypto";
import { brotliDecompressSync, inflateSync } from "node:zlib";

/** One kind of what the site stores, by the beginning of its keys. */
interface StoredKind {
  /** All that can follow in a key of this kind: too little to hold the API key in a compressed form. */
  rest: RegExp;
  /**
   * The content of a value, without base64 and compression.
   *
   * @returns null if the value is not exactly what the site writes
   * @throws as well, for the same reason
   */
  unpack(value: string): Uint8Array | string | null;
}

const ULID = "[0-9a-z]{26}";
/** What stands for a name or a ULID that is not to be readable. */
const MARK = /^[0-9a-f]{32}$/;
const asItIs = (grammar: RegExp) => (value: string) => (grammar.test(value) ? value : null);

/** Every kind of key that the site writes, named by what stands between `longplay:` and the next colon. */
export const STORED_KINDS: Readonly<Record<string, StoredKind>> = {
  player: { rest: new RegExp(`^${ULID}$`), unpack: sealed(/^lp\d+:/, 8, brotliDecompressSync) },
  history: {
    rest: new RegExp(`^${ULID}(:\\d{4}-\\d\\d-\\d\\d)?$`),
    unpack: sealed(/^lph[hd]\d+:/, 6, (body) => body),
  },
  unlocks: {
    rest: new RegExp(`^${ULID}(:(\\d{4}|part))?(:names)?$`),
    unpack: sealed(/^lpu[hynp]\d+:/, 8, brotliDecompressSync),
  },
  times: {
    rest: new RegExp(`^${ULID}(:part)?$`),
    unpack: sealed(/^lpt[hp]\d+:/, 8, brotliDecompressSync),
  },
  ranks: { rest: new RegExp(`^${ULID}$`), unpack: asItIs(/^lprk\d+:\{.{1,1000}\}$/) },
  awards: { rest: new RegExp(`^${ULID}$`), unpack: asItIs(/^lpaw\d+:\{.+\}$/) },
  filling: { rest: new RegExp(`^${ULID}(:times)?$`), unpack: asItIs(/^[0-9a-f-]{36}$/) },
  played: {
    rest: new RegExp(`^${ULID}:\\d{1,10}$`),
    unpack: sealed(/^lpgp\d+:/, 8, brotliDecompressSync),
  },
  game: { rest: /^\d{1,10}$/, unpack: sealed(/^lpgf\d+:/, 8, brotliDecompressSync) },
  image: { rest: /^\/\w{1,20}\/[\w-]{1,26}\.png$/, unpack: png },
  name: { rest: /^\w{1,20}$/, unpack: asItIs(new RegExp(`^${ULID} \\d{1,13}$`)) },
  unknown: { rest: /^\w{1,26}$/, unpack: asItIs(/^\d{1,13}$/) },
  empty: { rest: new RegExp(`^${ULID}$`), unpack: asItIs(/^\d{1,13}$/) },
  removed: { rest: MARK, unpack: asItIs(/^lpr\d+:$/) },
  "removed-name": { rest: MARK, unpack: asItIs(/^lpr\d+:[0-9a-f]{32}$/) },
  hidden: { rest: MARK, unpack: asItIs(/^lpr\d+:[0-9a-f]{32}$/) },
  watched: { rest: new RegExp(`^${ULID}$`), unpack: asItIs(/^\d{1,13} \d{1,13}$/) },
  lock: {
    rest: /^\w{1,26}(:\d{1,10})?$/,
    unpack: asItIs(/^([0-9a-f-]{36}|failed [a-z-]{1,20} \d{0,4})$/),
  },
  // One key each, so they need no shortcut.
  upstream: { rest: /^$/, unpack: () => null },
  "upstream-v2": { rest: /^$/, unpack: () => null },
  doctor: { rest: /^[0-9a-f-]{36}$/, unpack: () => null },
};

/** A mark, then base64 of a checksum of the content and the packed content. The checksum shows that nothing else is in it. */
function sealed(mark: RegExp, checksumBytes: number, decompress: (body: Buffer) => Buffer) {
  return (value: string) => {
    if (!mark.test(value)) return null;
    const text = value.replace(mark, "");
    const bytes = Buffer.from(text, "base64");
    if (bytes.toString("base64") !== text) return null;
    const body = decompress(bytes.subarray(checksumBytes));
    const checksum = createHash("sha256").update(body).digest().subarray(0, checksumBytes);
    return checksum.equals(bytes.subarray(0, checksumBytes)) ? body : null;
  };
}

const PNG_SIGNATURE = "89504e470d0a1a0a";
/** Chunks that are not compressed; `IDAT` is. */
const PLAIN_CHUNKS = /^(IHDR|PLTE|IEND|tRNS|gAMA|cHRM|sRGB|pHYs|bKGD|sBIT|tEXt|tIME)$/;

/** Base64 of a whole PNG: its bytes, and its pixels as they were before they were compressed. */
function png(value: string): Buffer | null {
  const bytes = Buffer.from(value, "base64");
  if (bytes.toString("base64") !== value) return null;
  if (bytes.subarray(0, 8).toString("hex") !== PNG_SIGNATURE) return null;
  const data: Buffer[] = [];
  let at = 8;
  while (at < bytes.length) {
    const end = at + 8 + bytes.readUInt32BE(at);
    const type = bytes.toString("latin1", at + 4, at + 8);
    if (type === "IDAT") data.push(bytes.subarray(at + 8, end));
    else if (!PLAIN_CHUNKS.test(type)) return null;
    at = end + 4;
  }
  return at === bytes.length ? Buffer.concat([bytes, inflateSync(Buffer.concat(data))]) : null;
}
