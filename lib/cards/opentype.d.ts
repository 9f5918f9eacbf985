// The parts of opentype.js that cards use; it ships no types.
declare module "opentype.js" {
  /** Of a TrueType font, as all fonts of the cards are; other formats also have cubic curves and closed paths. */
  export type PathCommand =
    | { type: "M" | "L"; x: number; y: number }
    | { type: "Q"; x1: number; y1: number; x: number; y: number };
  export interface Glyph {
    index: number;
    advanceWidth?: number;
    /** In font units, y upwards. */
    getBoundingBox(): { x1: number; y1: number; x2: number; y2: number };
    getPath(x: number, y: number, size: number): { commands: PathCommand[] };
  }
  export interface Font {
    unitsPerEm: number;
    hasChar(character: string): boolean;
    charToGlyph(character: string): Glyph;
    /** Glyphs that were read, by index; with `lowMemory`, a missing one is read again. */
    glyphs: { glyphs: Record<number, Glyph> };
  }
  /**
   * @param options `lowMemory`: read glyphs on demand
   * @throws Error for bytes that are not a font
   */
  export function parse(buffer: ArrayBuffer, options?: { lowMemory?: boolean }): Font;
}
