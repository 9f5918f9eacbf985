import sharp from "sharp";
import { LIMITS } from "@/lib/limits";

const STARTS = [
  [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
];

/** Twice the usual size on a card, so that it is sharp on dense screens. */
const SIZE = 72;

/**
 * Shrinks an image to a square PNG of 72 pixels and at most 64 colours.
 *
 * @returns null if the bytes are no PNG, JPEG or GIF, whatever their `Content-Type`
 */
export async function shrinkImage(bytes: Uint8Array): Promise<Buffer | null> {
  if (!STARTS.some((start) => start.every((byte, at) => bytes[at] === byte))) return null;
  try {
    return await sharp(bytes, { limitInputPixels: LIMITS.imagePixels })
      .resize(SIZE, SIZE, { fit: "cover" })
      .png({ palette: true, colours: 64, effort: 8 })
      .toBuffer();
  } catch {
    return null;
  }
}
