import { encode } from "fast-png";
import { MOTIFS } from "./motifs";
import { type Random, randomFrom } from "./random";

type Color = readonly [red: number, green: number, blue: number];
/** Background, its shade, the motif, its highlight, its outline. */
type Palette = readonly [Color, Color, Color, Color, Color];

const hex = (code: string): Color => [
  Number.parseInt(code.slice(0, 2), 16),
  Number.parseInt(code.slice(2, 4), 16),
  Number.parseInt(code.slice(4, 6), 16),
];

const PALETTES: readonly Palette[] = [
  "1b2a49 263b63 e4572e ffb38a 0d1526",
  "0f380f 1d5220 8bac0f c4dd4a 07230a",
  "3a1d4d 552b6e f5a65b ffe0a8 210d2e",
  "123c44 1c5560 f2e8c9 ffffff 08252b",
  "5b1f2b 7b2e3c f3c969 fff0be 340d16",
  "203a2d 2f5441 ef7b9f ffc1d3 10221a",
  "2b2d42 3d405b 81b29a c9ead8 171827",
  "c9e4e7 b4d6da d1495b f7a6b0 2e4057",
  "f3dfc1 e8cda5 3d5a80 7fa3d1 27344a",
  "14213d 22335c 5fd3e8 d4f7ff 0a1122",
  "43281c 5d3a2a 7fb069 c6e5b1 26150d",
  "d7e8ba c4daa0 7a4988 bd8bcb 37233f",
  "0b132b 1c2541 f25f5c ffe066 050a18",
  "5e3c58 774d70 9ad4d6 e3fafa 331f30",
].map((row) => row.split(" ").map(hex) as unknown as Palette);

const GRID = 16;

/**
 * A game's icon: a motif in one of a few palettes on a pattern. The same path always has the same icon.
 *
 * @returns a PNG of 96×96 pixels
 */
export function drawIcon(path: string): Uint8Array {
  return draw(randomFrom(path), 6);
}

/**
 * A player's avatar: a face derived from the path.
 *
 * @returns a PNG of 128×128 pixels
 */
export function drawAvatar(path: string): Uint8Array {
  const random = randomFrom(path);
  return draw(random, 8, face(random));
}

function draw(random: Random, scale: number, motif = random.pick(MOTIFS)): Uint8Array {
  const palette = random.pick(PALETTES);
  const pixels = Array.from({ length: GRID }, () => Array<Color>(GRID).fill(palette[0]));
  const set = (x: number, y: number, color: Color) => {
    const row = pixels[y];
    if (row && x >= 0 && x < GRID) row[x] = color;
  };
  drawPattern(random, palette[1], set);

  const top = Math.floor((GRID - motif.length) / 2);
  const cells: { x: number; y: number; mark: string }[] = [];
  motif.forEach((half, row) => {
    [...half].forEach((mark, column) => {
      if (mark === ".") return;
      cells.push({ x: column, y: top + row, mark });
      cells.push({ x: GRID - 1 - column, y: top + row, mark });
    });
  });
  for (const { x, y } of cells) {
    for (const [dx, dy] of [
      [1, 0],
      [-1, 0],
      [0, 1],
      [0, -1],
    ] as const) {
      set(x + dx, y + dy, palette[4]);
    }
  }
  for (const { x, y, mark } of cells) set(x, y, mark === "o" ? palette[3] : palette[2]);
  return encodeScaled(pixels, scale);
}

/** Draws the pattern behind the motif. */
function drawPattern(
  random: Random,
  shade: Color,
  set: (x: number, y: number, color: Color) => void,
): void {
  const stars = new Set(Array.from({ length: 14 }, () => random.between(0, GRID * GRID - 1)));
  const isShaded = random.pick([
    (x: number, y: number) => (x + y) % 4 === 0,
    (_: number, y: number) => y > 10 || (y > 8 && y % 2 === 0),
    (x: number, y: number) => stars.has(y * GRID + x),
    (x: number, y: number) => (Math.floor(x / 4) + Math.floor(y / 4)) % 2 === 0,
    (x: number, y: number) => Math.hypot(x - 7.5, y - 7.5) < 7,
    (x: number, y: number) => y > 6 && (x + y) % 2 === 0,
  ]);
  for (let y = 0; y < GRID; y++) {
    for (let x = 0; x < GRID; x++) if (isShaded(x, y)) set(x, y, shade);
  }
}

function face(random: Random): string[] {
  const hair = random.pick(["...#####", "..######", "....####", ".##.####"]);
  const eye = random.pick([".#...###", ".##.o###", ".#.oo###"]);
  const mouth = random.pick([".####...", ".#####oo", ".####.##"]);
  const ear = random.pick([".#######", "########"]);
  return [
    "........",
    hair,
    "..######",
    ".#######",
    ".#o#####",
    ear,
    eye,
    eye,
    ear,
    ".#######",
    mouth,
    "..######",
    "...#####",
    ".....###",
  ];
}

function encodeScaled(pixels: Color[][], scale: number): Uint8Array {
  const size = GRID * scale;
  const data = new Uint8Array(size * size * 3);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const color = pixels[Math.floor(y / scale)]?.[Math.floor(x / scale)];
      if (color) data.set(color, (y * size + x) * 3);
    }
  }
  return encode({ width: size, height: size, data, channels: 3, depth: 8 });
}
