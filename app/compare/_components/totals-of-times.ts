import { listLink } from "@/app/user/[user]/_components/list-link";
import { DEFAULT_LIST_QUERY, type ListQuery } from "@/lib/progress/list-query";
import type { TimeTotals } from "@/lib/times/compare-times";

/** A row of the totals: one number of each player, more is better. */
export interface TotalOfTimes {
  label: string;
  values: number[];
  /** Where a number leads, below the address of a player's overview. */
  below: string;
}

/** The totals of times that are known of all players. */
export function totalsOfTimes(totals: readonly TimeTotals[]): TotalOfTimes[] {
  const row = (
    label: string,
    query: Partial<ListQuery>,
    read: (each: TimeTotals) => number | null,
  ) => {
    const values = totals.flatMap((each) => read(each) ?? []);
    const below = listLink("", { ...DEFAULT_LIST_QUERY, ...query });
    return values.length === totals.length && values.some((value) => value > 0)
      ? [{ label, values, below }]
      : [];
  };
  return [
    ...row(
      "Hours played",
      { sort: "playtime" },
      ({ playtime }) => playtime && Math.floor(playtime.seconds / 3600),
    ),
    ...row(
      "Rare masteries",
      { status: "rare-mastered", sort: "rarity" },
      (each) => each.rareMasteries,
    ),
    ...row(
      "Mastered faster",
      { status: "eq-mastered", sort: "-time_to_master" },
      ({ fastest }) => fastest,
    ),
  ];
}
