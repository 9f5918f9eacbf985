import {
  defaultQuery,
  type IgnoredParameter,
  type PagedQuery,
  parameterNames,
  parseQuery,
  type QueryParameters,
  queryToSearch,
} from "@/lib/progress/query-parameters";

/**
 * Reads and writes a list's query in the URL of its page. The same object for as long as its page is there.
 */
export interface ListCodec<Query extends PagedQuery> {
  /** Names of all parameters, in the order of URLs. */
  parameters: readonly string[];
  /** The whole list in its usual order. */
  all: Query;
  /** Reads a query; what means nothing counts as not given, and is named. */
  parse: (parameters: URLSearchParams) => { query: Query; ignored: IgnoredParameter[] };
  /** A query as a URL has it, without what is the default: `` or `?status=eq-mastered`. */
  toSearch: (query: Query) => string;
}

/** The codec of a list with these parameters. */
export function listCodec<Query extends PagedQuery>(
  parameters: QueryParameters<Query>,
): ListCodec<Query> {
  return {
    parameters: parameterNames(parameters),
    all: defaultQuery(parameters),
    parse: (given) => parseQuery(parameters, given),
    toSearch: (query) => queryToSearch(parameters, query),
  };
}

/** The parameters of a query that are not the default, but for these: what a form has to send along. */
export function hiddenFields<Query extends PagedQuery>(
  { parameters, toSearch }: ListCodec<Query>,
  query: Query,
  fields: readonly string[],
): { name: string; value: string }[] {
  const given = new URLSearchParams(toSearch(query));
  return parameters.flatMap((name) => {
    const value = given.get(name);
    return value === null || fields.includes(name) ? [] : [{ name, value }];
  });
}
