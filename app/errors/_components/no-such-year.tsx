import { Section, slot } from "../slots";
import styles from "./error-page.module.css";

/** The 404 of a year that is none of a player's, with links to those that there are. */
export function NoSuchYear() {
  return (
    <>
      <h1 className={styles.title}>No such year on this shelf</h1>
      <p className={styles.detail}>
        {slot("asked")} is none of the years of <a href={`/user/${slot("name")}`}>{slot("name")}</a>
        . They begin with the first award and end with today:
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
