import { memo } from "react";
import { BackgroundImage } from "@/app/_components/background-image";
import { CopyLink } from "@/app/user/[user]/_components/copy-link";
import type { Profile } from "@/lib/domain/player";
import styles from "./progress-header.module.css";

interface ProgressHeaderProps {
  profile: Profile;
  mediaBase: string;
  /** Base of RA's pages, without a slash at its end; null where it knows nothing of the player. */
  siteBase: string | null;
  /** Of this page, with the query of its list. */
  address: string;
}

/** Whose progress this is, and where else it can be seen. */
export const ProgressHeader = memo(function ProgressHeader(props: ProgressHeaderProps) {
  const { profile, mediaBase, siteBase, address } = props;
  return (
    <header className={styles.header}>
      <BackgroundImage className={styles.avatar} src={mediaBase + profile.avatarPath} />
      <h1 className={styles.title}>
        {profile.name} <span>Completion progress</span>
      </h1>
      <p className={styles.actions}>
        <CopyLink path={address} />
        {siteBase && (
          <a href={`${siteBase}/user/${profile.name}/progress`}>View on RetroAchievements</a>
        )}
      </p>
    </header>
  );
});
