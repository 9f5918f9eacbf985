/**
 * The year of the season's review: in December the current year, in January the previous one; else null, also if the
 * first award is later.
 *
 * @param now epoch milliseconds
 * @param firstYear of the first award; null without one
 */
export function yearOfSeason(now: number, firstYear: number | null): number | null {
  const date = new Date(now);
  const month = date.getUTCMonth();
  if (firstYear === null || (month !== 11 && month !== 0)) return null;
  const year = date.getUTCFullYear() - (month === 0 ? 1 : 0);
  return year >= firstYear ? year : null;
}
