import { DEFAULT_LIST_QUERY, type ListQuery } from "./list-query";

/** The list that the sets which are almost there are the head of. */
export const ALMOST_THERE_QUERY: ListQuery = {
  ...DEFAULT_LIST_QUERY,
  status: "almost-there",
  sort: "pct_won",
};
