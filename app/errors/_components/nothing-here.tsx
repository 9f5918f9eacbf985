import { PlayerSearch } from "@/app/_components/player-search";
import styles from "./error-page.module.css";

/** The 404 that the proxy answers; app/not-found.tsx is the one of Next. */
export function NothingHere() {
  return (
    <>
      <h1 className={styles.title}>Page not found</h1>
      <p className={styles.detail}>There's no page at this address. Looking for a player?</p>
      <PlayerSearch isFirst />
    </>
  );
}
