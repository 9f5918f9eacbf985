/**
 * The address of a year's page.
 *
 * @param path of the player's overview
 * @param zone a canonical name, the time zone of its days
 */
export function yearLink(path: string, year: number, zone: string): string {
  return `${path}/year/${year}${zone === "UTC" ? "" : `?tz=${encodeZone(zone)}`}`;
}

/**
 * The address of a day's unlocks, on the page of its year.
 *
 * @param path of the player's overview
 * @param day such as `2026-11-23`
 * @param zone a canonical name, the time zone of the day
 */
export function dayLink(path: string, day: string, zone: string): string {
  const ofZone = zone === "UTC" ? "" : `&tz=${encodeZone(zone)}`;
  return `${path}/year/${day.slice(0, 4)}?day=${day}${ofZone}#day`;
}

/** A slash is allowed in a query. */
const encodeZone = (zone: string) => encodeURIComponent(zone).replaceAll("%2F", "/");
