import { slot } from "../slots";
import styles from "./error-page.module.css";
import { TryAgain } from "./try-again";

/** The 503 of a year before a player's first award, while their unlocks cannot be read. */
export function YearUnreadable() {
  return (
    <>
      <h1 className={styles.title}>Year not available now</h1>
      <p className={styles.detail}>
        We can't read the unlocks of <a href={`/user/${slot("name")}`}>{slot("name")}</a> right now,
        so we can't tell what happened in {slot("year")}.
      </p>
      <TryAgain />
    </>
  );
}
