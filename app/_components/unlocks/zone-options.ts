/**
 * The time zones that this browser knows, UTC first, and the one of its clock. Names that are not those of today are
 * redirected by the server.
 *
 * @param shown the time zone of the page
 */
export function zoneOptions(shown: string): { zones: string[]; own: string } {
  const { timeZone: own } = new Intl.DateTimeFormat().resolvedOptions();
  const zones = new Set(["UTC", own, shown, ...Intl.supportedValuesOf("timeZone")]);
  return { zones: [...zones].sort((a, b) => rank(a) - rank(b) || a.localeCompare(b)), own };
}

const rank = (zone: string) => (zone === "UTC" ? 0 : 1);
