import { useMemo } from "react";
import type { GameBases } from "@/app/_components/games/game-link";
import { optionsOf, systemField } from "@/app/_components/list/list-form";
import { ListSection } from "@/app/_components/list/list-section";
import type { List } from "@/app/_components/list/use-list";
import {
  type CompareQuery,
  compareQueryToSearch,
  DEFAULT_COMPARE_QUERY,
} from "@/lib/compare/compare-query";
import { COMPARE_SORTS } from "@/lib/compare/compare-sort";
import { activeCompareFilters } from "@/lib/compare/describe-compare";
import { whoFilters } from "@/lib/compare/who";
import type { CompareView } from "@/lib/views/compare-view";
import { ComparedRow } from "./compared-row";
import { PlayersLegend } from "./players-legend";

const ORDER = {
  name: "sort",
  label: "Order",
  options: optionsOf(COMPARE_SORTS),
  value: ({ sort }: CompareQuery) => sort,
};

interface ComparedListProps extends GameBases {
  view: CompareView;
  names: readonly string[];
  list: List<CompareQuery>;
}

/** The games of all players that the query finds, each with how far every one of them is. */
export function ComparedList({ view, names, list, ...bases }: ComparedListProps) {
  const { systems } = view;
  const isDefault = compareQueryToSearch({ ...view.query, page: 1 }) === "";
  const fields = useMemo(
    () =>
      systems.length > 0
        ? [
            {
              name: "who",
              label: "Who",
              options: optionsOf(whoFilters(names)),
              value: ({ who }: CompareQuery) => who,
            },
            systemField<CompareQuery>(systems),
            ORDER,
          ]
        : [],
    [systems, names],
  );
  return (
    <ListSection
      list={list}
      view={view}
      rows={view.games}
      row={(compared) => (
        <ComparedRow key={compared.game.id} compared={compared} names={names} {...bases} />
      )}
      found={view.total}
      title={isDefault ? "All their games" : null}
      aside={<PlayersLegend names={names} />}
      fields={fields}
      filters={activeCompareFilters(list.query, systems, names)}
      unfiltered={{ ...DEFAULT_COMPARE_QUERY, sort: list.query.sort }}
      empty="Nothing to compare yet. The first achievement that one of them unlocks will bring its game here."
    />
  );
}
