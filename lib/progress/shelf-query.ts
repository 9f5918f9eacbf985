import {
  parameterNames,
  parseQuery,
  type QueryParameters,
  queryToSearch,
  text,
} from "./query-parameters";

/** Which games an overview shows on its shelf: what its URL says. */
export interface ShelfQuery {
  /** Ids of chosen games, as `12,34`, or {@link RAREST}; empty for the latest masteries. */
  shelf: string;
}

/** In place of ids: the rarest masteries. */
export const RAREST = "rarest" as const;

const SHELF_QUERY: QueryParameters<ShelfQuery> = {
  shelf: text(/^(?:rarest|\d{1,7}(?:,\d{1,7}){0,11})$/),
};

/** The names of the parameters of an overview. */
export const SHELF_PARAMETERS = parameterNames(SHELF_QUERY);

/** What a URL chooses for the shelf; a malformed choice counts as none. */
export function parseShelf(parameters: URLSearchParams): string {
  return parseQuery(SHELF_QUERY, parameters).query.shelf;
}

/** Chosen games as a URL has them: `` or `?shelf=12%2C34`. */
export function shelfToSearch(shelf: string): string {
  return queryToSearch(SHELF_QUERY, { shelf });
}
