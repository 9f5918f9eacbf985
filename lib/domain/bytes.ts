import { DAY_MS, utcDayOf } from "./days";

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true });

/** Encodes numbers and texts in few bytes. */
export type ByteWriter = ReturnType<typeof createByteWriter>;

/** Makes an empty writer. */
export function createByteWriter() {
  const collected: number[] = [];
  function number(value: number): void {
    if (!Number.isSafeInteger(value) || value < 0) {
      throw new RangeError("Only whole numbers from 0 on.");
    }
    let rest = value;
    while (rest >= 0x80) {
      collected.push((rest % 0x80) + 0x80);
      rest = Math.floor(rest / 0x80);
    }
    collected.push(rest);
  }
  return {
    /** A whole number from 0 to 2^53 - 1: a byte for each seven bits. */
    number,
    /** A whole number that may be below 0: a byte up to 63, two up to 8191. */
    signed: (value: number) => number(value < 0 ? -2 * value - 1 : 2 * value),
    /** A number or null, as its difference from a likely value. */
    near(value: number | null, likely: number): void {
      if (value === null) number(0);
      else number(value < likely ? 2 * (likely - value) : 2 * (value - likely) + 1);
    },
    text(value: string): void {
      const bytes = encoder.encode(value);
      number(bytes.length);
      for (const byte of bytes) collected.push(byte);
    },
    bytes: () => Uint8Array.from(collected),
  };
}

/** Decodes what a {@link ByteWriter} encoded, in the same order. All throw a RangeError after the end. */
export type ByteReader = ReturnType<typeof createByteReader>;

/** Makes a reader of some bytes, from the first on. */
export function createByteReader(bytes: Uint8Array) {
  let at = 0;
  function number(): number {
    let value = 0;
    for (let weight = 1; ; weight *= 0x80) {
      const byte = bytes[at++];
      if (byte === undefined) throw new RangeError("There are no more bytes.");
      if (byte < 0x80) return value + byte * weight;
      value += (byte - 0x80) * weight;
    }
  }
  return {
    number,
    signed(): number {
      const value = number();
      return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
    },
    near(likely: number): number | null {
      const value = number();
      if (value === 0) return null;
      return likely + (value % 2 === 1 ? (value - 1) / 2 : -value / 2);
    },
    text(): string {
      const length = number();
      if (at + length > bytes.length) throw new RangeError("There are no more bytes.");
      at += length;
      return decoder.decode(bytes.subarray(at - length, at));
    },
  };
}

/** Days since 1970, of a day such as `2026-11-23`. */
export function dayNumber(day: string): number {
  return Date.parse(day) / DAY_MS;
}

/** The day that {@link dayNumber} numbers. */
export function dayOfNumber(number: number): string {
  return utcDayOf(number * DAY_MS);
}
