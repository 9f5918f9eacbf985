import { memo, useState } from "react";
import { BackgroundImage } from "@/app/_components/background-image";
import { formatDay } from "@/lib/format";
import type { MilestoneView } from "@/lib/players/profile-view";
import { isGreatMilestone, milestoneLabel } from "@/lib/progress/milestones";
import { AwardMark } from "./award-mark";
import { GameLink } from "./game-link";
import { GameTitle } from "./game-title";
import styles from "./milestone-list.module.css";

/** Newer ones are shown at once, all others on demand. */
const SHOWN = 8;

interface MilestonesProps {
  milestones: MilestoneView[];
  /** Base of icon paths, without a slash at its end. */
  mediaBase: string;
  /** What stands before `/{id}` in the address of a game's page; null where games have none. */
  gameBase: string | null;
}

/** The awards worth naming, newest first. */
export const MilestoneList = memo(function MilestoneList({
  milestones,
  ...bases
}: MilestonesProps) {
  const [loaded] = useState(milestones);
  if (milestones.length === 0) return null;
  const older = milestones.slice(SHOWN);
  return (
    <section aria-labelledby="milestones" className={styles.section}>
      <h2 id="milestones" className={styles.title}>
        Milestones
      </h2>
      <Milestones milestones={milestones.slice(0, SHOWN)} {...bases} />
      {older.length > 0 && <Older milestones={older} isLoaded={milestones === loaded} {...bases} />}
    </section>
  );
});

/**
 * All others. Those that the page came with are there without JavaScript too; those of a list chosen
 * since are drawn when somebody opens them, as they are as much work as half of the list beside them.
 */
function Older({ milestones, isLoaded, ...bases }: MilestonesProps & { isLoaded: boolean }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className={styles.older} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{milestones.length} older</summary>
      {(isOpen || isLoaded) && <Milestones milestones={milestones} start={SHOWN + 1} {...bases} />}
    </details>
  );
}

function Milestones({
  milestones,
  mediaBase,
  gameBase,
  start,
}: MilestonesProps & { start?: number }) {
  return (
    <ol className={styles.list} start={start}>
      {milestones.map((milestone) => (
        <li key={`${milestone.kind} ${milestone.which}`} className={classOf(milestone)}>
          <BackgroundImage className={styles.icon} src={mediaBase + milestone.iconPath} />
          <AwardMark kind={milestone.kind} />
          <div>
            <p className={styles.label}>
              {milestoneLabel(milestone)}
              {milestone.kind === "beaten-softcore" && (
                <span className={styles.casual}> casual</span>
              )}
            </p>
            <p className={styles.game}>
              <GameLink base={gameBase} id={milestone.gameId}>
                <GameTitle title={milestone.title} />
              </GameLink>
            </p>
            <p className={styles.date}>{formatDay(milestone.at)}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}

function classOf(milestone: MilestoneView): string {
  if (!isGreatMilestone(milestone)) return styles.milestone ?? "";
  const isGold = milestone.kind === "mastered" || milestone.kind === "completed";
  return `${styles.milestone} ${styles.great} ${isGold ? styles.gold : ""}`;
}
