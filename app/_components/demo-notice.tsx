import { upstreamMode } from "@/lib/retroachievements/retroachievements";
import styles from "./demo-notice.module.css";

/** Says that what is shown is made up and how to change that; nothing when the site asks RA. */
export function DemoNotice() {
  return upstreamMode() === "demo" ? <DemoData /> : null;
}

/** The notice itself, for a page that is rendered before the mode is known. */
export function DemoData() {
  return (
    <aside className={styles.notice} aria-label="Demo data">
      <strong>Demo.</strong> These players are made up. Set <code>RA_WEB_API_KEY</code> to show real
      ones.
    </aside>
  );
}
