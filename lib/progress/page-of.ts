/** Rows on a page of this site, as on RA's pages. */
export const LIST_PAGE_SIZE = 100;

/** One page of what a query finds. */
export interface PageOf<Row> {
  /** At most 100. */
  games: Row[];
  /** The page that is shown: the last one if the query has a later one. */
  page: number;
  /** At least 1. */
  pages: number;
  /** All rows that the query finds, in its order. */
  found: Row[];
}

/** One page of some rows; the last one if `asked` is beyond it. */
export function pageOf<Row>(found: Row[], asked: number): PageOf<Row> {
  const pages = Math.max(1, Math.ceil(found.length / LIST_PAGE_SIZE));
  const page = Math.min(asked, pages);
  return {
    games: found.slice((page - 1) * LIST_PAGE_SIZE, page * LIST_PAGE_SIZE),
    page,
    pages,
    found,
  };
}
