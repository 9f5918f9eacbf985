const ROMAN = [
  "I",
  "II",
  "III",
  "IV",
  "V",
  "VI",
  "VII",
  "VIII",
  "IX",
  "X",
  "XI",
  "XII",
  "XIII",
  "XIV",
  "XV",
  "XVI",
  "XVII",
  "XVIII",
  "XIX",
  "XX",
];

/** A numeral as a word of its own, with what may follow it: the end, `:` `&` `(`, or `-` and digits. */
const ROMAN_WORD = /\b([IVX]+)(?:\s*[:&(]|(?=-\d)|$)/gi;
const LEADING_ARTICLE = /^(?:a|an|the)(?!-)\s+/i;
const TRAILING_ARTICLE = /,\s*(?:a|an|the)(?=\s*(?:$|[:([~]|-\s))/i;
const TAGGED = /^~([^~]+)~\s*(.*)$/s;

/**
 * The key that RA sorts titles by, compared by code point: numerals and digits in five digits, no
 * articles, no accents, and tagged games last, grouped by tag (RA: its sort title).
 */
export function sortTitle(title: string): string {
  const numbered = title
    .replace(ROMAN_WORD, (found, word: string) => {
      const at = ROMAN.indexOf(word.toUpperCase());
      return at < 0 ? found.toUpperCase() : padded(String(at + 1));
    })
    .replace(/\d+/g, padded);
  const key = withoutArticles(numbered)
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{L}\p{N}_\s~-]/gu, "");
  const tagged = TAGGED.exec(key);
  return tagged ? `zzzz{${tagged[1]} ${withoutArticles(tagged[2] ?? "")}` : key;
}

/** Five digits; leading zeros stay in front of them, and five or more are left alone. */
function padded(digits: string): string {
  if (digits.length >= 5) return digits;
  const zeros = /^0*(?=\d)/.exec(digits)?.[0] ?? "";
  return zeros + digits.slice(zeros.length).padStart(5, "0");
}

function withoutArticles(title: string): string {
  return title.replace(LEADING_ARTICLE, "").replace(TRAILING_ARTICLE, "");
}
