/** The sorts of compared games, by their values in URLs. */
export const COMPARE_SORTS = [
  { value: "latest", label: "Newest first" },
  { value: "gap", label: "Widest gap" },
  { value: "race", label: "Closest race" },
  { value: "title", label: "Title" },
  { value: "system", label: "System" },
] as const;

/** The value of a sort of compared games. */
export type CompareSort = (typeof COMPARE_SORTS)[number]["value"];
