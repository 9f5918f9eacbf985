import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, brotliDecompress, constants } from "node:zlib";
import { storedFormat } from "@/lib/domain/stored-format";
import { LIMITS } from "@/lib/limits";

const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);

const CHECKSUM_BYTES = 8;

/** The encoding of one kind of values. */
export type Sealed<Value> = ReturnType<typeof createSealed<Value>>;

/**
 * Makes the encoding of a kind of values, in ASCII: a mark with the format version, and in base64 a checksum and bytes
 * that Brotli has compressed.
 *
 * @param mark of the kind, such as `lpuy`
 * @param write the bytes of the newest version
 * @param readers by version; each throws if the bytes are damaged
 */
export function createSealed<Value>(
  mark: string,
  write: (value: Value) => Uint8Array,
  readers: Readonly<Record<number, (bytes: Uint8Array) => Value>>,
) {
  const format = storedFormat<Promise<Value>>(
    mark,
    Object.fromEntries(
      Object.entries(readers).map(([version, read]) => [
        version,
        async (body: string) => read(await bytesOf(body)),
      ]),
    ),
  );
  return {
    async seal(value: Value): Promise<string> {
      const bytes = write(value);
      const compressed = await compress(bytes, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: 9,
          [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
        },
      });
      return format.seal(Buffer.concat([checksum(bytes), compressed]).toString("base64"));
    },
    /** The value of a text; null if it is damaged, or of a later version of this site. Never throws. */
    async read(text: string | null | undefined): Promise<Value | null> {
      return (await format.read(text)?.catch(() => null)) ?? null;
    },
    /** Whether another version of this site wrote a text: it has to be left alone. */
    isForeign: (text: string | null): boolean =>
      text !== null && format.open(text).state === "foreign",
  };
}

async function bytesOf(text: string): Promise<Uint8Array> {
  const sealed = Buffer.from(text, "base64");
  const bytes = await decompress(sealed.subarray(CHECKSUM_BYTES), {
    // A damaged value must not ask for all the memory there is.
    maxOutputLength: LIMITS.filledBytes,
  });
  if (!checksum(bytes).equals(sealed.subarray(0, CHECKSUM_BYTES))) {
    throw new RangeError("The checksum does not fit.");
  }
  return bytes;
}

function checksum(bytes: Uint8Array): Buffer {
  return createHash("sha256").update(bytes).digest().subarray(0, CHECKSUM_BYTES);
}
