import styles from "./site-footer.module.css";

/** The end of every page: the source of the data, and the way to the privacy page. */
export function SiteFooter() {
  return (
    <footer className={styles.footer}>
      <p>
        Data from <a href="https://retroachievements.org">RetroAchievements</a>.{" "}
        <a href="/privacy">Privacy</a>. Longplay is made by players and is not part of
        RetroAchievements. <a href="/docs">Cards and API</a>
      </p>
    </footer>
  );
}
