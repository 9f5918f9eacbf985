// What the cards use of opentype.js, which has no types of its own.
declare module "opentype.js" {
  /** Of a TrueType font, which all the cards' fonts are: others have cubic curves, and close their paths. */
  export type PathCommand =
    | { type: "M" | "L"; x: number; y: number }
    | { type: "Q"; x1: number; y1: number; x: number; y: number };
  export interface Glyph {
    index: number;
    advanceWidth?: number;
    /** In the font's units, its y growing upwards. */
    getBoundingBox(): { x1: number; y1: number; x2: number; y2: number };
    getPath(x: number, y: number, size: number): { commands: PathCommand[] };
  }
  export interface Font {
    unitsPerEm: number;
    hasChar(character: string): boolean;
    charToGlyph(character: string): Glyph;
    /** Those that were read, by their index; with `lowMemory` one that is not there is read again. */
    glyphs: { glyphs: Record<number, Glyph> };
  }
  /**
   * @param options `lowMemory`: read a glyph when it is asked for
   * @throws Error for bytes that are no font
   */
  export function parse(buffer: ArrayBuffer, options?: { lowMemory?: boolean }): Font;
}
