import { type GameBases, GameLink } from "@/app/_components/games/game-link";
import { GameTitle } from "@/app/_components/games/game-title";
import { pluralize } from "@/app/_components/pluralize";
import { localTimes } from "@/lib/domain/zone-days";
import styles from "./unlock-list.module.css";

/** The width and height of a badge, in CSS pixels; RA's images have 64. */
const BADGE_SIZE = 48;

/** What a list shows of an unlock, as `/api/v1/users/{user}/unlocks` has it in `results`. */
export interface UnlockRow {
  achievementId: number;
  /** Null if it is not known. */
  title: string | null;
  /** Path below the media base; null if it is not known. */
  badge: string | null;
  gameId: number;
  /** Null if the game left the player's list. */
  gameTitle: string | null;
  points: number;
  isHardcore: boolean;
  /** ISO 8601. */
  date: string;
}

interface UnlockListProps extends GameBases {
  unlocks: readonly UnlockRow[];
  /** A canonical name: the times of day are those of its clocks. */
  zone: string;
}

/** Unlocks with their badges, in the order given. Hardcore ones have a gold edge. */
export function UnlockList({ unlocks, zone, mediaBase, gameBase }: UnlockListProps) {
  const timeOf = localTimes(zone);
  return (
    <ul className={styles.unlocks}>
      {unlocks.map((unlock) => {
        const { achievementId, badge, title, gameId, gameTitle, points, isHardcore, date } = unlock;
        return (
          <li key={achievementId}>
            {badge === null ? (
              <span className={styles.badge} />
            ) : (
              // biome-ignore lint/performance/noImgElement: RA's image as it is
              <img
                className={`${styles.badge} ${isHardcore ? styles.hardcore : ""}`}
                src={mediaBase + badge}
                alt=""
                width={BADGE_SIZE}
                height={BADGE_SIZE}
                loading="lazy"
              />
            )}
            <div className={styles.text}>
              <p className={styles.title}>{title ?? `Achievement ${achievementId}`}</p>
              <p className={styles.game}>
                <GameLink base={gameBase} id={gameId}>
                  {gameTitle === null ? `Game ${gameId}` : <GameTitle title={gameTitle} />}
                </GameLink>
              </p>
            </div>
            <p className={styles.facts}>
              <b>{pluralize(points, "point")}</b>
              <span>
                <time dateTime={date}>{timeOf(Date.parse(date) / 1000)}</time>
                {isHardcore ? (
                  <span className="visually-hidden"> hardcore</span>
                ) : (
                  <span title="Unlocked in casual mode only"> casual</span>
                )}
              </span>
            </p>
          </li>
        );
      })}
    </ul>
  );
}
