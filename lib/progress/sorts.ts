import type { ListFigure } from "@/lib/times/list-figures";

/** RA's sorts, under the values that its URLs use; a minus turns one around. */
const RA_SORTS = [
  { value: "unlock_date", label: "Newest first" },
  { value: "-unlock_date", label: "Oldest first" },
  { value: "pct_won", label: "Most complete" },
  { value: "-pct_won", label: "Least complete" },
  { value: "game_title", label: "Title, A to Z" },
  { value: "-game_title", label: "Title, Z to A" },
] as const;

/** This site's own sorts, by figures that may be unknown, named in the same way. */
export const FIGURE_SORTS = [
  { value: "playtime", label: "Longest played" },
  { value: "-playtime", label: "Shortest played" },
  { value: "time_to_master", label: "Longest to master" },
  { value: "-time_to_master", label: "Fastest to master" },
  { value: "points", label: "Most points" },
  { value: "-points", label: "Fewest points" },
  { value: "rarity", label: "Rarest to master" },
  { value: "-rarity", label: "Least rare to master" },
] as const satisfies { value: ListFigure | `-${ListFigure}`; label: string }[];

/** All sorts, RA's first. */
export const SORTS = [...RA_SORTS, ...FIGURE_SORTS] as const;

/** The figure that a sort is by; null for RA's own sorts. */
export function figureOfSort(sort: Sort): ListFigure | null {
  return FIGURE_SORTS.some(({ value }) => value === sort)
    ? (sort.replace(/^-/, "") as ListFigure)
    : null;
}

/** The value of a sort. */
export type Sort = (typeof SORTS)[number]["value"];
