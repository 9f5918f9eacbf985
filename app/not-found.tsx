import type { Metadata } from "next";
import { PlayerSearch } from "./_components/player-search";
import styles from "./errors/error-page.module.css";

export const metadata: Metadata = { title: "Nothing here" };

/** The 404 of every URL that is no page. */
export default function NotFound() {
  return (
    <main id="main" className={styles.page}>
      <h1 className={styles.title}>Nothing on this shelf</h1>
      <p className={styles.detail}>There is no page at this address. Looking for a player?</p>
      <PlayerSearch />
    </main>
  );
}
