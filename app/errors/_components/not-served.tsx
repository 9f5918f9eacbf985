import { Section, slot } from "../slots";
import { ErrorContent } from "./error-content";
import styles from "./error-page.module.css";

/** The 403 for players that the site's owner has not chosen. */
export function NotServed() {
  return (
    <ErrorContent title="Not on this shelf">
      <p className={styles.detail}>
        This site shows only the players that its owner has chosen
        <Section of="isNamed">
          , and{" "}
          <Section of="names">
            {slot("before")}
            <strong>{slot("name")}</strong>
          </Section>{" "}
          {slot("areNone")}
        </Section>
        .
      </p>
      <Section of="links">
        <p className={styles.detail}>
          <a href={slot("address")}>See {slot("name")} on RetroAchievements</a>
        </p>
      </Section>
    </ErrorContent>
  );
}
