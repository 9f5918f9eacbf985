import { pluralize } from "@/app/_components/pluralize";
import { formatDay, formatNumber } from "@/lib/format";
import { formatRarity } from "@/lib/games/format-rarity";
import type { ListedAchievement } from "@/lib/games/listed-achievements";
import styles from "./achievement-lists.module.css";

/** The width and height of RA's badges, in pixels. */
const BADGE_SIZE = 64;

interface AchievementListsProps {
  /** Unlocked ones first. */
  achievements: readonly ListedAchievement[];
  /** Base of badge paths, without a slash at its end. */
  mediaBase: string;
  /** Of the headings: `h2` on a page of a game, `h4` within a row of games. */
  heading: "h2" | "h4";
}

/** A game's achievements: those that the player has, and those that are left. */
export function AchievementLists({
  achievements,
  mediaBase,
  heading: Heading,
}: AchievementListsProps) {
  const unlocked = achievements.filter(({ date }) => date !== null);
  const locked = achievements.filter(({ date }) => date === null);
  return [
    { title: `${formatNumber(unlocked.length)} unlocked`, rows: unlocked },
    { title: `${formatNumber(locked.length)} locked`, rows: locked },
  ].map(
    ({ title, rows }) =>
      rows.length > 0 && (
        <section key={title}>
          <Heading className={styles.heading}>{title}</Heading>
          <ul className={styles.list}>
            {rows.map((row) => (
              <AchievementRow key={row.id} achievement={row} mediaBase={mediaBase} />
            ))}
          </ul>
        </section>
      ),
  );
}

/** One achievement. A game can have hundreds, so every element counts. */
function AchievementRow({
  achievement,
  mediaBase,
}: {
  achievement: ListedAchievement;
  mediaBase: string;
}) {
  const { id, title, description, points, badge, rarity, date, isHardcore } = achievement;
  const mode = date === null ? styles.locked : isHardcore ? styles.hardcore : undefined;
  return (
    <li className={mode}>
      {/* biome-ignore lint/performance/noImgElement: RA's image as it is */}
      <img src={mediaBase + badge} alt="" width={BADGE_SIZE} height={BADGE_SIZE} loading="lazy" />
      <div>
        <b>{title || `Achievement ${id}`}</b>
        {description && <p>{description}</p>}
        <p>
          {pluralize(points, "point")}
          {rarity !== null && <span>{formatRarity(rarity)} of players</span>}
          {date !== null && (
            <span>
              <time dateTime={date}>{formatDay(Date.parse(date) / 1000)}</time>
              {!isHardcore && " casual"}
            </span>
          )}
        </p>
      </div>
    </li>
  );
}
