import type { Overview } from "@/lib/progress/overview";
import { packCounts, packMonths, unpackCounts, unpackMonths } from "./packed-figures";

/** Columns of numbers, without a key a month or a system. */
interface PackedOverview extends Omit<Overview, "months" | "systems"> {
  firstMonth: string;
  months: number[][];
  systems: [id: number, name: string, ...counts: number[]][];
}

/** Packs an overview for the browser, as {@link packView} packs a view. */
export function packOverview(overview: Overview): string {
  const packed: PackedOverview = {
    ...overview,
    firstMonth: overview.months[0]?.month ?? "",
    months: packMonths(overview.months),
    systems: overview.systems.map(({ id, name, counts }) => [id, name, ...packCounts(counts)]),
  };
  return JSON.stringify(packed);
}

/** The overview that was packed. */
export function unpackOverview(text: string): Overview {
  const { firstMonth, months, systems, ...rest }: PackedOverview = JSON.parse(text);
  return {
    ...rest,
    months: unpackMonths(firstMonth, months),
    systems: systems.map(([id, name, ...counts]) => ({ id, name, counts: unpackCounts(counts) })),
  };
}
