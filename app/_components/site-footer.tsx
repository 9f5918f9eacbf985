import styles from "./site-footer.module.css";

/** The end of every page: whose data this is. */
export function SiteFooter() {
  return (
    <footer className={styles.footer}>
      <p>
        Progress comes from <a href="https://retroachievements.org">RetroAchievements</a> and is
        kept here for a while. Longplay is made by players and is not part of RetroAchievements.{" "}
        <a href="/docs">Cards and API</a>
      </p>
    </footer>
  );
}
