/** A text with what its `#` stands for, and its `{won}` if it has one. */
export function fill(text: string, shown: string, won = "{won}"): string {
  // A function: what is filled in may hold a `$`.
  return text.replace(/#|\{won\}/g, (gap) => (gap === "#" ? shown : won));
}
