import { BackgroundImage } from "@/app/_components/background-image";
import { CheckedAt } from "@/app/_components/checked-at";
import type { Badge } from "@/lib/domain/badge";
import type { Profile } from "@/lib/domain/player";
import { formatDay, formatNumber } from "@/lib/format";
import type { Presence } from "@/lib/progress/now-playing";
import type { PlayerRank, Rank } from "@/lib/retroachievements/retroachievements";
import { CopyLink } from "./copy-link";
import { LastSeen } from "./last-seen";
import styles from "./profile-header.module.css";
import { SiteBadges } from "./site-badges";
import { StoryDownload, StoryShare } from "./story-actions";

interface ProfileHeaderProps {
  profile: Profile;
  presence: Presence | null;
  /** Null: unknown. */
  ranks: PlayerRank | null;
  /** The time played in all, such as `1,234 hours`; null: unknown. */
  played: string | null;
  badges: readonly Badge[];
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
  presence,
  ranks,
  played,
  badges,
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
        <SiteBadges badges={badges} mediaBase={mediaBase} />
        {profile.motto && <p className={styles.motto}>{profile.motto}</p>}
      </div>
      <div className={styles.facts}>
        <dl>
          <Fact label="Points">{formatNumber(profile.points)}</Fact>
          {ranks?.hardcore && <Fact label="Rank">{rankInWords(ranks.hardcore)}</Fact>}
          {profile.casualPoints > 0 && (
            <Fact label="Casual points">{formatNumber(profile.casualPoints)}</Fact>
          )}
          {ranks?.casual && !ranks.hardcore && (
            <Fact label="Casual rank">{rankInWords(ranks.casual)}</Fact>
          )}
          {played && <Fact label="Played">{played}</Fact>}
          <Fact label="Member since">{formatDay(profile.memberSince)}</Fact>
          {presence && <LastSeen {...presence} />}
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

function Fact({ label, children }: { label: string; children: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** `#1,234 of 95,000`. */
function rankInWords({ rank, of }: Rank): string {
  return `#${formatNumber(rank)}${of === null ? "" : ` of ${formatNumber(of)}`}`;
}
