import { Section, slot } from "../slots";
import styles from "./error-page.module.css";

/** The 404 of a year before a player's first award or after today, with links to the player's years. */
export function NoSuchYear() {
  return (
    <>
      <h1 className={styles.title}>Year not found</h1>
      <p className={styles.detail}>
        {slot("asked")} isn't one of <a href={`/user/${slot("name")}`}>{slot("name")}</a>'s years.
        Pick one from the first award to today:
      </p>
      <ul className={styles.years}>
        <Section of="years">
          <li>
            <a href={`/user/${slot("name")}/year/${slot("year")}`}>{slot("year")}</a>
          </li>
        </Section>
      </ul>
    </>
  );
}
