const number = new Intl.NumberFormat("en");
const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const moment = new Intl.DateTimeFormat("en", {
  dateStyle: "medium",
  timeStyle: "short",
  timeZone: "UTC",
  hourCycle: "h23",
});
const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto" });

/** A number as people read it: `12,345`. */
export function formatNumber(value: number): string {
  return number.format(value);
}

/**
 * A UTC day, `Nov 23, 2026`, from epoch seconds. The same on the server and in every browser. Not by
 * `Intl`, which takes five times as long: a page has three hundred of them.
 */
export function formatDay(epochSeconds: number): string {
  const day = new Date(epochSeconds * 1000);
  return `${MONTHS[day.getUTCMonth()]} ${day.getUTCDate()}, ${day.getUTCFullYear()}`;
}

/** A moment, `Nov 23, 2026, 09:41 UTC`, from epoch milliseconds. */
export function formatMoment(epochMilliseconds: number): string {
  return `${moment.format(epochMilliseconds)} UTC`;
}

const STEPS: [seconds: number, unit: Intl.RelativeTimeFormatUnit][] = [
  [86_400, "day"],
  [3600, "hour"],
  [60, "minute"],
];

/** How long ago, `2 minutes ago`, both in epoch milliseconds; under a minute is `just now`. */
export function formatTimeAgo(then: number, now: number): string {
  const seconds = (now - then) / 1000;
  for (const [length, unit] of STEPS) {
    if (seconds >= length) return relative.format(-Math.floor(seconds / length), unit);
  }
  return "just now";
}

/** A fraction as a whole percentage, `92%`: 100% only for all of it, 0% only for none. */
export function formatPercent(fraction: number): string {
  if (fraction > 0 && fraction < 0.01) return "1%";
  return `${Math.floor(fraction * 100)}%`;
}
