/** Names as a sentence has them: `Anna`, `Anna and Ben`, `Anna, Ben and Cleo`. */
export function joinNames(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}
