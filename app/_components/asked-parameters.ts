/** The parameters of a page's URL, as Next gives them. */
export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** The parameters of these names. One that is repeated counts as not given. */
export async function askedParameters(
  searchParams: SearchParams,
  names: readonly string[],
): Promise<URLSearchParams> {
  const given = await searchParams;
  const parameters = new URLSearchParams();
  for (const name of names) {
    const value = given[name];
    if (typeof value === "string") parameters.set(name, value);
  }
  return parameters;
}
