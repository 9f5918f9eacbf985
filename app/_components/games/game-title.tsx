import { Fragment } from "react";
import { parseTitle } from "@/lib/progress/title";
import styles from "./game-title.module.css";

/** A game's title with what RA writes in tags as chips after it: `~Hack~`, `[Subset - Bonus]`. */
export function GameTitle({ title }: { title: string }) {
  const { name, tags, subset } = parseTitle(title);
  return (
    <>
      {name}
      {[...new Set(tags)].map((tag) => (
        <Fragment key={tag}>
          {" "}
          <span className={styles.chip}>{tag}</span>
        </Fragment>
      ))}
      {subset !== null && (
        <>
          {" "}
          <span className={styles.chip}>
            <span className={styles.part}>Subset</span>
            <span className="visually-hidden"> › </span>
            {subset}
          </span>
        </>
      )}
    </>
  );
}
