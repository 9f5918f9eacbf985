import { memo, useState } from "react";
import { BackgroundImage } from "@/app/_components/background-image";
import { AwardMark } from "@/app/_components/games/award-mark";
import type { GameBases } from "@/app/_components/games/game-link";
import { GameLink } from "@/app/_components/games/game-link";
import { GameTitle } from "@/app/_components/games/game-title";
import { DAY_SECONDS } from "@/lib/domain/days";
import { formatDay } from "@/lib/format";
import { isGreatMilestone, milestoneLabel } from "@/lib/progress/milestones";
import { type MilestoneView, PICTURED_MILESTONES } from "@/lib/views/profile-view";
import styles from "./milestone-list.module.css";

interface MilestonesProps extends GameBases {
  milestones: MilestoneView[];
}

/** The awards worth naming, newest first. */
export const MilestoneList = memo(function MilestoneList({
  milestones,
  mediaBase,
  gameBase,
}: MilestonesProps) {
  const [loaded] = useState(milestones);
  if (milestones.length === 0) return null;
  const older = milestones.slice(PICTURED_MILESTONES);
  return (
    <section aria-labelledby="milestones" className={styles.section}>
      <h2 id="milestones" className={styles.title}>
        Milestones
      </h2>
      <ol className={styles.list}>
        {milestones.slice(0, PICTURED_MILESTONES).map((milestone) => (
          <li key={keyOf(milestone)} className={classOf(milestone)}>
            <BackgroundImage className={styles.icon} src={mediaBase + (milestone.iconPath ?? "")} />
            <AwardMark kind={milestone.kind} />
            <Words milestone={milestone} gameBase={gameBase} />
          </li>
        ))}
      </ol>
      {older.length > 0 && (
        <Older milestones={older} isLoaded={milestones === loaded} gameBase={gameBase} />
      )}
    </section>
  );
});

/**
 * All others, without pictures: those of a long life are dozens, and heavy before anybody opens them. Those that the page came with are there without JavaScript too; those of a list chosen
 * since are drawn when they are opened: they take as long as half of the list beside them.
 */
function Older({
  milestones,
  isLoaded,
  gameBase,
}: Omit<MilestonesProps, "mediaBase"> & { isLoaded: boolean }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className={styles.older} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{milestones.length} older</summary>
      {(isOpen || isLoaded) && (
        <ol start={PICTURED_MILESTONES + 1}>
          {milestones.map((milestone) => (
            <li key={keyOf(milestone)}>
              <Words milestone={milestone} gameBase={gameBase} />
            </li>
          ))}
        </ol>
      )}
    </details>
  );
}

/** What it is, of which game and when: a line each, where dozens stand below each other. */
function Words({ milestone, gameBase }: { milestone: MilestoneView; gameBase: string | null }) {
  return (
    <div>
      <p>
        <b>{milestoneLabel(milestone)}</b>
        {milestone.kind === "beaten-softcore" && " casual"}
      </p>
      <p>
        <GameLink base={gameBase} id={milestone.gameId}>
          <GameTitle title={milestone.title} />
        </GameLink>
      </p>
      <p>{formatDay(milestone.day * DAY_SECONDS)}</p>
    </div>
  );
}

function keyOf({ kind, which }: MilestoneView): string {
  return `${kind} ${which}`;
}

function classOf(milestone: MilestoneView): string {
  if (!isGreatMilestone(milestone)) return styles.milestone ?? "";
  const isGold = milestone.kind === "mastered" || milestone.kind === "completed";
  return `${styles.milestone} ${styles.great} ${isGold ? styles.gold : ""}`;
}
