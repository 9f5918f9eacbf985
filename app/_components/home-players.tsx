import type { ReactNode } from "react";
import { AWARD_COLORS } from "@/lib/charts/award-colors";
import { formatNumber } from "@/lib/format";
import type { PlayerFacts } from "@/lib/players/recent-players";
import { shownCounts } from "@/lib/progress/counts";
import { BackgroundImage } from "./background-image";
import styles from "./home-players.module.css";

interface PlayerListProps {
  shown: readonly PlayerFacts[];
  /** Names of players who are not loaded. */
  others: readonly string[];
  mediaBase: string;
  /** The heading. */
  children: ReactNode;
}

/** Players as links to their pages: a plate for each, or the name alone. */
export function PlayerList({ shown, others, mediaBase, children }: PlayerListProps) {
  return (
    <section aria-labelledby="players">
      <h2 id="players" className={styles.heading}>
        {children}
      </h2>
      <ul className={styles.list}>
        {shown.map((facts) => (
          <li key={facts.name}>
            <PlayerPlate facts={facts} mediaBase={mediaBase} />
          </li>
        ))}
        {others.map((name) => (
          <li key={name}>
            <a className={styles.link} href={`/user/${name}`}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function PlayerPlate({ facts, mediaBase }: { facts: PlayerFacts; mediaBase: string }) {
  const { name, avatarPath, counts } = facts;
  return (
    <a className={styles.plate} href={`/user/${name}`}>
      <BackgroundImage className={styles.avatar} src={mediaBase + avatarPath} />
      <span className={styles.name}>{name}</span>
      <span className={styles.facts}>{countsOf(facts)}</span>
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

interface OnlyPlayerProps {
  name: string;
  /** Undefined while the player cannot be loaded. */
  facts: PlayerFacts | undefined;
  mediaBase: string;
}

/** The way to the one player of a site: what to press on its home page. */
export function OnlyPlayer({ name, facts, mediaBase }: OnlyPlayerProps) {
  return (
    <a className={styles.only} href={`/user/${name}`}>
      {facts && <BackgroundImage className={styles.avatar} src={mediaBase + facts.avatarPath} />}
      <span className={styles.name}>See {name}'s games</span>
      {facts && <span className={styles.facts}>{countsOf(facts)}</span>}
    </a>
  );
}

/** `1,299 played, 507 mastered`. */
function countsOf({ counts }: PlayerFacts): string {
  return shownCounts(counts)
    .filter(({ key, value }) => key === "played" || (key === "mastered" && value > 0))
    .map(({ label, value }) => `${formatNumber(value)} ${label.toLowerCase()}`)
    .join(", ");
}
