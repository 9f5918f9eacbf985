// What the cards use of opentype.js, which has no types of its own.
declare module "opentype.js" {
  export interface PathCommand {
    type: "M" | "L" | "Q" | "C" | "Z";
    x?: number;
    y?: number;
    x1?: number;
    y1?: number;
    x2?: number;
    y2?: number;
  }
  export interface Glyph {
    index: number;
    advanceWidth?: number;
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
