import { memo } from "react";
import { BackgroundImage } from "@/app/_components/background-image";
import type { Profile } from "@/lib/domain/player";
import { formatDay, formatNumber } from "@/lib/format";
import { CopyLink } from "./copy-link";
import styles from "./profile-header.module.css";

interface ProfileHeaderProps {
  profile: Profile;
  mediaBase: string;
  /** Base of RA's pages, without a slash at its end; null where it knows nothing of the player. */
  siteBase: string | null;
  /** Of the player's page. */
  path: string;
  /** What the list shows, as its address has it: empty, or with its question mark. */
  search: string;
  /** The year to look back on at this time of the year, if it is one for that. */
  year: number | null;
}

/** Who the player is. */
export const ProfileHeader = memo(function ProfileHeader({
  profile,
  mediaBase,
  siteBase,
  path,
  search,
  year,
}: ProfileHeaderProps) {
  return (
    <header className={styles.header}>
      <BackgroundImage className={styles.avatar} src={mediaBase + profile.avatarPath} />
      <div className={styles.who}>
        <h1 className={styles.name}>{profile.name}</h1>
        {profile.motto && <p className={styles.motto}>{profile.motto}</p>}
        <dl className={styles.facts}>
          <div>
            <dt>Points</dt>
            <dd>{formatNumber(profile.points)}</dd>
          </div>
          {profile.casualPoints > 0 && (
            <div>
              <dt>Casual points</dt>
              <dd>{formatNumber(profile.casualPoints)}</dd>
            </div>
          )}
          <div>
            <dt>Member since</dt>
            <dd>{formatDay(profile.memberSince)}</dd>
          </div>
        </dl>
        <p className={styles.actions}>
          <a href={`${path}/embed`}>Make a card</a>
          {year && <a href={`${path}/year/${year}`}>{`The year ${year}`}</a>}
          <CopyLink path={path + search} />
          <a href={`/compare/${profile.name}`}>Compare with …</a>
          {siteBase && <a href={`${siteBase}/user/${profile.name}`}>View on RetroAchievements</a>}
        </p>
      </div>
    </header>
  );
});
