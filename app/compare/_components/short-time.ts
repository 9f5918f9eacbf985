import { formatNumber } from "@/lib/format";

const UNITS = [
  [3600, "hr"],
  [60, "min"],
  [1, "sec"],
] as const;

/** From so many hours on, minutes are left out. */
const HOURS_ALONE = 100;

/** A time from seconds where there is little room: `12 hr 5 min`, `45 min`, `1,234 hr`; hours alone from 100 on. */
export function formatShortTime(seconds: number): string {
  const at = UNITS.findIndex(([length]) => seconds >= length);
  const [length, unit] = UNITS[at] ?? [1, "sec"];
  const count = Math.floor(seconds / length);
  const minutes = Math.floor((seconds % 3600) / 60);
  const isLong = unit !== "hr" || count >= HOURS_ALONE || minutes === 0;
  return `${formatNumber(count)} ${unit}${isLong ? "" : ` ${minutes} min`}`;
}
