import { canonicalZone } from "@/lib/domain/time-zones";
import { ZONE_PARAMETER } from "./zone-search";

/** The parameters of a year's page: the day whose unlocks are listed, and the time zone of its days. */
export const YEAR_PARAMETERS = ["day", ZONE_PARAMETER];

/** The time zone of a page's days. */
export interface PageZone {
  /** A canonical name; UTC if the address names none, or an unknown one. */
  zone: string;
  /** Whether the address names a time zone that is not known here. */
  isUnknown: boolean;
}

/** Reads the time zone of a page's address. */
export function readPageZone(parameters: URLSearchParams): PageZone {
  const given = parameters.get(ZONE_PARAMETER);
  const zone = given ? canonicalZone(given) : "UTC";
  return { zone: zone ?? "UTC", isUnknown: zone === null };
}

/**
 * The query of a page that names its time zone as it has to be named: by its name of today, and UTC not at all. An
 * unknown one stays, since the page reports it.
 *
 * @returns null if the query is such a one already; else a new query: `` or `?tz=Europe%2FKyiv`
 */
export function canonicalZoneSearch(parameters: URLSearchParams): string | null {
  const given = parameters.get(ZONE_PARAMETER);
  if (given === null) return null;
  const zone = given === "" ? "UTC" : canonicalZone(given);
  if (zone === null || (zone === given && zone !== "UTC")) return null;
  const canonical = new URLSearchParams(parameters);
  if (zone === "UTC") canonical.delete(ZONE_PARAMETER);
  else canonical.set(ZONE_PARAMETER, zone);
  return canonical.size === 0 ? "" : `?${canonical}`;
}
