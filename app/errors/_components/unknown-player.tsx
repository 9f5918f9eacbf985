import { Fragment } from "react";
import { DemoData } from "@/app/_components/demo-notice";
import { DEMO_USERS } from "@/lib/retroachievements/demo";
import { Section, slot } from "../slots";
import { ErrorContent } from "./error-content";
import styles from "./error-page.module.css";

/** The 404 of unknown players and invalid names. */
export function UnknownPlayer() {
  return (
    <>
      <Section of="isDemo">
        <DemoData />
      </Section>
      <ErrorContent title="Player not found">
        <Section of="unknown">
          <p className={styles.detail}>
            RetroAchievements has no player called <strong>{slot("name")}</strong>. Check the
            spelling. Capitals don't matter.
          </p>
        </Section>
        <Section of="isMalformed">
          <p className={styles.detail}>
            A RetroAchievements user name has 2 to 20 letters and digits. You can also paste the
            link to a profile.
          </p>
        </Section>
        <Section of="showsDemoPlayers">
          <p className={styles.detail}>
            This demo has{" "}
            {DEMO_USERS.map((name, at) => (
              <Fragment key={name}>
                {at > 0 && (at < DEMO_USERS.length - 1 ? ", " : " and ")}
                <a href={`/user/${name}`}>{name}</a>
              </Fragment>
            ))}
            .
          </p>
        </Section>
      </ErrorContent>
    </>
  );
}
