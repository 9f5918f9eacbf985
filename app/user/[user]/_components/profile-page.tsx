"use client";

import { formatNumber } from "@/lib/format";
import type { ProfileView } from "@/lib/players/profile-view";
import { DEFAULT_LIST_QUERY, listQueryToSearch } from "@/lib/progress/list-query";
import { CheckedAt } from "./checked-at";
import { CountsList } from "./counts-list";
import { GameRow } from "./game-row";
import { ListForm } from "./list-form";
import { MilestoneList } from "./milestone-list";
import { Pager } from "./pager";
import { ProfileHeader } from "./profile-header";
import styles from "./profile-page.module.css";
import { TakeAway } from "./take-away";
import { useProfileView } from "./use-profile-view";

interface ProfilePageProps {
  initial: ProfileView;
  /** Base of icon and avatar paths, without a slash at its end. */
  mediaBase: string;
  freshSeconds: number;
  /** Whether the player has a page on RA to link to. */
  onRetroAchievements: boolean;
}

/** A player's page: rendered on the server, and kept up to date in place in the browser. */
export function ProfilePage(props: ProfilePageProps) {
  const view = useProfileView(props.initial, props.freshSeconds);
  const { profile, counts, games, query } = view;
  const path = `/user/${profile.name}`;
  const isDefault = listQueryToSearch({ ...query, page: 1 }) === "";
  return (
    <>
      <ProfileHeader
        profile={profile}
        mediaBase={props.mediaBase}
        onRetroAchievements={props.onRetroAchievements}
      />
      <CountsList counts={counts} path={path} query={query} />
      <div className={styles.columns}>
        <section aria-labelledby="games" className={styles.games}>
          <div className={styles.heading}>
            <h2 id="games" className={styles.title}>
              {isDefault
                ? "Newest games"
                : `${formatNumber(counts.played)} ${counts.played === 1 ? "game" : "games"} found`}
            </h2>
            <CheckedAt at={view.checkedAt} unanswered={view.refreshError !== null} />
          </div>
          <ListForm path={path} query={query} systems={view.systems} />
          {view.ignored.map(({ name, value }) => (
            <p key={name} className={styles.ignored}>
              “{value}” means nothing as {name}, so it is left out.
            </p>
          ))}
          {games.length === 0 ? (
            <p className={styles.empty}>
              {isDefault ? (
                `Nothing on the shelf yet. The first achievement that ${profile.name} unlocks will bring its game here.`
              ) : (
                <>
                  No game is like that.{" "}
                  <a href={path + listQueryToSearch(DEFAULT_LIST_QUERY)}>Show all games</a>
                </>
              )}
            </p>
          ) : (
            <ol className={styles.shelf} start={(view.page - 1) * 100 + 1}>
              {games.map((game) => (
                <GameRow key={game.id} game={game} mediaBase={props.mediaBase} />
              ))}
            </ol>
          )}
          <Pager path={path} query={query} pages={view.pages} />
          <TakeAway path={path} query={query} />
        </section>
        <MilestoneList milestones={view.milestones} />
      </div>
    </>
  );
}
