import { type Face, glyph } from "./font";
import { LANGUAGES } from "./words";

/** Alphabets to look outlines up in; the last ones need large fonts, and are rarely reached. */
const ALPHABETS = [
  " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~·–…›→ÄÖÜäöüßÉéàç",
  // Letters of dates in many languages.
  `${"\u00a0\u202f’年月日時間分秒년월일시간분초"}${span(0xa1, 0x17f)}${span(0x400, 0x491)}`,
  [...new Set(`Антレトロ漢字한국어♥ไ${JSON.stringify(LANGUAGES)}`)].join(""),
];

/** All characters from one code point to another. */
function span(from: number, to: number): string {
  return String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, at) => from + at));
}

interface Letter {
  character: string;
  advance: number;
}

/** Letters by outline, for each face and alphabet. */
const letters = new Map<string, Map<string, Letter>>();

function lettersOf(alphabet: string, face: Face): Map<string, Letter> {
  const key = face + alphabet;
  let known = letters.get(key);
  if (!known) {
    known = new Map();
    for (const character of alphabet) {
      const { path, advance } = glyph(character, face);
      if (!known.has(path)) known.set(path, { character, advance });
    }
    letters.set(key, known);
  }
  return known;
}

export function letterOf(face: Face, path: string): Letter {
  for (const alphabet of ALPHABETS) {
    const letter = lettersOf(alphabet, face).get(path);
    if (letter) return letter;
  }
  throw new Error(`An outline that is no known letter of ${face}: ${path}`);
}
