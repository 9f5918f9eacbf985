import { DemoData } from "@/app/_components/demo-notice";
import { Section, slot } from "../slots";
import { ErrorContent } from "./error-content";
import styles from "./error-page.module.css";

/** The 404 of players who do not exist, or whose names cannot be names. */
export function UnknownPlayer() {
  return (
    <>
      <Section of="isDemo">
        <DemoData />
      </Section>
      <ErrorContent title="Nobody here by that name">
        <Section of="unknown">
          <p className={styles.detail}>
            RetroAchievements has no player called <strong>{slot("name")}</strong>. Check the
            spelling; upper and lower case do not matter.
          </p>
        </Section>
        <Section of="isMalformed">
          <p className={styles.detail}>
            A RetroAchievements user name has 2 to 20 letters and digits, and nothing else. The
            address of a player's page works too.
          </p>
        </Section>
      </ErrorContent>
    </>
  );
}
