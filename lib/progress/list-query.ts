import { parsePeriod } from "./period";
import {
  type IgnoredParameter,
  type PagedQuery,
  queryToSearch,
  readParameters,
  takingPaged,
} from "./read-parameters";
import { isSort, type Sort } from "./sorts";
import { isStatus, type Status } from "./status";

export type { IgnoredParameter };

/** Which games are listed, and in which order: what the URL of a player's page says. */
export interface ListQuery extends PagedQuery {
  status: Status;
  sort: Sort;
  /** The period in which the award was given, as `parsePeriod` reads it; empty for any time. */
  awarded: string;
  /** The period in which the award or the newest unlock fell; empty for any time. */
  active: string;
  /** The games that were chosen for the shelf, as `12,34`: no filter, but it stays with every choice. */
  shelf: string;
}

/** The newest games of all systems. */
export const DEFAULT_LIST_QUERY: ListQuery = {
  status: "all",
  system: null,
  sort: "unlock_date",
  q: "",
  awarded: "",
  active: "",
  page: 1,
  shelf: "",
};

/** The parameters that a list query is made of. */
export const LIST_PARAMETERS = [
  "status",
  "system",
  "sort",
  "q",
  "awarded",
  "active",
  "page",
  "shelf",
] as const;

/** Reads a list query. A bad value counts as not given, and is named. */
export function parseListQuery(parameters: URLSearchParams): {
  query: ListQuery;
  ignored: IgnoredParameter[];
} {
  const query = { ...DEFAULT_LIST_QUERY };
  const { system, q, page } = takingPaged(query);
  const takingPeriod = (name: "awarded" | "active") => (text: string) => {
    const isPeriod = parsePeriod(text) !== null;
    if (isPeriod) query[name] = text;
    return isPeriod;
  };
  const ignored = readParameters(parameters, {
    status(text) {
      if (isStatus(text)) query.status = text;
      return isStatus(text);
    },
    system,
    sort(text) {
      if (isSort(text)) query.sort = text;
      return isSort(text);
    },
    q,
    awarded: takingPeriod("awarded"),
    active: takingPeriod("active"),
    page,
    shelf(text) {
      const isShelf = /^\d{1,7}(,\d{1,7}){0,11}$/.test(text);
      if (isShelf) query.shelf = text;
      return isShelf;
    },
  } satisfies Record<(typeof LIST_PARAMETERS)[number], (text: string) => boolean>);
  return { query, ignored };
}

/** A list query as a URL has it, without what is the default: `` or `?status=eq-mastered`. */
export function listQueryToSearch(query: ListQuery): string {
  return queryToSearch(query, DEFAULT_LIST_QUERY, LIST_PARAMETERS);
}
