const MAX_QUERY_LENGTH = 100;
const MAX_TOLD_LENGTH = 40;

/** A parameter that was given but means nothing. */
export interface IgnoredParameter {
  name: string;
  value: string;
}

/** What the URL of every list of games says, besides what only one of them knows. */
export interface PagedQuery {
  /** RA's console id; null for all systems. */
  system: number | null;
  /** Words of a title; empty for all titles. */
  q: string;
  /** From 1. */
  page: number;
}

/**
 * Reads the parameters of a list in the order in which they are given here. A value without its blanks is handed
 * to what takes it; one that is not taken counts as not given, and is named.
 *
 * @param taking by name; each says whether it has taken the value
 */
export function readParameters(
  parameters: URLSearchParams,
  taking: Readonly<Record<string, (text: string) => boolean>>,
): IgnoredParameter[] {
  const ignored: IgnoredParameter[] = [];
  for (const [name, takes] of Object.entries(taking)) {
    const text = parameters.get(name)?.trim();
    if (text && !takes(text)) ignored.push({ name, value: text.slice(0, MAX_TOLD_LENGTH) });
  }
  return ignored;
}

/** What takes the three parameters that every list has, for {@link readParameters}. They change the query. */
export function takingPaged(query: PagedQuery) {
  return {
    system(text: string): boolean {
      if (/^\d{1,6}$/.test(text)) query.system = Number(text);
      return text === "all" || query.system !== null;
    },
    q(text: string): boolean {
      query.q = text.slice(0, MAX_QUERY_LENGTH);
      return true;
    },
    page(text: string): boolean {
      const isPage = /^[1-9]\d{0,5}$/.test(text);
      if (isPage) query.page = Number(text);
      return isPage;
    },
  };
}

/**
 * A query as a URL has it, without what is the default: `` or `?status=eq-mastered`.
 *
 * @param names of its parameters, in their order
 */
export function queryToSearch<Query>(
  query: Query,
  defaults: Query,
  names: readonly (keyof Query & string)[],
): string {
  const parameters = new URLSearchParams();
  for (const name of names) {
    if (query[name] !== defaults[name]) parameters.set(name, String(query[name]));
  }
  return parameters.size === 0 ? "" : `?${parameters}`;
}
