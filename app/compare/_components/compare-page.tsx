"use client";

import { type ReactNode, useDeferredValue, useMemo } from "react";
import { CheckedAt } from "@/app/_components/checked-at";
import { LIST_ANCHOR } from "@/app/_components/list/list-link";
import { useLibraries } from "@/app/_components/list/use-libraries";
import { useList } from "@/app/_components/list/use-list";
import { SectionBar } from "@/app/_components/section-bar";
import { type CompareQuery, compareQueryToSearch } from "@/lib/compare/compare-query";
import type { CompareOverview } from "@/lib/compare/overview";
import { swappedWho } from "@/lib/compare/who";
import { unpackCompareView } from "@/lib/views/compare-view";
import { unpackCompareOverview } from "@/lib/views/packed-compare-overview";
import { CompareForm } from "./compare-form";
import { compareList } from "./compare-list";
import styles from "./compare-page.module.css";
import { ComparedList } from "./compared-list";
import { ComparedSystems } from "./compared-systems";
import { HeadToHead } from "./head-to-head";
import { PlayersTable } from "./players-table";
import { PlayersTimeline } from "./players-timeline";
import { Suggestions } from "./suggestions";
import type { TotalOfTimes } from "./totals-of-times";

const TIMELINE = { href: "#timeline", label: "Over time" };
const SECTIONS = [
  { href: LIST_ANCHOR, label: "Games" },
  { href: "#head-to-head", label: "Head to head" },
  TIMELINE,
  { href: "#systems", label: "Systems" },
];
const SECTIONS_WITHOUT_AWARDS = SECTIONS.filter((section) => section !== TIMELINE);

interface ComparePageProps {
  /** The view that the server renders, as `packCompareView` gives it. */
  initial: string;
  /** The overview of the same games, as `packCompareOverview` gives it. */
  overview: string;
  /** Of the view's games, as `figuresOf` gives them. */
  figures: Record<number, string>;
  /** Totals of all players' times. A reload shows newer ones. */
  times: readonly TotalOfTimes[];
  /** Base of icon and avatar paths, without a slash at its end. */
  mediaBase: string;
  freshSeconds: number;
  /** Base of RA's pages, without a slash at its end; null if it has no pages of these games. */
  siteBase: string | null;
  /** The players' achievements by month, which the server renders. */
  achievements: ReactNode;
}

/**
 * A comparison of players, rendered on the server. When the browser has all their libraries, every link and field that
 * chooses games is answered in place.
 */
export function ComparePage(props: ComparePageProps) {
  const initial = useMemo(() => unpackCompareView(props.initial), [props.initial]);
  const known = useMemo(
    () => initial.players.map((each) => ({ ...each, name: each.profile.name })),
    [initial],
  );
  const { loaded, hasFailed } = useLibraries(known, props.freshSeconds, loadTools);
  const libraries = loaded?.libraries;
  // The names of the URL: a new name shows after a reload.
  const names = useMemo(() => known.map(({ name }) => name), [known]);
  const path = pathOf(names);
  const list = useList({
    codec: compareList(names.length),
    path,
    initial: initial.query,
    isReady: libraries !== undefined,
    hasFailed,
  });
  const { query } = list;
  const view = useMemo(() => {
    if (!loaded) return initial;
    const ignored = query === initial.query ? initial.ignored : [];
    return loaded.tools.compareView(loaded.libraries, { query, ignored });
  }, [loaded, query, initial]);
  const figures = useMemo(
    () => loaded?.tools.figuresOf(view.games, loaded.libraries) ?? props.figures,
    [loaded, view, props.figures],
  );
  const overview = useDeferredValue(useOverview(loaded, known, props.overview));
  const profiles = useMemo(
    () => libraries?.map(({ player }) => player.profile) ?? known.map(({ profile }) => profile),
    [libraries, known],
  );
  const gameBase = props.siteBase && `${props.siteBase}/game`;
  const bases = { mediaBase: props.mediaBase, gameBase };
  const hasGames = overview.overlap.all > 0;
  const hasMonths = (overview.months[0]?.length ?? 0) > 0;

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the links within do both
    <div className={styles.page} data-players={names.length} onClick={list.answerInPlace}>
      <header className={styles.header}>
        <h1 className={styles.title}>{names.join(" vs ")}</h1>
        <div className={styles.tools}>
          {names.length === 2 && (
            <a className={styles.tool} href={pathOf(names.toReversed()) + swappedSearch(query)}>
              Swap sides
            </a>
          )}
          <details className={styles.change}>
            <summary className={styles.tool}>Change players</summary>
            <CompareForm names={names} />
          </details>
        </div>
      </header>
      <HeadToHead
        overlap={overview.overlap}
        profiles={profiles}
        mediaBase={props.mediaBase}
        path={path}
      />
      <ul className={styles.checked} aria-label="Last checked">
        {view.players.map(({ checkedAt, refreshError }, at) => (
          <li key={names[at]}>
            <CheckedAt at={checkedAt} unanswered={refreshError !== null} who={names[at]} />
          </li>
        ))}
      </ul>
      <div className={styles.figures}>
        <PlayersTable profiles={profiles} figures={overview.players} times={props.times} />
        <Suggestions games={overview.suggestions} names={names} gameBase={gameBase} />
        {hasMonths && <PlayersTimeline months={overview.months} names={names} />}
      </div>
      {props.achievements}
      <ComparedList view={view} figures={figures} names={names} list={list} {...bases} />
      {hasGames && <ComparedSystems systems={overview.systems} names={names} path={path} />}
      {hasGames && <SectionBar sections={hasMonths ? SECTIONS : SECTIONS_WITHOUT_AWARDS} />}
    </div>
  );
}

/** The path of the page of these players. */
function pathOf(names: readonly string[]): string {
  return `/compare/${names.join("/")}`;
}

/** The search part of the same list after the two players have changed places. */
function swappedSearch(query: CompareQuery): string {
  return compareQueryToSearch({ ...query, who: swappedWho(query.who) });
}

/** What answers choices is of no use before the libraries are there, so it comes with them. */
const loadTools = () => import("./library-tools");

/** The server's overview, until a library is newer than the page. */
function useOverview(
  loaded: ReturnType<typeof useLibraries<Tools>>["loaded"],
  known: readonly { checkedAt: number }[],
  packed: string,
): CompareOverview {
  const initial = useMemo(() => unpackCompareOverview(packed), [packed]);
  return useMemo(
    () =>
      loaded?.libraries.some(({ player }, at) => player.checkedAt !== known[at]?.checkedAt)
        ? loaded.tools.compareOverview(loaded.libraries.map(({ player }) => player.games))
        : initial,
    [loaded, known, initial],
  );
}

type Tools = Awaited<ReturnType<typeof loadTools>>;
