import type { AwardMonth } from "@/lib/progress/months";
import type { Overview } from "@/lib/progress/overview";

/** An overview on its way to the browser: a row of numbers a month. */
export interface PackedOverview extends Omit<Overview, "months"> {
  months: [month: string, ...awards: number[]][];
}

/** Packs an overview for the browser. */
export function packOverview(overview: Overview): PackedOverview {
  return {
    ...overview,
    months: overview.months.map(({ month, mastered, completed, beaten, beatenCasual }) => [
      month,
      mastered,
      completed,
      beaten,
      beatenCasual,
    ]),
  };
}

/** The overview that was packed. */
export function unpackOverview(packed: PackedOverview): Overview {
  return {
    ...packed,
    months: packed.months.map(
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
