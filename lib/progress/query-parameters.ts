/** Letters of a search that count. */
export const MAX_SEARCH_LENGTH = 100;
const MAX_IGNORED_LENGTH = 40;

/** One parameter of a URL: what it takes, for the pages that read it, the API that refuses it, and its description. */
export interface Parameter<Value> {
  /** Its value if it is not in the URL. */
  default: Value;
  /** How a URL can say the default, if not by its value. */
  defaultText?: string;
  /** The value of a text without blanks around it; undefined if the text has none. */
  read: (text: string) => Value | undefined;
  takes:
    | { kind: "choice"; values: readonly string[] }
    | { kind: "integer"; pattern: RegExp; least: number; most: number }
    | { kind: "text"; pattern?: RegExp };
}

/** The parameters of a query by name, in the order of its URLs. */
export type QueryParameters<Query> = { readonly [Name in keyof Query]: Parameter<Query[Name]> };

/** A parameter that was given a value that it does not take. */
export interface IgnoredParameter {
  name: string;
  /** At most 40 characters of what was given. */
  value: string;
}

/** A query as a URL has it, and what of the URL is not part of it. */
export interface ParsedQuery<Query> {
  query: Query;
  ignored: IgnoredParameter[];
}

/** What the URL of every list of games has. */
export interface PagedQuery {
  /** RA's console id; null for all systems. */
  system: number | null;
  /** Words of a title; empty for all titles. */
  q: string;
  /** From 1. */
  page: number;
}

/** A parameter that takes one of some values. */
export function choice<Value extends string>(
  options: readonly { value: Value }[],
  initial: NoInfer<Value>,
): Parameter<Value> {
  const values = options.map(({ value }) => value);
  return {
    default: initial,
    read: (text) => values.find((value) => value === text),
    takes: { kind: "choice", values },
  };
}

/** A parameter that takes texts of a form, and is empty if it is not given. */
export function text(
  pattern: RegExp,
  isValid: (text: string) => boolean = (given) => pattern.test(given),
): Parameter<string> {
  return {
    default: "",
    read: (given) => (isValid(given) ? given : undefined),
    takes: { kind: "text", pattern },
  };
}

const SYSTEM = /^(?:all|\d{1,6})$/;
const PAGE = /^[1-9]\d{0,5}$/;
const MAX_PAGE = 999_999;

/** The parameters that every list of games has. */
export const PAGED_PARAMETERS: QueryParameters<PagedQuery> = {
  system: {
    default: null,
    defaultText: "all",
    read(given) {
      if (given === "all") return null;
      return SYSTEM.test(given) ? Number(given) : undefined;
    },
    takes: { kind: "text", pattern: SYSTEM },
  },
  q: {
    default: "",
    read: (given) => given.slice(0, MAX_SEARCH_LENGTH),
    takes: { kind: "text" },
  },
  page: {
    default: 1,
    read: (given) => (PAGE.test(given) ? Number(given) : undefined),
    takes: { kind: "integer", pattern: PAGE, least: 1, most: MAX_PAGE },
  },
};

/** The names of a query's parameters, in the order of URLs. */
export function parameterNames<Query>(
  parameters: QueryParameters<Query>,
): readonly (keyof Query & string)[] {
  return Object.keys(parameters) as (keyof Query & string)[];
}

/** The query of a URL without parameters. */
export function defaultQuery<Query>(parameters: QueryParameters<Query>): Query {
  const defaults = parameterNames(parameters).map((name) => [name, parameters[name].default]);
  return Object.fromEntries(defaults) as Query;
}

/**
 * Reads a query from a URL. Blanks around a value do not count, and an empty one is as if not given. So is a value
 * that its parameter does not take: `ignored` has those, in the order of `parameters`.
 */
export function parseQuery<Query>(
  parameters: QueryParameters<Query>,
  given: URLSearchParams,
): ParsedQuery<Query> {
  const query = defaultQuery(parameters);
  const ignored: IgnoredParameter[] = [];
  for (const name of parameterNames(parameters)) {
    const typed = given.get(name)?.trim();
    if (!typed) continue;
    const value = parameters[name].read(typed);
    if (value === undefined) ignored.push({ name, value: typed.slice(0, MAX_IGNORED_LENGTH) });
    else query[name] = value;
  }
  return { query, ignored };
}

/** A query as a URL has it, without what is the default: `` or `?status=eq-mastered`. */
export function queryToSearch<Query>(parameters: QueryParameters<Query>, query: Query): string {
  const search = new URLSearchParams();
  for (const name of parameterNames(parameters)) {
    if (query[name] !== parameters[name].default) search.set(name, String(query[name]));
  }
  return search.size === 0 ? "" : `?${search}`;
}
