import { crc32 } from "node:zlib";
import type { CardUrl } from "@/lib/cards/card-url";
import { readStampText, type Stamp, stampText } from "./stamp";

type Format = CardUrl["format"];

/** The keyword of a PNG's text, and the first word of an SVG's comment. */
const KEYWORD = "longplay";
const COMMENT = /<!-- longplay ([^>]*) -->$/;
/** Bytes before a PNG's chunks, of a chunk's length and type, and of its checksum. */
const SIGNATURE = 8;
const HEAD = 8;
const CHECKSUM = 4;
/** The last chunk, without data. */
const IEND = HEAD + CHECKSUM;

/** A picture with its stamp: a comment behind an SVG, a `tEXt` chunk at the end of a PNG. */
export function withStamp(bytes: Uint8Array, format: Format, stamp: Stamp): Uint8Array {
  if (format === "svg") {
    return Buffer.concat([bytes, Buffer.from(`<!-- ${KEYWORD} ${stampText(stamp)} -->`)]);
  }
  const end = bytes.length - IEND;
  const chunk = textChunk(`${KEYWORD}\0${stampText(stamp)}`);
  return Buffer.concat([bytes.subarray(0, end), chunk, bytes.subarray(end)]);
}

/** The stamp of a file; null if it has none. */
export function stampIn(bytes: Uint8Array, format: Format): Stamp | null {
  const file = Buffer.from(bytes);
  const text = format === "svg" ? COMMENT.exec(file.toString())?.[1] : textOfPng(file);
  return readStampText(text ?? "");
}

function textChunk(text: string): Buffer {
  const data = Buffer.from(`tEXt${text}`, "latin1");
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  const checksum = Buffer.alloc(CHECKSUM);
  checksum.writeUInt32BE(crc32(data));
  return Buffer.concat([length, data, checksum]);
}

function textOfPng(file: Buffer): string | undefined {
  for (let at = SIGNATURE; at + HEAD <= file.length; ) {
    const from = at + HEAD;
    const to = from + file.readUInt32BE(at);
    const [keyword, text] = file.toString("latin1", from, to).split("\0", 2);
    if (file.toString("latin1", at + 4, from) === "tEXt" && keyword === KEYWORD) return text;
    at = to + CHECKSUM;
  }
  return undefined;
}
