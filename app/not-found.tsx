import type { Metadata } from "next";
import styles from "./errors/_components/error-page.module.css";

export const metadata: Metadata = { title: "Page not found" };

/** The 404 of every other URL. Next sends it with each page, so it is small and has no field of its own. */
export default function NotFound() {
  return (
    <main id="main" className={styles.page}>
      <h1 className={styles.title}>Page not found</h1>
      <p className={styles.detail}>
        There's no page at this address. Looking for a player? Search at the top.
      </p>
    </main>
  );
}
