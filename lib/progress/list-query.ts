import { parsePeriod } from "./period";
import {
  choice,
  defaultQuery,
  PAGED_PARAMETERS,
  type PagedQuery,
  type ParsedQuery,
  parameterNames,
  parseQuery,
  type QueryParameters,
  queryToSearch,
  text,
} from "./query-parameters";
import { SORTS, type Sort } from "./sorts";
import { STATUS_FILTERS, type Status } from "./status";

/** Whether subsets are listed. */
export const SUBSET_CHOICES = [
  { value: "0", label: "Without subsets" },
  { value: "1", label: "With subsets" },
] as const;

/** Which games are listed, and in which order: what the URL of a Completion Progress page says. */
export interface ListQuery extends PagedQuery {
  status: Status;
  sort: Sort;
  /** The period in which the award was given, as `parsePeriod` reads it; empty for any time. */
  awarded: string;
  /** The period in which the award or the newest unlock fell; empty for any time. */
  active: string;
  /** `0` leaves subsets out, also of the counts. */
  subsets: (typeof SUBSET_CHOICES)[number]["value"];
}

const period = text(
  /^\d{4}(?:-\d\d){0,2}(?:\.\.\d{4}(?:-\d\d){0,2})?$/,
  (given) => parsePeriod(given) !== null,
);

/** The parameters of the list of games, for pages, the API and its description. */
export const LIST_QUERY: QueryParameters<ListQuery> = {
  status: choice(STATUS_FILTERS, "all"),
  system: PAGED_PARAMETERS.system,
  sort: choice(SORTS, "unlock_date"),
  q: PAGED_PARAMETERS.q,
  awarded: period,
  active: period,
  subsets: choice(SUBSET_CHOICES, "1"),
  page: PAGED_PARAMETERS.page,
};

/** The names of the parameters of a list query, in the order of URLs. */
export const LIST_PARAMETERS = parameterNames(LIST_QUERY);

/** The newest games of all systems. */
export const DEFAULT_LIST_QUERY: ListQuery = defaultQuery(LIST_QUERY);

/** The list whose first games are suggested as almost there. Not in overview.ts, which the browser loads late. */
export const ALMOST_THERE_QUERY: ListQuery = {
  ...DEFAULT_LIST_QUERY,
  status: "almost-there",
  sort: "pct_won",
};

/** Reads a list query, as {@link parseQuery} does. */
export function parseListQuery(parameters: URLSearchParams): ParsedQuery<ListQuery> {
  return parseQuery(LIST_QUERY, parameters);
}

/** A list query as a URL has it, without what is the default: `` or `?status=eq-mastered`. */
export function listQueryToSearch(query: ListQuery): string {
  return queryToSearch(LIST_QUERY, query);
}
