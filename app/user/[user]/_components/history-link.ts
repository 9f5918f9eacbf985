/**
 * The address of a player's history.
 *
 * @param path of the player's overview
 * @param day to be shown, as `2026-11-23`; without one, the newest
 */
export function historyLink(path: string, day?: string): string {
  return `${path}/history${day ? `?month=${day.slice(0, 7)}#${day}` : ""}`;
}
