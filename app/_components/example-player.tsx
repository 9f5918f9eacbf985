import { AWARD_COLORS } from "@/lib/charts/award-colors";
import { formatNumber } from "@/lib/format";
import type { PlayerFacts } from "@/lib/players/recent-players";
import { shownCounts } from "@/lib/progress/counts";
import { BackgroundImage } from "./background-image";
import styles from "./example-player.module.css";

interface PlateProps {
  facts: PlayerFacts;
  mediaBase: string;
}

/** A player's name plate with the player's counts, a link to the player's page. */
export function PlayerPlate({ facts: { name, avatarPath, counts }, mediaBase }: PlateProps) {
  const figures = shownCounts(counts)
    .filter(({ key, value }) => key === "played" || (key === "mastered" && value > 0))
    .map(({ label, value }) => `${formatNumber(value)} ${label.toLowerCase()}`)
    .join(", ");
  return (
    <a className={styles.plate} href={`/user/${name}`}>
      <BackgroundImage className={styles.avatar} src={mediaBase + avatarPath} />
      <span className={styles.name}>{name}</span>
      <span className={styles.facts}>{figures}</span>
      <span className={styles.bar} aria-hidden="true">
        {AWARD_COLORS.map(({ key, color }) => (
          <span
            key={key}
            style={{
              width: `${(counts[key] / Math.max(1, counts.played)) * 100}%`,
              background: color,
            }}
          />
        ))}
      </span>
    </a>
  );
}
