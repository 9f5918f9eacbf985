/** RA's sorts, by their values in its URLs; a minus reverses one. */
export const SORTS = [
  { value: "unlock_date", label: "Newest first" },
  { value: "-unlock_date", label: "Oldest first" },
  { value: "pct_won", label: "Most won" },
  { value: "-pct_won", label: "Least won" },
  { value: "game_title", label: "Title, A to Z" },
  { value: "-game_title", label: "Title, Z to A" },
] as const;

/** The value of one of RA's sorts. */
export type Sort = (typeof SORTS)[number]["value"];
