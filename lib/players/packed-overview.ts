import { type AwardMonth, monthAfter } from "@/lib/progress/months";
import type { Overview, Suggestion } from "@/lib/progress/overview";

/** The award counts of a month, in the order of their columns. */
const AWARDS = ["mastered", "completed", "beaten", "beatenCasual"] as const;
/** The counts of a system, in the order of their numbers. */
const COUNTS = ["played", "unfinished", ...AWARDS] as const;

type PackedSuggestion = [gameId: number, title: string, possible: number, missing: number];

/** Columns of numbers, without a key a month or a system: months follow each other, so the first names all. */
interface PackedOverview
  extends Omit<Overview, "months" | "systems" | "almostThere" | "staleGold"> {
  firstMonth: string;
  months: number[][];
  systems: [id: number, name: string, ...counts: number[]][];
  almostThere: PackedSuggestion[];
  staleGold: PackedSuggestion[];
}

/** Packs an overview for the browser, as {@link packView} packs a view. */
export function packOverview(overview: Overview): string {
  const packed: PackedOverview = {
    ...overview,
    firstMonth: overview.months[0]?.month ?? "",
    months: AWARDS.map((kind) => overview.months.map((month) => month[kind])),
    systems: overview.systems.map(({ id, name, counts }) => [
      id,
      name,
      ...COUNTS.map((key) => counts[key]),
    ]),
    almostThere: overview.almostThere.map(packSuggestion),
    staleGold: overview.staleGold.map(packSuggestion),
  };
  return JSON.stringify(packed);
}

/** The overview that was packed. */
export function unpackOverview(text: string): Overview {
  const { firstMonth, months, systems, almostThere, staleGold, ...rest }: PackedOverview =
    JSON.parse(text);
  const [mastered = [], completed = [], beaten = [], beatenCasual = []] = months;
  return {
    ...rest,
    months: mastered.map(
      (count, at): AwardMonth => ({
        month: monthAfter(firstMonth, at),
        mastered: count,
        completed: completed[at] ?? 0,
        beaten: beaten[at] ?? 0,
        beatenCasual: beatenCasual[at] ?? 0,
      }),
    ),
    systems: systems.map(
      ([
        id,
        name,
        played = 0,
        unfinished = 0,
        mastered = 0,
        completed = 0,
        beaten = 0,
        casual = 0,
      ]) => ({
        id,
        name,
        counts: { played, unfinished, mastered, completed, beaten, beatenCasual: casual },
      }),
    ),
    almostThere: almostThere.map(unpackSuggestion),
    staleGold: staleGold.map(unpackSuggestion),
  };
}

function packSuggestion({ gameId, title, possible, missing }: Suggestion): PackedSuggestion {
  return [gameId, title, possible, missing];
}

function unpackSuggestion([gameId, title, possible, missing]: PackedSuggestion): Suggestion {
  return { gameId, title, possible, missing };
}
