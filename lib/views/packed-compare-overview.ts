import type { CompareOverview } from "@/lib/compare/overview";
import { packCounts, packMonths, unpackCounts, unpackMonths } from "./packed-figures";

/** Columns of numbers instead of objects per month and system. */
interface PackedCompareOverview extends Omit<CompareOverview, "months" | "systems"> {
  firstMonth: string;
  /** For each player. */
  months: number[][][];
  systems: [id: number, name: string, ...ofPlayers: number[][]][];
}

/** Packs the overview of a comparison for the browser as one text. */
export function packCompareOverview(overview: CompareOverview): string {
  const packed: PackedCompareOverview = {
    ...overview,
    firstMonth: overview.months[0]?.[0]?.month ?? "",
    months: overview.months.map(packMonths),
    systems: overview.systems.map(({ id, name, counts }) => [id, name, ...counts.map(packCounts)]),
  };
  return JSON.stringify(packed);
}

/** Reverses {@link packCompareOverview}. */
export function unpackCompareOverview(text: string): CompareOverview {
  const { firstMonth, months, systems, ...rest }: PackedCompareOverview = JSON.parse(text);
  return {
    ...rest,
    months: months.map((columns) => unpackMonths(firstMonth, columns)),
    systems: systems.map(([id, name, ...counts]) => ({
      id,
      name,
      counts: counts.map(unpackCounts),
    })),
  };
}
