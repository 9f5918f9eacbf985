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
        Two to four players, game by game: who is ahead, what they have in common, and what to catch
        up on.
      </p>
      <CompareForm names={names} isMain />
    </div>
  );
}
