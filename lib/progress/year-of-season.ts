/**
 * The year that players look back on at a time: in December the one that ends, in January the one that
 * has ended; null at other times, and if the first award is from a later year.
 *
 * @param now in epoch milliseconds
 * @param firstYear of the first award; null without one
 */
export function yearOfSeason(now: number, firstYear: number | null): number | null {
  const date = new Date(now);
  const month = date.getUTCMonth();
  if (firstYear === null || (month !== 11 && month !== 0)) return null;
  const year = date.getUTCFullYear() - (month === 0 ? 1 : 0);
  return year >= firstYear ? year : null;
}
