import { Section, slot } from "../slots";
import { ErrorContent } from "./error-content";
import styles from "./error-page.module.css";

/** The 403 for players that the site's owner has not chosen. */
export function NotServed() {
  return (
    <ErrorContent title="Not shown here">
      <p className={styles.detail}>
        This site only shows players chosen by its owner.
        <Section of="isNamed">
          {" "}
          <Section of="names">
            {slot("before")}
            <strong>{slot("name")}</strong>
          </Section>{" "}
          {slot("areNone")}
        </Section>
      </p>
      <Section of="links">
        <p className={styles.detail}>
          <a className={styles.link} href={slot("address")}>
            See {slot("name")} on RetroAchievements
          </a>
        </p>
      </Section>
      <p className={styles.detail}>
        <a className={styles.link} href="/">
          See the players on this site
        </a>
      </p>
    </ErrorContent>
  );
}
