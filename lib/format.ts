// Without Intl: its first formatter costs a browser a tenth of a second during page load, and each call several times
// as much as these functions.

/** The months in English; their first three letters are their short names. */
export const MONTHS =
  "January February March April May June July August September October November December".split(
    " ",
  );

/** A number with separators: `12,345`. */
export function formatNumber(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** A UTC day, `Nov 23, 2026`, from epoch seconds. The same on the server and in every browser. */
export function formatDay(epochSeconds: number): string {
  const day = new Date(epochSeconds * 1000);
  return `${MONTHS[day.getUTCMonth()]?.slice(0, 3)} ${day.getUTCDate()}, ${day.getUTCFullYear()}`;
}

/** A moment, `Nov 23, 2026, 09:41 UTC`, from epoch milliseconds. */
export function formatMoment(epochMilliseconds: number): string {
  const time = new Date(epochMilliseconds).toISOString().slice(11, 16);
  return `${formatDay(epochMilliseconds / 1000)}, ${time} UTC`;
}

const STEPS = [
  [86_400, "day"],
  [3600, "hour"],
  [60, "minute"],
] as const;

/** How long ago, `2 minutes ago`, both in epoch milliseconds; under a minute is `just now`. */
export function formatTimeAgo(then: number, now: number): string {
  const seconds = (now - then) / 1000;
  for (const [length, unit] of STEPS) {
    const count = Math.floor(seconds / length);
    if (count === 1) return unit === "day" ? "yesterday" : `1 ${unit} ago`;
    if (count > 1) return `${count} ${unit}s ago`;
  }
  return "just now";
}

/** A length of time in its two largest units, `7 days and 5 minutes`, from seconds. */
export function formatDuration(seconds: number): string {
  const parts: string[] = [];
  let rest = Math.round(seconds);
  for (const [length, unit] of [...STEPS, [1, "second"] as const]) {
    const count = Math.floor(rest / length);
    rest -= count * length;
    if (count > 0) parts.push(`${formatNumber(count)} ${unit}${count === 1 ? "" : "s"}`);
  }
  return parts.slice(0, 2).join(" and ") || "0 seconds";
}

/** A playtime in whole hours, `1,234 hours`, or minutes if it is below two hours, `95 minutes`; from seconds. */
export function formatHours(seconds: number): string {
  if (seconds >= 7200) return `${formatNumber(Math.floor(seconds / 3600))} hours`;
  const minutes = Math.max(1, Math.floor(seconds / 60));
  return `${minutes} minute${minutes === 1 ? "" : "s"}`;
}

/** A fraction as a whole percentage, `92%`: 100% only for all of it, 0% only for none. */
export function formatPercent(fraction: number): string {
  if (fraction > 0 && fraction < 0.01) return "1%";
  return `${wholePercent(fraction)}%`;
}

/** A fraction in whole percent, rounded down: 100 only for all of it. */
export function wholePercent(fraction: number): number {
  // 0.29 × 100 is a little less than 29. No fraction of a set is so close to a percent from below.
  return Math.floor(fraction * 100 + 1e-9);
}
