import { NO_SUMS, type Sums } from "@/lib/history/sums";

/** What of sums is packed, in its order. */
export const PACKED = Object.keys(NO_SUMS) as (keyof Sums)[];

/** A day and what happened on it, as a text for the browser: `2026-11-23 5 1 0 0 2`. Zeros at its end are left out. */
export function packDay(day: string, sums: Sums): string {
  return [day, ...PACKED.map((key) => sums[key])].join(" ").replace(/( 0)+$/, "");
}
