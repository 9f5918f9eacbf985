import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync, constants, gunzipSync, inflateSync } from "node:zlib";
import { SECRET_KEY } from "./secret-key.mjs";

const NEEDLES = [SECRET_KEY, Buffer.from(SECRET_KEY).toString("base64").replace(/=+$/, "")];

/** Whether text or bytes hold the key, in any case, plain or as base64. */
export function holdsKey(content: string | Uint8Array): boolean {
  const text = (
    typeof content === "string" ? content : Buffer.from(content).toString("latin1")
  ).toLowerCase();
  return NEEDLES.some((needle) => text.includes(needle.toLowerCase()));
}

const DECODERS: Record<string, (body: Buffer) => Buffer> = {
  // The flush options read as much of a body that was cut off as there is.
  gzip: (body) => gunzipSync(body, { finishFlush: constants.Z_SYNC_FLUSH }),
  deflate: (body) => inflateSync(body, { finishFlush: constants.Z_SYNC_FLUSH }),
  br: (body) => brotliDecompressSync(body, { finishFlush: constants.BROTLI_OPERATION_FLUSH }),
};

/**
 * A response's body without its `Content-Encoding`.
 *
 * @throws Error for an encoding that cannot be read here: what cannot be read cannot be searched.
 */
export function decodeBody(body: Buffer, encoding: string | undefined): Buffer {
  if (!encoding || encoding === "identity" || body.length === 0) return body;
  const decode = DECODERS[encoding];
  if (!decode) throw new Error(`cannot read Content-Encoding ${encoding}`);
  return decode(body);
}

/** The files below a folder that hold the key. */
export function filesWithKey(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile() && holdsKey(readFileSync(path)));
}
