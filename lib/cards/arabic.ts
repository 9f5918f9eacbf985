// Arabic letters join: each has up to four forms, depending on its neighbours. Unicode encodes the forms as separate
// characters, and the cards' font has glyphs for them.

/** Isolated and final; also initial and medial for letters that join the next one. */
type LetterForms = readonly string[];

/** By letter, or by the two letters of a ligature, in Unicode's order of forms. */
const FORMS = new Map<string, LetterForms>();
for (const [first, last] of [
  [0xfe80, 0xfefc],
  [0xfb50, 0xfbb1],
  [0xfbd3, 0xfbe9],
  [0xfbfc, 0xfbff],
] as const) {
  for (let code = first; code <= last; code++) {
    const form = String.fromCodePoint(code);
    const letter = form.normalize("NFKC");
    FORMS.set(letter, [...(FORMS.get(letter) ?? []), form]);
  }
}
/** Tatweel: lengthens the join between two letters. */
const TATWEEL = "ـ";
const ARABIC_LETTER = /(?=\p{Script=Arabic})\p{L}/u;

/** Whether an Arabic character can be drawn correctly: as itself, or in its forms. */
export function canBeJoined(character: string): boolean {
  return FORMS.has(character) || !ARABIC_LETTER.test(character);
}

/** Whether a letter joins the next one. */
function joinsNext(letter: string | undefined): boolean {
  return letter === TATWEEL || (FORMS.get(letter ?? "")?.length ?? 0) === 4;
}

/** Whether a letter joins the previous one. */
function joinsPrevious(letter: string | undefined): boolean {
  return letter === TATWEEL || (FORMS.get(letter ?? "")?.length ?? 0) >= 2;
}

/** Letters in their joined forms, in reading order. */
export function joinArabic(letters: readonly string[]): string[] {
  const joined: string[] = [];
  for (let at = 0; at < letters.length; at++) {
    const letter = letters[at] ?? "";
    const before = joinsPrevious(letter) && joinsNext(letters[at - 1]);
    const next = letters[at + 1];
    const ligature = next === undefined ? undefined : FORMS.get(letter + next);
    if (ligature) {
      joined.push(ligature[before ? 1 : 0] ?? letter);
      at++;
      continue;
    }
    const after = joinsNext(letter) && joinsPrevious(next);
    const forms = FORMS.get(letter);
    joined.push(forms?.[(before ? 1 : 0) + (after ? 2 : 0)] ?? letter);
  }
  return joined;
}
