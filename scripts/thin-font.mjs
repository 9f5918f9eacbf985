// Takes out of a TrueType font what lib/cards does not read, and the outlines of characters that are not wanted. A glyph
// keeps its number, which is a part of its id in cards.

/** Of the tables that opentype.js needs; the others are hints, ligatures and kerning. */
const KEPT_TABLES = ["OS/2", "head", "hhea", "hmtx", "maxp", "name"];

/** Flags of a part of a composite glyph. */
const WORDS = 0x0001;
const SCALE = 0x0008;
const MORE = 0x0020;
const TWO_SCALES = 0x0040;
const MATRIX = 0x0080;

/**
 * A font with the outlines of some characters only.
 *
 * @param {Buffer} font a TrueType file
 * @param {ReadonlyMap<number, number>} glyphs numbers of the wanted glyphs by their code points
 * @returns {Buffer}
 */
export function thinFont(font, glyphs) {
  const tables = readTables(font);
  const { glyf, loca } = keepOutlines(tables, glyphs.values());
  const head = Buffer.from(tableOf(tables, "head"));
  // Offsets of outlines have four bytes each.
  head.writeInt16BE(1, 50);
  const post = Buffer.from(tableOf(tables, "post").subarray(0, 32));
  // Without names of glyphs.
  post.writeUInt32BE(0x00030000, 0);
  const kept = new Map(KEPT_TABLES.map((name) => [name, tableOf(tables, name)]));
  for (const [name, table] of Object.entries({ head, post, glyf, loca, cmap: cmapOf(glyphs) })) {
    kept.set(name, table);
  }
  return writeTables(kept);
}

/**
 * @param {Buffer} font
 * @returns {Map<string, Buffer>}
 */
function readTables(font) {
  const count = font.readUInt16BE(4);
  return new Map(
    Array.from({ length: count }, (_, at) => {
      const record = 12 + at * 16;
      const from = font.readUInt32BE(record + 8);
      const name = font.toString("latin1", record, record + 4);
      return [name, font.subarray(from, from + font.readUInt32BE(record + 12))];
    }),
  );
}

/**
 * @param {ReadonlyMap<string, Buffer>} tables
 * @param {string} name
 */
function tableOf(tables, name) {
  const table = tables.get(name);
  if (!table) throw new Error(`The font has no table ${name}.`);
  return table;
}

/**
 * @param {ReadonlyMap<string, Buffer>} tables
 * @param {Iterable<number>} wanted numbers of glyphs
 */
function keepOutlines(tables, wanted) {
  const before = tableOf(tables, "glyf");
  const places = tableOf(tables, "loca");
  const isLong = tableOf(tables, "head").readInt16BE(50) === 1;
  const count = tableOf(tables, "maxp").readUInt16BE(4);
  const place = (/** @type {number} */ glyph) =>
    isLong ? places.readUInt32BE(glyph * 4) : places.readUInt16BE(glyph * 2) * 2;
  const outline = (/** @type {number} */ glyph) => before.subarray(place(glyph), place(glyph + 1));

  // Glyph 0 stands for missing characters. A part of a composite glyph is added to the set while it is being read.
  const kept = new Set([0, ...wanted]);
  for (const glyph of kept) for (const part of partsOf(outline(glyph))) kept.add(part);

  const outlines = [];
  const loca = Buffer.alloc((count + 1) * 4);
  let length = 0;
  for (let glyph = 0; glyph < count; glyph++) {
    loca.writeUInt32BE(length, glyph * 4);
    if (!kept.has(glyph)) continue;
    const padded = padToWords(outline(glyph));
    outlines.push(padded);
    length += padded.length;
  }
  loca.writeUInt32BE(length, count * 4);
  return { glyf: Buffer.concat(outlines), loca };
}

/**
 * The glyphs that a composite glyph is made of.
 *
 * @param {Buffer} outline
 * @returns {number[]}
 */
function partsOf(outline) {
  if (outline.length === 0 || outline.readInt16BE(0) >= 0) return [];
  const parts = [];
  let at = 10;
  let flags = MORE;
  while (flags & MORE) {
    flags = outline.readUInt16BE(at);
    parts.push(outline.readUInt16BE(at + 2));
    at += 4 + (flags & WORDS ? 4 : 2);
    if (flags & SCALE) at += 2;
    else if (flags & TWO_SCALES) at += 4;
    else if (flags & MATRIX) at += 8;
  }
  return parts;
}

/**
 * A table of characters with one subtable, of format 12: Unicode in full.
 *
 * @param {ReadonlyMap<number, number>} glyphs
 */
function cmapOf(glyphs) {
  const sorted = [...glyphs].sort(([a], [b]) => a - b);
  const header = Buffer.alloc(28);
  header.writeUInt16BE(1, 2);
  header.writeUInt16BE(3, 4);
  header.writeUInt16BE(10, 6);
  header.writeUInt32BE(12, 8);
  header.writeUInt16BE(12, 12);
  header.writeUInt32BE(16 + sorted.length * 12, 16);
  header.writeUInt32BE(sorted.length, 24);
  const groups = sorted.map(([character, glyph]) => {
    const group = Buffer.alloc(12);
    group.writeUInt32BE(character, 0);
    group.writeUInt32BE(character, 4);
    group.writeUInt32BE(glyph, 8);
    return group;
  });
  return Buffer.concat([header, ...groups]);
}

/** @param {Buffer} bytes */
function padToWords(bytes) {
  return Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]);
}

/**
 * A font file. Its checksums are zero: lib/cards does not read them.
 *
 * @param {ReadonlyMap<string, Buffer>} tables
 */
function writeTables(tables) {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const header = Buffer.alloc(12 + sorted.length * 16);
  header.writeUInt32BE(0x00010000, 0);
  header.writeUInt16BE(sorted.length, 4);
  let from = header.length;
  for (const [at, [name, table]] of sorted.entries()) {
    const record = 12 + at * 16;
    header.write(name, record, "latin1");
    header.writeUInt32BE(from, record + 8);
    header.writeUInt32BE(table.length, record + 12);
    from += padToWords(table).length;
  }
  return Buffer.concat([header, ...sorted.map(([, table]) => padToWords(table))]);
}
