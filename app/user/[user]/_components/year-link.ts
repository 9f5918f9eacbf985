import { withZone } from "@/lib/http/zone-search";

/**
 * The address of a year's calendar, or of a day on the page of its year. For code of the browser.
 *
 * @param path of the player's overview
 * @param of a year, or a day as `2026-11-23`; and the time zone of the page's days
 */
export function yearLink(
  path: string,
  of: { zone: string } & ({ year: number } | { day: string }),
): string {
  return "day" in of
    ? `${path}/year/${of.day.slice(0, 4)}${withZone(`?day=${of.day}`, of.zone)}#day`
    : `${path}/year/${of.year}${withZone("", of.zone)}#calendar`;
}
