// Thai vowels and tones are stacked above and below their consonant. Fonts place each mark as if it were alone; where two
// meet, or a consonant is tall, they must move.

/** Marks above or below a letter. */
const MARKS = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e";
const BELOW = /[\u0e38-\u0e3a]/;
/** Sara am: a vowel of a ring above its letter and a letter beside it. */
const AM = "\u0e33";
const [RING, BESIDE] = ["\u0e4d", "\u0e32"] as const;
/** A letter has at most a vowel and a tone. */
const MOST_MARKS = 2;
/** Font units: gap between two marks, and width of a tall letter's stem. */
const GAP = 25;
const STEM = 100;
/** Letters with a stem that marks would overlap. */
const TALL = /[ปฝฟฬ]/;

const CLUSTER = new RegExp(`[\u0e01-\u0e2e][${MARKS}]*${AM}?|[^]`, "gu");
const IS_CLUSTER = new RegExp(`^[\u0e01-\u0e2e][${MARKS}${AM}]+$`);

/** A text's letters: a Thai letter includes its marks, limited to a few. */
export function thaiClusters(text: string): string[] {
  return (text.match(CLUSTER) ?? []).flatMap((part) => {
    if (!IS_CLUSTER.test(part)) return [...part];
    const [base = "", ...rest] = part;
    const marks = rest.filter((mark) => mark !== AM).slice(0, MOST_MARKS);
    return base + marks.join("") + (rest.includes(AM) ? AM : "");
  });
}

/** Whether a character is a Thai mark. */
export function isThaiMark(character: string): boolean {
  return new RegExp(`^[${MARKS}]$`).test(character);
}

/** The characters to draw a letter with, base first. */
export function thaiParts(cluster: string): string[] {
  if (!IS_CLUSTER.test(cluster)) return [cluster];
  const [base = "", ...rest] = cluster;
  const marks = rest.filter((mark) => mark !== AM);
  return rest.includes(AM) ? [base, RING, ...marks, BESIDE] : [base, ...marks];
}

/** A glyph's box and advance, y upwards. */
export interface ThaiBox {
  advance: number;
  right: number;
  bottom: number;
  top: number;
}

/** The offset of each part of a letter, and the advance of the whole. */
export function placeThai(
  parts: readonly string[],
  boxOf: (character: string) => ThaiBox,
): { places: { x: number; y: number }[]; advance: number } {
  const [letter = "", ...rest] = parts;
  const base = boxOf(letter);
  const places = [{ x: 0, y: 0 }];
  let { advance, top, bottom } = base;
  // Marks above the stem are clear of it, but marks begin lower.
  top = TALL.test(letter) ? 0 : top;
  for (const character of rest) {
    const box = boxOf(character);
    if (character === BESIDE) {
      places.push({ x: advance, y: 0 });
      advance += box.advance;
    } else if (BELOW.test(character)) {
      const y = Math.min(0, bottom - GAP - box.top);
      places.push({ x: base.advance, y });
      bottom = box.bottom + y;
    } else {
      const y = Math.max(0, top + GAP - box.bottom);
      const stem = TALL.test(letter) ? base.right - STEM : Number.POSITIVE_INFINITY;
      places.push({ x: base.advance + Math.min(0, stem - (base.advance + box.right)), y });
      top = box.top + y;
    }
  }
  return { places, advance };
}
