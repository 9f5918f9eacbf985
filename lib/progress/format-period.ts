import { MONTHS } from "@/lib/format";

/** A period in words: `2024`, `March 2024`, `March 2024 to August 2024`. */
export function formatPeriod(text: string): string {
  return text.split("..").map(formatDate).join(" to ");
}

function formatDate(date: string): string {
  const [year, month, day] = date.split("-");
  if (month === undefined) return date;
  const name = MONTHS[Number(month) - 1];
  return day === undefined ? `${name} ${year}` : `${name} ${Number(day)}, ${year}`;
}
