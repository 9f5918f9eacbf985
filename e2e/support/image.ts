import { createHash } from "node:crypto";
import { encode } from "fast-png";

/** A 96×96 PNG of four coloured squares that differ from name to name. */
export function imageOf(name: string): Buffer {
  const colours = createHash("sha256").update(name).digest();
  const size = 96;
  const data = new Uint8Array(size * size * 3);
  for (let pixel = 0; pixel < size * size; pixel++) {
    const right = pixel % size >= size / 2 ? 3 : 0;
    const below = pixel >= (size * size) / 2 ? 6 : 0;
    data.set(colours.subarray(right + below, right + below + 3), pixel * 3);
  }
  return Buffer.from(encode({ width: size, height: size, channels: 3, data }));
}
