import type { Metadata } from "next";
import styles from "./errors/_components/error-page.module.css";

export const metadata: Metadata = { title: "Nothing here" };

/** The 404 of every URL that is no page. Next sends it with each page that is one: it has no field of its own. */
export default function NotFound() {
  return (
    <main id="main" className={styles.page}>
      <h1 className={styles.title}>Nothing on this shelf</h1>
      <p className={styles.detail}>
        There is no page at this address. Looking for a player? The field above finds them.
      </p>
    </main>
  );
}
