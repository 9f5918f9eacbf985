import { createHash } from "node:crypto";
import {
  type ByteReader,
  type ByteWriter,
  createByteReader,
  createByteWriter,
} from "@/lib/domain/bytes";
import { storedFormat } from "@/lib/domain/stored-format";

const CHECKSUM_BYTES = 6;

/** The encoding of one kind of values, in ASCII: a mark with the format version, and in base64 a checksum and bytes. */
export type Envelope<Value> = ReturnType<typeof createEnvelope<Value>>;

/**
 * Makes the envelope of a kind of values.
 *
 * @param mark of the kind, such as `lphd`
 * @param write the newest version
 * @param readers by version
 */
export function createEnvelope<Value>(
  mark: string,
  write: (value: Value, writer: ByteWriter) => void,
  readers: Readonly<Record<number, (reader: ByteReader) => Value>>,
) {
  const ofText = Object.entries(readers).map(([version, read]) => [
    version,
    (body: string) => read(createByteReader(checkedBytes(body))),
  ]);
  const format = storedFormat<Value>(mark, Object.fromEntries(ofText));
  return {
    seal(value: Value): string {
      const writer = createByteWriter();
      write(value, writer);
      const body = writer.bytes();
      return format.seal(Buffer.concat([checksum(body), body]).toString("base64"));
    },
    open: format.open,
    read: format.read,
  };
}

function checkedBytes(text: string): Uint8Array {
  const bytes = Buffer.from(text, "base64");
  const body = bytes.subarray(CHECKSUM_BYTES);
  if (!checksum(body).equals(bytes.subarray(0, CHECKSUM_BYTES))) {
    throw new RangeError("The checksum does not fit.");
  }
  return body;
}

function checksum(body: Uint8Array): Buffer {
  return createHash("sha256").update(body).digest().subarray(0, CHECKSUM_BYTES);
}
