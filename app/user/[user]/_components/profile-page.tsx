"use client";

import { type ReactNode, useDeferredValue, useEffect, useMemo, useState } from "react";
import { LIST_ANCHOR } from "@/app/_components/list/list-link";
import { useLibraries } from "@/app/_components/list/use-libraries";
import { useList } from "@/app/_components/list/use-list";
import { SectionBar } from "@/app/_components/section-bar";
import { describeQuery } from "@/lib/progress/describe-query";
import { listQueryToSearch } from "@/lib/progress/list-query";
import type { Overview } from "@/lib/progress/overview";
import type { Library } from "@/lib/views/library";
import { unpackOverview } from "@/lib/views/packed-overview";
import { unpackView } from "@/lib/views/profile-view";
import { Breadcrumbs } from "./breadcrumbs";
import { Charts } from "./charts";
import { CountsList } from "./counts-list";
import { GameList } from "./game-list";
import { MilestoneList } from "./milestone-list";
import { ProfileHeader } from "./profile-header";
import { PROFILE_LIST } from "./profile-list";
import styles from "./profile-page.module.css";
import { Shelf } from "./shelf";
import { Suggestions } from "./suggestions";
import { Timeline } from "./timeline";

const SECTIONS = [
  { href: LIST_ANCHOR, label: "Games" },
  { href: "#milestones", label: "Milestones" },
  { href: "#calendar", label: "Calendar" },
  { href: "#systems", label: "Systems" },
];

const WITHOUT_MILESTONES = SECTIONS.filter(({ href }) => href !== "#milestones");

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
  /** The year to look back on at this time of the year, if it is one for that. */
  year: number | null;
  /** What is known of the achievements of days, as `packDayAchievements` gives it. */
  achievements: string;
  /** The recent activity, rendered by the server. */
  lately: ReactNode;
}

/**
 * A player's page: rendered on the server; in the browser, as soon as the whole library is there,
 * every link and field that chooses games is answered in place.
 */
export function ProfilePage(props: ProfilePageProps) {
  const initial = useMemo(() => unpackView(props.initial), [props.initial]);
  const known = useMemo(() => [{ ...initial, name: initial.profile.name }], [initial]);
  const { loaded, hasFailed } = useLibraries(known, props.freshSeconds, loadTools);
  const library = loaded?.libraries[0];
  const tools = loaded?.tools;
  const path = `/user/${(library?.player ?? initial).profile.name}`;
  const list = useList({
    codec: PROFILE_LIST,
    path,
    initial: initial.query,
    isReady: library !== undefined,
    hasFailed,
  });
  const { query } = list;
  const view = useMemo(() => {
    if (!library || !tools) return initial;
    const ignored = query === initial.query ? initial.ignored : [];
    return tools.profileView(library, { query, ignored });
  }, [library, tools, query, initial]);
  const gamesOf = useMemo(
    () => library && tools && ((day: string) => tools.gamesOfDay(library.player.games, day)),
    [library, tools],
  );
  const overview = useDeferredValue(useOverview(library, initial.checkedAt, props.overview));
  // The list comes first, what stands beside it a moment later.
  const { milestones } = useDeferredValue(view);
  const hasGames = overview.systems.length > 0;
  const gameBase = props.siteBase && `${props.siteBase}/game`;
  const bases = { mediaBase: props.mediaBase, gameBase };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the links within do both
    <div className={styles.page} onClick={list.answerInPlace}>
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
        search={listQueryToSearch(query)}
        year={props.year}
      />
      <Shelf shelf={view.shelf} {...bases} />
      <CountsList counts={view.counts} path={path} query={view.query} />
      {props.lately}
      {overview.months.length > 0 && <Timeline months={overview.months} path={path} />}
      <div className={styles.columns}>
        <GameList view={view} path={path} list={list} {...bases} />
        <div>
          <MilestoneList milestones={milestones} {...bases} />
          <Suggestions overview={overview} path={path} gameBase={gameBase} />
        </div>
      </div>
      {hasGames && (
        <Charts
          overview={overview}
          achievements={props.achievements}
          path={path}
          gamesOf={gamesOf}
          gameBase={gameBase}
        />
      )}
      {hasGames && <SectionBar sections={milestones.length > 0 ? SECTIONS : WITHOUT_MILESTONES} />}
    </div>
  );
}

/** What answers choices is of no use before the library is there, so it comes with it. */
const loadTools = () => import("./library-tools");

/**
 * The overview that the page came with, until the library is newer than the page: the code that makes another one is
 * loaded then.
 */
function useOverview(library: Library | undefined, checkedAt: number, packed: string): Overview {
  const initial = useMemo(() => unpackOverview(packed), [packed]);
  const [newer, setNewer] = useState<Overview | null>(null);
  useEffect(() => {
    if (!library || library.player.checkedAt === checkedAt) return;
    let isOver = false;
    import("@/lib/progress/overview").then(
      ({ overview }) => {
        if (!isOver) setNewer(overview(library.player.games, library.player.checkedAt));
      },
      // The next library tries again; until then, the charts stay as they are.
      () => undefined,
    );
    return () => {
      isOver = true;
    };
  }, [library, checkedAt]);
  return newer ?? initial;
}
