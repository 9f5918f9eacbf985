/** Languages that many players speak and that the cards' fonts can write. */
export const LOCALES: readonly (readonly [tag: string, label: string])[] = [
  ["en", "English"],
  ["en-GB", "English (United Kingdom)"],
  ["de", "German"],
  ["fr", "French"],
  ["es", "Spanish"],
  ["pt-BR", "Portuguese (Brazil)"],
  ["pt-PT", "Portuguese (Portugal)"],
  ["it", "Italian"],
  ["nl", "Dutch"],
  ["sv", "Swedish"],
  ["da", "Danish"],
  ["nb", "Norwegian"],
  ["fi", "Finnish"],
  ["pl", "Polish"],
  ["cs", "Czech"],
  ["hu", "Hungarian"],
  ["ro", "Romanian"],
  ["tr", "Turkish"],
  ["el", "Greek"],
  ["ru", "Russian"],
  ["uk", "Ukrainian"],
  ["vi", "Vietnamese"],
  ["id", "Indonesian"],
  ["ja", "Japanese"],
  ["ko", "Korean"],
  ["zh", "Chinese"],
];

/** These locales, after the given one if it is not among them: a card's URL may have any locale. */
export function localesWith(tag: string | undefined): typeof LOCALES {
  return !tag || LOCALES.some(([known]) => known === tag) ? LOCALES : [[tag, tag], ...LOCALES];
}
