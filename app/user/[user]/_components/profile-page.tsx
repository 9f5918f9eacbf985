"use client";

import {
  type MouseEvent,
  type ReactNode,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
} from "react";
import type { Library } from "@/lib/players/library";
import { unpackOverview } from "@/lib/players/packed-overview";
import { profileView, unpackView } from "@/lib/players/profile-view";
import { describeQuery } from "@/lib/progress/describe-query";
import { type ListQuery, parseListQuery } from "@/lib/progress/list-query";
import { type Overview, overview } from "@/lib/progress/overview";
import { yearOfSeason } from "@/lib/progress/year-of-season";
import { Breadcrumbs } from "./breadcrumbs";
import { Charts } from "./charts";
import { CountsList } from "./counts-list";
import { GameList } from "./game-list";
import { LIST_ANCHOR } from "./list-link";
import { MilestoneList } from "./milestone-list";
import { ProfileHeader } from "./profile-header";
import styles from "./profile-page.module.css";
import { SectionBar } from "./section-bar";
import { Shelf } from "./shelf";
import { Suggestions } from "./suggestions";
import { Timeline } from "./timeline";
import { useLibrary } from "./use-library";
import { useListQuery } from "./use-list-query";

/** How long a choice waits before the server is asked, when the library cannot be had. */
const SERVER_WAIT_MS = 700;

interface ProfilePageProps {
  /** What to show first, as `packView` gives it. */
  initial: string;
  /** Of the games that `initial` is made from, as `packOverview` gives it. */
  overview: string;
  /** Base of icon and avatar paths, without a slash at its end. */
  mediaBase: string;
  freshSeconds: number;
  /** Base of RA's pages, without a slash at its end; null where it knows nothing of these games. */
  siteBase: string | null;
  /** What is known of the achievements of days, as `packDayAchievements` gives it. */
  achievements: string;
  /** What happened lately, as the server tells it. */
  lately: ReactNode;
}

/**
 * A player's page: rendered on the server; in the browser, as soon as the whole library is there,
 * every link and field that chooses games is answered in place.
 */
export function ProfilePage(props: ProfilePageProps) {
  const initial = useMemo(() => unpackView(props.initial), [props.initial]);
  const { query, show, type, askServer } = useListQuery(initial.query);
  const { library, hasFailed } = useLibrary(initial, props.freshSeconds);
  const view = useMemo(() => {
    if (!library) return initial;
    const ignored = query === initial.query ? initial.ignored : [];
    return profileView(library, { query, ignored });
  }, [library, query, initial]);
  const overview = useDeferredValue(useOverview(library, initial.checkedAt, props.overview));
  const isChosen = query !== initial.query;
  const isWaiting = isChosen && !library;
  // The list comes first, what stands beside it a moment later.
  const { milestones } = useDeferredValue(view);
  const heading = useRef<HTMLHeadingElement>(null);
  const hasGames = overview.systems.length > 0;
  const path = `/user/${view.profile.name}`;
  const gameBase = props.siteBase && `${props.siteBase}/game`;

  // What was chosen before the library came can still be answered by the server.
  // biome-ignore lint/correctness/useExhaustiveDependencies: every letter typed begins the wait again
  useEffect(() => {
    if (!isWaiting || !hasFailed) return;
    const timer = setTimeout(askServer, SERVER_WAIT_MS);
    return () => clearTimeout(timer);
  }, [isWaiting, hasFailed, askServer, query]);

  /** Shows a list and brings it into view, unless its first rows are there already. */
  function showInView(next: ListQuery) {
    show(next);
    const top = heading.current?.getBoundingClientRect().top ?? 0;
    if (top >= 0 && top < innerHeight / 2) return;
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView();
  }

  function answerInPlace(event: MouseEvent) {
    const next = library && queryOfLink(event, path);
    if (!next) return;
    event.preventDefault();
    showInView(next);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the links within do both
    <div className={styles.page} onClick={answerInPlace}>
      <Breadcrumbs
        path={path}
        name={view.profile.name}
        filters={describeQuery(view.query, view.systems)}
      />
      <ProfileHeader
        profile={view.profile}
        mediaBase={props.mediaBase}
        siteBase={props.siteBase}
        path={path}
        year={yearOfSeason(view.checkedAt, overview.firstYear?.year ?? null)}
      />
      <Shelf shelf={view.shelf} mediaBase={props.mediaBase} gameBase={gameBase} />
      <CountsList counts={view.counts} path={path} query={view.query} />
      {props.lately}
      {overview.months.length > 0 && <Timeline months={overview.months} path={path} />}
      <div className={styles.columns}>
        <GameList
          view={view}
          path={path}
          query={query}
          heading={heading}
          isWaiting={isWaiting}
          isAnswer={isChosen && !isWaiting}
          mediaBase={props.mediaBase}
          gameBase={gameBase}
          onShow={show}
          onPage={showInView}
          onType={type}
        />
        <div>
          <MilestoneList milestones={milestones} mediaBase={props.mediaBase} gameBase={gameBase} />
          <Suggestions overview={overview} path={path} gameBase={gameBase} />
        </div>
      </div>
      {hasGames && (
        <Charts
          overview={overview}
          achievements={props.achievements}
          path={path}
          games={library?.player.games}
          gameBase={gameBase}
        />
      )}
      {hasGames && <SectionBar />}
    </div>
  );
}

/** The overview that the page came with, until the library is newer than the page. */
function useOverview(library: Library | undefined, checkedAt: number, packed: string): Overview {
  const initial = useMemo(() => unpackOverview(packed), [packed]);
  return useMemo(
    () =>
      library && library.player.checkedAt !== checkedAt
        ? overview(library.player.games, library.player.checkedAt)
        : initial,
    [library, checkedAt, initial],
  );
}

/** The list query of the link that was clicked, if it is one to this very page and opens here. */
function queryOfLink(event: MouseEvent, path: string): ListQuery | undefined {
  const isPlain =
    event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (!isPlain || !link || link.origin !== location.origin || link.pathname !== path)
    return undefined;
  if (link.hash !== "" && link.hash !== LIST_ANCHOR) return undefined;
  return parseListQuery(new URLSearchParams(link.search)).query;
}
