import type { AwardKind } from "@/lib/domain/player";
import styles from "./award-mark.module.css";

/**
 * The mark of an award: a gold disc for mastered, a gold ring for completed, a silver disc for
 * beaten, a silver ring for beaten in casual mode. The award is written out beside it.
 */
export function AwardMark({ kind }: { kind: AwardKind | null }) {
  return (
    <span className={`${styles.mark} ${kind ? styles[kind] : styles.none}`} aria-hidden="true" />
  );
}
