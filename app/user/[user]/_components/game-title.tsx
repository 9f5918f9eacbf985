import { parseTitle } from "@/lib/progress/title";
import styles from "./game-title.module.css";

/** A game's title with what RA writes in tags as chips after it: `~Hack~`, `[Subset - Bonus]`. */
export function GameTitle({ title }: { title: string }) {
  const { name, tags, subset } = parseTitle(title);
  return (
    <>
      {name}
      {tags.map((tag) => (
        <span key={tag}>
          {" "}
          <span className={styles.chip}>{tag}</span>
        </span>
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
