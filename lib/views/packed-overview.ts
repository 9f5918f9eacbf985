import type { Overview, Suggestion } from "@/lib/progress/overview";
import { packCounts, packMonths, unpackCounts, unpackMonths } from "./packed-figures";

type PackedSuggestion = [gameId: number, title: string, possible: number, missing: number];

/** Columns of numbers, without a key a month or a system. */
interface PackedOverview
  extends Omit<Overview, "months" | "systems" | "almostThere" | "restorable"> {
  firstMonth: string;
  months: number[][];
  systems: [id: number, name: string, ...counts: number[]][];
  almostThere: PackedSuggestion[];
  restorable: PackedSuggestion[];
}

/** Packs an overview for the browser, as {@link packView} packs a view. */
export function packOverview(overview: Overview): string {
  const packed: PackedOverview = {
    ...overview,
    firstMonth: overview.months[0]?.month ?? "",
    months: packMonths(overview.months),
    systems: overview.systems.map(({ id, name, counts }) => [id, name, ...packCounts(counts)]),
    almostThere: overview.almostThere.map(packSuggestion),
    restorable: overview.restorable.map(packSuggestion),
  };
  return JSON.stringify(packed);
}

/** The overview that was packed. */
export function unpackOverview(text: string): Overview {
  const { firstMonth, months, systems, almostThere, restorable, ...rest }: PackedOverview =
    JSON.parse(text);
  return {
    ...rest,
    months: unpackMonths(firstMonth, months),
    systems: systems.map(([id, name, ...counts]) => ({ id, name, counts: unpackCounts(counts) })),
    almostThere: almostThere.map(unpackSuggestion),
    restorable: restorable.map(unpackSuggestion),
  };
}

function packSuggestion({ gameId, title, possible, missing }: Suggestion): PackedSuggestion {
  return [gameId, title, possible, missing];
}

function unpackSuggestion([gameId, title, possible, missing]: PackedSuggestion): Suggestion {
  return { gameId, title, possible, missing };
}
