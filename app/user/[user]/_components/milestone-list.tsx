import { memo } from "react";
import { formatDay } from "@/lib/format";
import type { MilestoneView } from "@/lib/players/profile-view";
import { milestoneLabel } from "@/lib/progress/milestones";
import { AwardMark } from "./award-mark";
import { GameTitle } from "./game-title";
import styles from "./milestone-list.module.css";

/** The awards worth naming, newest first. */
export const MilestoneList = memo(function MilestoneList({
  milestones,
}: {
  milestones: MilestoneView[];
}) {
  if (milestones.length === 0) return null;
  return (
    <section aria-labelledby="milestones" className={styles.section}>
      <h2 id="milestones" className={styles.title}>
        Milestones
      </h2>
      <ol className={styles.list}>
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
              <p className={styles.game}>
                <time dateTime={new Date(milestone.at * 1000).toISOString().slice(0, 10)}>
                  {formatDay(milestone.at)}
                </time>
              </p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
});
