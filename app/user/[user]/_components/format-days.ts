import { formatDay } from "@/lib/format";

/** A day or the days from one to another, given as `2026-11-10`: `Nov 10, 2026`, `Nov 10–16, 2026`. */
export function formatDays(from: string, to: string): string {
  const [first, last] = [from, to].map((day) => formatDay(Date.parse(day) / 1000));
  if (first === undefined || last === undefined || from === to) return last ?? "";
  const [firstDay = "", firstYear] = first.split(", ");
  const [lastDay = "", lastYear] = last.split(", ");
  if (firstYear !== lastYear) return `${first} – ${last}`;
  const [month, day] = lastDay.split(" ");
  return firstDay.startsWith(`${month} `)
    ? `${firstDay}–${day}, ${lastYear}`
    : `${firstDay} – ${lastDay}, ${lastYear}`;
}
