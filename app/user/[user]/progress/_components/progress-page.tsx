"use client";

import { type MouseEvent, useDeferredValue, useMemo } from "react";
import { LIST_ANCHOR } from "@/app/_components/list/list-link";
import { useLibraries } from "@/app/_components/list/use-libraries";
import { useList } from "@/app/_components/list/use-list";
import { SectionBar } from "@/app/_components/section-bar";
import { CountsList } from "@/app/user/[user]/_components/counts-list";
import { PROGRESS_LIST } from "@/app/user/[user]/_components/progress-list";
import { progressPath } from "@/app/user/[user]/_components/progress-path";
import { activeFilters } from "@/lib/progress/describe-query";
import { listQueryToSearch } from "@/lib/progress/list-query";
import { unpackView } from "@/lib/views/progress-view";
import { GameList } from "./game-list";
import { MilestoneList } from "./milestone-list";
import { ProgressHeader } from "./progress-header";
import styles from "./progress-page.module.css";
import { useOpenGame } from "./use-open-game";

const SECTIONS = [
  { href: LIST_ANCHOR, label: "Games" },
  { href: "#milestones", label: "Milestones" },
];

interface ProgressPageProps {
  /** What to show first, as `packView` gives it. */
  initial: string;
  /** Base of icon and avatar paths, without a slash at its end. */
  mediaBase: string;
  freshSeconds: number;
  /** Base of RA's pages, without a slash at its end; null where it knows nothing of these games. */
  siteBase: string | null;
}

/**
 * A player's Completion Progress page: rendered on the server; in the browser, as soon as the whole library is there,
 * every link and field that chooses games is answered in place.
 */
export function ProgressPage(props: ProgressPageProps) {
  const initial = useMemo(() => unpackView(props.initial), [props.initial]);
  const known = useMemo(() => [{ ...initial, name: initial.profile.name }], [initial]);
  const { loaded, hasFailed } = useLibraries(known, props.freshSeconds, loadTools);
  const library = loaded?.libraries[0];
  const tools = loaded?.tools;
  const path = `/user/${(library?.player ?? initial).profile.name}`;
  const list = useList({
    codec: PROGRESS_LIST,
    path: progressPath(path),
    initial: initial.query,
    isReady: library !== undefined,
    hasFailed,
  });
  const { query } = list;
  const { openId, openInPlace } = useOpenGame();
  const view = useMemo(() => {
    if (!library || !tools) return initial;
    const ignored = query === initial.query ? initial.ignored : [];
    return tools.progressView(library, { query, ignored });
  }, [library, tools, query, initial]);
  // The list comes first, what stands beside it a moment later.
  const later = useDeferredValue(view);
  const { milestones } = later;
  const bases = {
    mediaBase: props.mediaBase,
    gameBase: props.siteBase && `${props.siteBase}/game`,
  };

  function answerClick(event: MouseEvent) {
    openInPlace(event);
    list.answerInPlace(event);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the links within do both
    <div className={styles.page} onClick={answerClick}>
      <ProgressHeader
        profile={view.profile}
        mediaBase={props.mediaBase}
        siteBase={props.siteBase}
        address={list.path + listQueryToSearch(query)}
      />
      <CountsList counts={view.counts} path={path} query={view.query} hasList />
      <div className={styles.columns}>
        <GameList view={view} path={path} list={list} openId={openId} {...bases} />
        <div>
          <MilestoneList
            milestones={milestones}
            isFiltered={activeFilters(later.query, later.systems).length > 0}
            {...bases}
          />
        </div>
      </div>
      {milestones.length > 0 && <SectionBar sections={SECTIONS} />}
    </div>
  );
}

/** What answers choices is of no use before the library is there, so it comes with it. */
const loadTools = () => import("./library-tools");
