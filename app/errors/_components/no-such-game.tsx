import { Section, slot } from "../slots";
import styles from "./error-page.module.css";

/** The 404 of a game that is not in a player's list, with links to the list and to the game. */
export function NoSuchGame() {
  return (
    <>
      <h1 className={styles.title}>Game not found</h1>
      <p className={styles.detail}>
        {slot("asked")} isn't one of <a href={`/user/${slot("name")}`}>{slot("name")}</a>'s games.
        Games appear after the first unlock.
      </p>
      <ul className={styles.years}>
        <li>
          <a href={`/user/${slot("name")}/progress`}>All games</a>
        </li>
        <Section of="gameLinks">
          <li>
            <a href={slot("address")}>The game on RetroAchievements</a>
          </li>
        </Section>
      </ul>
    </>
  );
}
