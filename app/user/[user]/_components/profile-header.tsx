import { BackgroundImage } from "@/app/_components/background-image";
import { CheckedAt } from "@/app/_components/checked-at";
import type { Profile } from "@/lib/domain/player";
import { formatDay, formatNumber } from "@/lib/format";
import { CopyLink } from "./copy-link";
import { LastSeen } from "./last-seen";
import styles from "./profile-header.module.css";
import { StoryDownload, StoryShare } from "./story-actions";

interface ProfileHeaderProps {
  profile: Profile;
  /** Name of the game in which the player was last seen, as `lastGameName` gives it. */
  lastGame: string | null;
  mediaBase: string;
  /** Base of RA's pages, without a slash at its end; null where it knows nothing of the player. */
  siteBase: string | null;
  /** Of the player's overview. */
  path: string;
  /** Of the address: empty, or the chosen shelf with its question mark. */
  search: string;
  /** The year to look back on at this time of the year; null at others. */
  yearInReview: number | null;
  /** Whether there are games for a story of the shelf. */
  hasShelf: boolean;
  /** When RA was asked, in epoch milliseconds. */
  checkedAt: number;
  /** RA has not answered since. */
  unanswered: boolean;
}

/** Who the player is. */
export function ProfileHeader({
  profile,
  lastGame,
  mediaBase,
  siteBase,
  path,
  search,
  yearInReview,
  hasShelf,
  checkedAt,
  unanswered,
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
          {profile.lastSeen && <LastSeen message={profile.lastSeen} game={lastGame} />}
        </dl>
        <CheckedAt at={checkedAt} unanswered={unanswered} />
      </div>
      <p className={styles.actions}>
        <a href={`${path}/embed`}>Make a card</a>
        {yearInReview && <a href={`${path}/year/${yearInReview}`}>{`${yearInReview} in review`}</a>}
        <CopyLink path={path + search} />
        {hasShelf && <StoryDownload path={path} name={profile.name} />}
        {siteBase && <a href={`${siteBase}/user/${profile.name}`}>View on RetroAchievements</a>}
        {hasShelf && <StoryShare path={path} name={profile.name} />}
      </p>
    </header>
  );
}
