import { DEFAULT_LIST_QUERY, type ListQuery } from "./list-query";

/** The full list behind the first few sets that are almost there. */
export const ALMOST_THERE_QUERY: ListQuery = {
  ...DEFAULT_LIST_QUERY,
  status: "almost-there",
  sort: "pct_won",
};
