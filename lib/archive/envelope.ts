import { createHash } from "node:crypto";
import { type ByteReader, type ByteWriter, createByteReader, createByteWriter } from "./bytes";

const CHECKSUM_BYTES = 6;
const FORMAT = /^lph[hd]\d+:/;

/** What a value of the store turned out to be. */
export type Opened<Value> =
  | { state: "read"; value: Value }
  /** It was written by another version of the site, which has to be left alone. */
  | { state: "foreign" }
  | { state: "damaged" };

/** How values of one kind are written: a mark, a checksum and the bytes, in ASCII. */
export interface Envelope<Value> {
  seal(value: Value): string;
  /** Never throws. */
  open(text: string): Opened<Value>;
}

/**
 * Makes the envelope of a kind of values.
 *
 * @param mark of the kind and its format, such as `lphd1:`; another format gets another number
 */
export function createEnvelope<Value>(
  mark: string,
  write: (value: Value, writer: ByteWriter) => void,
  read: (reader: ByteReader) => Value,
): Envelope<Value> {
  return {
    seal(value) {
      const writer = createByteWriter();
      write(value, writer);
      const body = writer.bytes();
      return mark + Buffer.concat([checksum(body), body]).toString("base64");
    },
    open(text) {
      if (!text.startsWith(mark)) return { state: FORMAT.test(text) ? "foreign" : "damaged" };
      const bytes = Buffer.from(text.slice(mark.length), "base64");
      const body = bytes.subarray(CHECKSUM_BYTES);
      if (!checksum(body).equals(bytes.subarray(0, CHECKSUM_BYTES))) return { state: "damaged" };
      try {
        return { state: "read", value: read(createByteReader(body)) };
      } catch {
        return { state: "damaged" };
      }
    },
  };
}

function checksum(body: Uint8Array): Buffer {
  return createHash("sha256").update(body).digest().subarray(0, CHECKSUM_BYTES);
}
