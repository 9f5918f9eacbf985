import { PlayerSearch } from "./player-search";
import styles from "./site-header.module.css";
import { ThemeSwitch } from "./theme-switch";

/** The top of every page: the link home, and the search for a player. */
export function SiteHeader() {
  return (
    <header className={styles.header}>
      <a className={styles.skip} href="#main">
        Skip to content
      </a>
      <a className={styles.wordmark} href="/">
        <svg className={styles.mark} viewBox="0 0 24 24" aria-hidden="true">
          <path d="M3 5h18v14H3z" fill="none" stroke="currentColor" strokeWidth="2" />
          <path
            d="M3 15h18M7 15V9h3v6M13 15v-4h4v4"
            fill="none"
            stroke="currentColor"
            strokeWidth="2"
          />
        </svg>
        Longplay
      </a>
      <div className={styles.tools}>
        <a className={styles.docs} href="/docs">
          Cards and API
        </a>
        <ThemeSwitch />
        <PlayerSearch compact />
      </div>
    </header>
  );
}
