// Arabic letters are joined: each has up to four forms, by what stands before and after it. Unicode has
// the forms as characters of their own, and the cards' font draws them.

/** Isolated, final and, of letters that also join what follows, initial and medial. */
type LetterForms = readonly string[];

/** By letter, or by the two letters of a ligature. In Unicode a letter's forms stand in this order. */
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
/** Is drawn between letters to part them further, and joins both. */
const TATWEEL = "ـ";
const ARABIC_LETTER = /(?=\p{Script=Arabic})\p{L}/u;

/** Whether a character of Arabic is drawn rightly: as itself, or in the forms that it has. */
export function canBeJoined(character: string): boolean {
  return FORMS.has(character) || !ARABIC_LETTER.test(character);
}

/** Whether a letter is joined to the one after it. */
function joinsNext(letter: string | undefined): boolean {
  return letter === TATWEEL || (FORMS.get(letter ?? "")?.length ?? 0) === 4;
}

/** Whether a letter is joined to the one before it. */
function joinsPrevious(letter: string | undefined): boolean {
  return letter === TATWEEL || (FORMS.get(letter ?? "")?.length ?? 0) >= 2;
}

/** Letters as they are joined; in the order in which they are read, before and after. */
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
