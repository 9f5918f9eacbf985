import { BackgroundImage } from "@/app/_components/background-image";
import type { Profile } from "@/lib/domain/player";
import { formatDay, formatNumber } from "@/lib/format";
import styles from "./profile-header.module.css";

interface ProfileHeaderProps {
  profile: Profile;
  mediaBase: string;
  onRetroAchievements: boolean;
}

/** Who the player is. */
export function ProfileHeader({ profile, mediaBase, onRetroAchievements }: ProfileHeaderProps) {
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
          {onRetroAchievements && (
            <div>
              <dt className="visually-hidden">Elsewhere</dt>
              <dd>
                <a href={`https://retroachievements.org/user/${profile.name}`}>
                  On RetroAchievements
                </a>
              </dd>
            </div>
          )}
        </dl>
      </div>
    </header>
  );
}
