import { memo } from "react";
import { formatDay } from "@/lib/format";
import type { MilestoneView } from "@/lib/players/profile-view";
import { milestoneLabel } from "@/lib/progress/milestones";
import { AwardMark } from "./award-mark";
import { GameTitle } from "./game-title";
import styles from "./milestone-list.module.css";

/** Newer ones are shown at once, all others on demand. */
const SHOWN = 10;

/** The awards worth naming, newest first. */
export const MilestoneList = memo(function MilestoneList({
  milestones,
}: {
  milestones: MilestoneView[];
}) {
  if (milestones.length === 0) return null;
  const older = milestones.slice(SHOWN);
  return (
    <section aria-labelledby="milestones" className={styles.section}>
      <h2 id="milestones" className={styles.title}>
        Milestones
      </h2>
      <ol className={styles.list}>{milestones.slice(0, SHOWN).map(aMilestone)}</ol>
      {older.length > 0 && (
        <details className={styles.older}>
          <summary>{older.length} older ones</summary>
          <ol className={styles.list} start={SHOWN + 1}>
            {older.map(aMilestone)}
          </ol>
        </details>
      )}
    </section>
  );
});

function aMilestone(milestone: MilestoneView) {
  const { kind, which, at, title } = milestone;
  return (
    <li key={`${kind} ${which}`} className={styles.milestone}>
      <AwardMark kind={kind} />
      <div>
        <p className={styles.label}>
          {milestoneLabel(milestone)}
          {kind === "beaten-softcore" && <span className={styles.casual}> casual</span>}
        </p>
        <p className={styles.game}>
          <GameTitle title={title} />
        </p>
        <p className={styles.game}>{formatDay(at)}</p>
      </div>
    </li>
  );
}
