import { lazy, Suspense, useMemo, useSyncExternalStore } from "react";
import { CheckedAt } from "@/app/_components/checked-at";
import type { GameBases } from "@/app/_components/games/game-link";
import { type ListField, optionsOf, systemField } from "@/app/_components/list/list-form";
import { ListSection } from "@/app/_components/list/list-section";
import type { List } from "@/app/_components/list/use-list";
import { pluralize } from "@/app/_components/pluralize";
import { GameRow } from "@/app/user/[user]/_components/game-row";
import { listLink } from "@/app/user/[user]/_components/list-link";
import { formatNumber } from "@/lib/format";
import { activeFilters } from "@/lib/progress/describe-query";
import { DEFAULT_LIST_QUERY, type ListQuery, listQueryToSearch } from "@/lib/progress/list-query";
import { figureOfSort, SORTS, type Sort } from "@/lib/progress/sorts";
import { STATUS_FILTERS, type Status } from "@/lib/progress/status";
import type { ListFigure } from "@/lib/times/list-figures";
import { RARE_PERCENT } from "@/lib/times/rarity";
import type { ProgressView } from "@/lib/views/progress-view";
import { ExportLinks } from "./export-links";
import styles from "./game-list.module.css";
import { LeaveForGame } from "./leave-for-game";

/** RA's filters by what a player looks for: its own order has what is left to do in three places. */
const STATUS_GROUPS: { label: string; values: readonly Status[] }[] = [
  {
    label: "Left to master or complete",
    values: ["missing-unlocks", "unawarded", "almost-there", "eq-revised"],
  },
  {
    label: "By award",
    values: [
      "awarded",
      "eq-mastered",
      "rare-mastered",
      "eq-completed",
      "gte-completed",
      "eq-beaten-hardcore",
      "eq-beaten-softcore",
      "any-beaten",
    ],
  },
  {
    label: "Hardcore or casual",
    values: ["gte-beaten-hardcore", "gte-beaten-softcore", "any-hardcore", "any-softcore"],
  },
];
/** The field of the statuses; rare masteries are one where their rarity is known, or where they are asked for. */
function statusField(offersRare: boolean): ListField<ListQuery> {
  const shown = STATUS_FILTERS.filter(({ value }) => offersRare || value !== "rare-mastered");
  return {
    name: "status",
    label: "Status",
    options: [
      optionsOf(shown.filter(({ value }) => value === "all")),
      ...STATUS_GROUPS.map(({ label, values }) => (
        <optgroup key={label} label={label}>
          {optionsOf(shown.filter(({ value }) => values.includes(value)))}
        </optgroup>
      )),
    ],
    value: ({ status }) => status,
  };
}

/** The field of the sorts, of those by figures the ones that are known, and the one that is asked for. */
function orderField(figures: readonly ListFigure[], asked: Sort): ListField<ListQuery> {
  const shown = SORTS.filter(({ value }) => {
    const figure = figureOfSort(value);
    return figure === null || figures.includes(figure) || value === asked;
  });
  return {
    name: "sort",
    label: "Order",
    options: optionsOf(shown),
    value: ({ sort }) => sort,
  };
}

interface GameListProps extends GameBases {
  view: ProgressView;
  path: string;
  list: List<ListQuery>;
  /** The game whose achievements are unfolded; null: none. */
  openId: number | null;
}

/** Of no use before a game is opened. Where it cannot be loaded, such as after a deployment, the game's page has the same. */
const AchievementPanel = lazy(() =>
  import("./achievement-panel").catch(() => ({ default: LeaveForGame })),
);

const subscribe = () => () => undefined;
const inBrowser = () => true;
const onServer = () => false;

/** The player's games that the query finds. */
export function GameList({ view, path, list, openId, ...bases }: GameListProps) {
  const { systems, figures, hasSubsets, times } = view;
  const hasGames = systems.length > 0;
  const isDefault = listQueryToSearch({ ...view.query, page: 1 }) === "";
  const { sort, status, system } = list.query;
  const isRarityKnown = figures.includes("rarity");
  const offersRare = isRarityKnown || status === "rare-mastered";
  // What is asked for has an option, or the form would ask for something else.
  const fields = useMemo(
    () =>
      systems.length > 0
        ? [
            statusField(offersRare),
            systemField<ListQuery>(systems, system),
            orderField(figures, sort),
          ]
        : [],
    [systems, figures, offersRare, system, sort],
  );
  const sortedBy = figureOfSort(view.query.sort);
  const isHydrated = useSyncExternalStore(subscribe, inBrowser, onServer);
  return (
    <ListSection
      list={list}
      view={view}
      rows={view.games}
      row={(game) => (
        <GameRow
          key={game.id}
          game={game}
          time={times.get(game.id)}
          sortedBy={sortedBy}
          path={path}
          unfolds={isHydrated}
          {...bases}
        >
          {game.id === openId ? (
            <Suspense>
              <AchievementPanel
                name={view.profile.name}
                gameId={openId}
                mediaBase={bases.mediaBase}
              />
            </Suspense>
          ) : undefined}
        </GameRow>
      )}
      found={view.total}
      of={view.counts.played}
      note={unfinishedInWords(view)}
      title={isDefault ? "Newest games" : null}
      aside={
        <>
          {hasSubsets && view.query.subsets === "1" && (
            <a
              className={styles.subsets}
              href={listLink(path, { ...view.query, subsets: "0", page: 1 })}
            >
              Hide subsets
            </a>
          )}
          <CheckedAt at={view.checkedAt} unanswered={view.refreshError !== null} />
        </>
      }
      fields={fields}
      filters={activeFilters(list.query, systems)}
      unfiltered={{ ...DEFAULT_LIST_QUERY, sort }}
      noMatch={
        view.query.status === "rare-mastered" && !isRarityKnown
          ? "The rarity of these masteries is not known."
          : undefined
      }
      empty="No games yet. They'll appear after the first unlock."
      foot={
        hasGames && (
          <>
            <ExportLinks path={path} query={view.query} />
            {isRarityKnown && (
              <p className={styles.note}>
                “Mastered by” is a share of a game's hardcore players; {RARE_PERCENT}% or less is
                rare.
              </p>
            )}
          </>
        )
      }
    />
  );
}

/** Subsets are among the unfinished games of a list, but not of RA's counts: the list says how many it has, if it has any. */
function unfinishedInWords({ query, total, counts }: ProgressView): string | undefined {
  const subsets = total - counts.unfinished;
  const isOfAll = query.status === "unawarded" && query.subsets === "1";
  if (!isOfAll || subsets === 0) return undefined;
  return `${formatNumber(counts.unfinished)} unfinished and ${pluralize(subsets, "subset")}`;
}
