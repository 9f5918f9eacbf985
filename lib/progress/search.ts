/** A title or a query without what a searcher does not mind: case, accents, punctuation. */
export function foldText(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’.]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Whether a folded title holds every word of a query, in any order and as a part of a word too. */
export function matchesQuery(foldedTitle: string, query: string): boolean {
  return foldText(query)
    .split(" ")
    .every((word) => foldedTitle.includes(word));
}
