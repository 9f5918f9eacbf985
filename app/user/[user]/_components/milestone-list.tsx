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
      <Milestones milestones={milestones.slice(0, SHOWN)} />
      {older.length > 0 && (
        <details className={styles.older}>
          <summary>{older.length} older ones</summary>
          <Milestones milestones={older} start={SHOWN + 1} />
        </details>
      )}
    </section>
  );
});

function Milestones({ milestones, start }: { milestones: MilestoneView[]; start?: number }) {
  return (
    <ol className={styles.list} start={start}>
      {milestones.map((milestone) => (
        <li key={`${milestone.kind} ${milestone.which}`} className={styles.milestone}>
          <AwardMark kind={milestone.kind} />
          <div>
            <p className={styles.label}>
              {milestoneLabel(milestone)}
              {milestone.kind === "beaten-softcore" && (
                <span className={styles.casual}> casual</span>
              )}
            </p>
            <p className={styles.game}>
              <GameTitle title={milestone.title} />
            </p>
            <p className={styles.game}>{formatDay(milestone.at)}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}
