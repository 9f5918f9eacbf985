import { useEffect, useState } from "react";
import styles from "@/app/_components/charts/charts.module.css";
import type { UnlockProgress } from "@/lib/players/unlocks/load-unlocks";

/** How far the unlocks of a player were read when a page was made. */
interface UnlocksRead {
  /** The first year that is known; null: none is. */
  since: number | null;
  isComplete: boolean;
}

/** How far the unlocks of a player are read since the page was made; null: not known yet. */
export function useUnlockProgress(
  user: string,
  { isComplete }: UnlocksRead,
): UnlockProgress | null {
  const [progress, setProgress] = useState<UnlockProgress | null>(null);
  useEffect(() => {
    if (isComplete) return;
    let isOver = false;
    let end = () => {
      isOver = true;
    };
    import("./watch-progress").then(
      ({ watchProgress }) => {
        if (!isOver) end = watchProgress(user, setProgress);
      },
      () => undefined,
    );
    return () => end();
  }, [user, isComplete]);
  return progress;
}

interface ProgressLineProps {
  /** What the page shows. */
  shown: UnlocksRead;
  /** What is there by now. */
  progress: UnlockProgress | null;
}

/** Says while older unlocks are loading, and offers what came since. Nothing where all are shown, and where none is read. */
export function ProgressLine({ shown, progress }: ProgressLineProps) {
  if (shown.isComplete) return null;
  const since = progress?.since ?? null;
  const isAll = since !== null && progress?.state === "complete";
  const isMore = since !== null && (shown.since === null || since < shown.since);
  const isFilling = shown.since !== null || progress?.state === "filling";
  if (!isMore && !isAll && !isFilling) return null;
  return (
    <span role="status">
      {isMore || isAll ? (
        <>
          {isAll ? "All unlocks are loaded." : `Unlocks since ${since} are loaded.`}{" "}
          <button type="button" className={styles.show} onClick={() => location.reload()}>
            Show them
          </button>
        </>
      ) : (
        inWords(shown.since)
      )}
    </span>
  );
}

function inWords(since: number | null): string {
  return since === null
    ? "Unlocks are loading."
    : `Unlocks since ${since}; older ones are loading.`;
}
