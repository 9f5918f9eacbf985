import styles from "./site-footer.module.css";

/** The end of every page: the source of the data, and the ways to privacy and docs. */
export function SiteFooter() {
  return (
    <footer className={styles.footer}>
      <div className={styles.line}>
        <p>
          Data from <a href="https://retroachievements.org">RetroAchievements</a>. Longplay is not
          part of it.
        </p>
        <a href="/privacy">Privacy</a>
        <a href="/docs">Cards and API</a>
      </div>
    </footer>
  );
}
