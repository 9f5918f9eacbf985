"use client";

import type { ProfileView } from "@/lib/players/profile-view";
import { CheckedAt } from "./checked-at";
import { CountsList } from "./counts-list";
import { GameRow } from "./game-row";
import { ProfileHeader } from "./profile-header";
import styles from "./profile-page.module.css";
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
  const { profile, counts, games } = view;
  return (
    <>
      <ProfileHeader
        profile={profile}
        mediaBase={props.mediaBase}
        onRetroAchievements={props.onRetroAchievements}
      />
      <CountsList counts={counts} />
      <section aria-labelledby="games">
        <div className={styles.heading}>
          <h2 id="games" className={styles.title}>
            Newest games
          </h2>
          <CheckedAt at={view.checkedAt} unanswered={view.refreshError !== null} />
        </div>
        {games.length === 0 ? (
          <p className={styles.empty}>
            Nothing on the shelf yet. The first achievement that {profile.name} unlocks will bring
            its game here.
          </p>
        ) : (
          <ol className={styles.shelf}>
            {games.map((game) => (
              <GameRow key={game.id} game={game} mediaBase={props.mediaBase} />
            ))}
          </ol>
        )}
        {games.length < counts.played && (
          <p className={styles.more}>
            The newest {games.length} of {counts.played} games.
          </p>
        )}
      </section>
    </>
  );
}
