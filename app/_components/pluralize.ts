import { formatNumber } from "@/lib/format";

/** How many of what: `1 award`, `1,234 awards`. */
export function pluralize(count: number, noun: string): string {
  return `${formatNumber(count)} ${noun}${count === 1 ? "" : "s"}`;
}
