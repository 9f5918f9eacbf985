import { formatPeriod } from "@/lib/progress/format-period";

/** A day without its year: `2024-03-05` as `March 5`. */
export function dayInYear(day: string): string {
  return formatPeriod(day).replace(/, \d+$/, "");
}

/** A range of days or months without their year: `March 3 to March 14`, `March to July`. */
export function rangeInYear(from: string, to: string): string {
  return [from, to].map((each) => formatPeriod(each).replace(/,? \d{4}$/, "")).join(" to ");
}
