import styles from "./choose-players.module.css";
import { CompareForm } from "./compare-form";

interface ChoosePlayersProps {
  title: string;
  /** The players chosen so far. */
  names: readonly string[];
}

/** The form that chooses the players to compare. */
export function ChoosePlayers({ title, names }: ChoosePlayersProps) {
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{title}</h1>
      <p className={styles.lead}>
        Two to four players, game by game: what they share, who is ahead in how many, and what the
        others have mastered that is worth a try.
      </p>
      <CompareForm names={names} isMain />
    </div>
  );
}
