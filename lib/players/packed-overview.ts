import type { AwardMonth } from "@/lib/progress/months";
import type { Overview } from "@/lib/progress/overview";

/** A row of numbers a month. */
interface PackedOverview extends Omit<Overview, "months"> {
  months: [month: string, ...awards: number[]][];
}

/** Packs an overview for the browser, as {@link packView} packs a view. */
export function packOverview(overview: Overview): string {
  const compact: PackedOverview = {
    ...overview,
    months: overview.months.map(({ month, mastered, completed, beaten, beatenCasual }) => [
      month,
      mastered,
      completed,
      beaten,
      beatenCasual,
    ]),
  };
  return JSON.stringify(compact);
}

/** The overview that was packed. */
export function unpackOverview(packed: string): Overview {
  const compact: PackedOverview = JSON.parse(packed);
  return {
    ...compact,
    months: compact.months.map(
      ([month, mastered = 0, completed = 0, beaten = 0, beatenCasual = 0]): AwardMonth => ({
        month,
        mastered,
        completed,
        beaten,
        beatenCasual,
      }),
    ),
  };
}
