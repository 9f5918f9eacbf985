// Thai vowels and tones stand above and below the consonant before them, one upon the other. Fonts give
// each the place that it has alone; where two meet, or a consonant is tall, they have to move.

/** What stands above or below a letter. */
const MARKS = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e";
const BELOW = /[\u0e38-\u0e3a]/;
/** A vowel that is a ring above its letter and another letter beside it. */
const AM = "\u0e33";
const [RING, BESIDE] = ["\u0e4d", "\u0e32"] as const;
/** A letter has a vowel and a tone at most. */
const MOST_MARKS = 2;
/** Of the font's units: what is between two marks, and how wide the stem of a tall letter is. */
const GAP = 25;
const STEM = 100;
/** Letters with a stem that marks would stand in. */
const TALL = /[ปฝฟฬ]/;

const CLUSTER = new RegExp(`[\u0e01-\u0e2e][${MARKS}]*${AM}?|[^]`, "gu");
const IS_CLUSTER = new RegExp(`^[\u0e01-\u0e2e][${MARKS}${AM}]+$`);

/** A text's characters, those of Thai with the marks that belong to them, of which few are kept. */
export function thaiClusters(text: string): string[] {
  return (text.match(CLUSTER) ?? []).flatMap((part) => {
    if (!IS_CLUSTER.test(part)) return [...part];
    const [base = "", ...rest] = part;
    const marks = rest.filter((mark) => mark !== AM).slice(0, MOST_MARKS);
    return base + marks.join("") + (rest.includes(AM) ? AM : "");
  });
}

/** Whether a character is Thai's and stands with a letter only. */
export function isThaiMark(character: string): boolean {
  return new RegExp(`^[${MARKS}]$`).test(character);
}

/** The characters that one is drawn by, the letter first. */
export function thaiParts(cluster: string): string[] {
  if (!IS_CLUSTER.test(cluster)) return [cluster];
  const [base = "", ...rest] = cluster;
  const marks = rest.filter((mark) => mark !== AM);
  return rest.includes(AM) ? [base, RING, ...marks, BESIDE] : [base, ...marks];
}

/** A glyph's box, its y growing upwards, and how far the next one is. */
export interface ThaiBox {
  advance: number;
  right: number;
  bottom: number;
  top: number;
}

/** How far each part of a cluster is from the start, to the right and upwards, and how wide all are. */
export function placeThai(
  parts: readonly string[],
  boxOf: (character: string) => ThaiBox,
): { places: { x: number; y: number }[]; advance: number } {
  const [letter = "", ...rest] = parts;
  const base = boxOf(letter);
  const places = [{ x: 0, y: 0 }];
  let { advance, top, bottom } = base;
  // The stem is in no mark's way that is above it, but marks begin lower.
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
