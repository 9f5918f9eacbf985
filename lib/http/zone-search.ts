/** The parameter of a page's address that names the time zone of its days. */
export const ZONE_PARAMETER = "tz";

/**
 * Adds the time zone of an address to another query.
 *
 * @param search `` or a query with its question mark
 */
export function withZoneOf(parameters: URLSearchParams, search: string): string {
  const given = parameters.get(ZONE_PARAMETER);
  return given ? withZone(search, given) : search;
}

/** Adds a time zone to a query; UTC is not named. @param search `` or a query with its question mark */
export function withZone(search: string, zone: string): string {
  if (zone === "UTC") return search;
  return `${search}${search === "" ? "?" : "&"}${new URLSearchParams({ [ZONE_PARAMETER]: zone })}`;
}
