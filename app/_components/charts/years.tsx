import { Ticks } from "./ticks";

/**
 * The years below the months, as many as there is room for.
 *
 * @param link where a year leads, if it has a page
 */
export function Years({
  months,
  link,
}: {
  months: readonly { month: string }[];
  link?: (year: string) => string | undefined;
}) {
  const starts = months.flatMap(({ month }, at) =>
    month.endsWith("-01") || at === 0 ? [{ year: month.slice(0, 4), at }] : [],
  );
  // A first year of a month or two has no room for its number before the next, nor has a last one before the end.
  const shown = starts.filter(({ at }, index) => (starts[index + 1]?.at ?? months.length) - at > 3);
  return (
    <Ticks
      mayThin
      ticks={shown.map(({ year, at }) => {
        const href = link?.(year);
        return { label: year, left: at / months.length, ...(href && { href }) };
      })}
    />
  );
}
