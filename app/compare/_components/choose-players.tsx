import styles from "./choose-players.module.css";
import { CompareForm } from "./compare-form";

interface ChoosePlayersProps {
  title: string;
  /** The players chosen so far. */
  names: readonly string[];
  /** Names to suggest, which may include the chosen ones. */
  suggested: readonly string[];
}

/** The form that chooses the players to compare. */
export function ChoosePlayers({ title, names, suggested }: ChoosePlayersProps) {
  const chosen = new Set(names.map((name) => name.toLowerCase()));
  const others = suggested.filter((name) => !chosen.has(name.toLowerCase()));
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{title}</h1>
      <p className={styles.lead}>
        Two to four players, game by game: who is ahead, what they have in common, and what to catch
        up on.
      </p>
      {names.length > 0 && others.length > 0 && (
        <section aria-labelledby="suggested">
          <h2 id="suggested" className={styles.heading}>
            Pick one, or type a name
          </h2>
          <ul className={styles.suggested}>
            {others.map((name) => (
              <li key={name}>
                <a href={`/compare/${[...names, name].join("/")}`}>{name}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <CompareForm names={names} suggested={others} isMain />
    </div>
  );
}
