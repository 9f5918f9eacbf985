import { PlayerSearch } from "@/app/_components/player-search";
import styles from "./error-page.module.css";

/** The 404 of each URL that may be a page and is none, as app/not-found.tsx is for all others. */
export function NothingHere() {
  return (
    <>
      <h1 className={styles.title}>Nothing on this shelf</h1>
      <p className={styles.detail}>There is no page at this address. Looking for a player?</p>
      <PlayerSearch />
    </>
  );
}
