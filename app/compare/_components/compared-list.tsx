import { useMemo } from "react";
import type { GameBases } from "@/app/_components/games/game-link";
import { optionsOf, systemField } from "@/app/_components/list/list-form";
import { linkToList } from "@/app/_components/list/list-link";
import { ListSection } from "@/app/_components/list/list-section";
import type { List } from "@/app/_components/list/use-list";
import { pluralize } from "@/app/_components/pluralize";
import { type CompareQuery, DEFAULT_COMPARE_PAGE } from "@/lib/compare/compare-query";
import { COMPARE_SORTS } from "@/lib/compare/compare-sorts";
import { activeCompareFilters } from "@/lib/compare/describe-compare";
import { whoFilters } from "@/lib/compare/who";
import type { CompareView } from "@/lib/views/compare-view";
import styles from "./compared-list.module.css";
import { ComparedRow } from "./compared-row";

const ORDER = {
  name: "sort",
  label: "Order",
  options: optionsOf(COMPARE_SORTS),
  value: ({ sort }: CompareQuery) => sort,
};

interface ComparedListProps extends GameBases {
  view: CompareView;
  /** Of its games, as `figuresOf` gives them. */
  figures: Record<number, string>;
  names: readonly string[];
  list: List<CompareQuery>;
}

/** The games that the query finds, each with the progress of every player. */
export function ComparedList({ view, figures, names, list, ...bases }: ComparedListProps) {
  const { systems } = view;
  const { system } = list.query;
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
            systemField<CompareQuery>(systems, system),
            ORDER,
          ]
        : [],
    [systems, system, names],
  );
  return (
    <ListSection
      list={list}
      view={view}
      rows={view.games}
      row={(compared) => (
        <ComparedRow
          key={compared.game.id}
          compared={compared}
          figures={figures[compared.game.id]}
          names={names}
          {...bases}
        />
      )}
      found={view.total}
      title={
        activeCompareFilters(view.query, systems, names).length === 0
          ? titleOf(view.query, view.total)
          : null
      }
      aside={systems.length > 0 && <Scope list={list} />}
      fields={fields}
      filters={activeCompareFilters(list.query, systems, names)}
      unfiltered={{ ...DEFAULT_COMPARE_PAGE, sort: list.query.sort }}
      empty={
        systems.length > 0 ? (
          <>
            No games in common yet.{" "}
            <a href={linkToList(list.codec, list.path, list.codec.all)}>Show all games</a>
          </>
        ) : (
          "No games yet. They'll appear after the first unlock."
        )
      }
    />
  );
}

/** The heading of a list without filters. */
function titleOf({ who }: CompareQuery, total: number): string {
  const games = pluralize(total, "game");
  if (who === "both") return `${games} in common`;
  return total === 1 ? games : `All ${games}`;
}

const SCOPES = [
  { who: "both", label: "In common" },
  { who: "all", label: "All games" },
] as const;

/** Switches between the games in common and all games, and keeps the other choices. */
function Scope({ list: { codec, path, query } }: { list: List<CompareQuery> }) {
  return (
    <p className={styles.scope}>
      {SCOPES.map(({ who, label }) => (
        <a
          key={who}
          href={linkToList(codec, path, { ...query, who, page: 1 })}
          aria-current={query.who === who ? "true" : undefined}
        >
          {label}
        </a>
      ))}
    </p>
  );
}
