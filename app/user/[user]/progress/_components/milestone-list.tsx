import { memo, useState } from "react";
import type { GameBases } from "@/app/_components/games/game-link";
import { Milestones, MilestoneWords, milestoneKey } from "@/app/user/[user]/_components/milestones";
import styles from "@/app/user/[user]/_components/milestones.module.css";
import { type MilestoneView, PICTURED_MILESTONES } from "@/lib/views/progress-view";

interface MilestoneListProps extends GameBases {
  milestones: MilestoneView[];
}

/** The milestones of a list, newest first. */
export const MilestoneList = memo(function MilestoneList(props: MilestoneListProps) {
  const { milestones, gameBase } = props;
  const [loaded] = useState(milestones);
  if (milestones.length === 0) return null;
  const older = milestones.slice(PICTURED_MILESTONES);
  return (
    <section aria-labelledby="milestones" className={styles.section}>
      <h2 id="milestones" className={styles.title}>
        Milestones
      </h2>
      <Milestones {...props} milestones={milestones.slice(0, PICTURED_MILESTONES)} />
      {older.length > 0 && (
        <Older milestones={older} isLoaded={milestones === loaded} gameBase={gameBase} />
      )}
    </section>
  );
});

/**
 * The older ones, without pictures. Those that the page came with are there without JavaScript too; those of a list
 * chosen since are drawn when they are opened: they take as long as half of the list beside them.
 */
function Older({
  milestones,
  isLoaded,
  gameBase,
}: Omit<MilestoneListProps, "mediaBase"> & { isLoaded: boolean }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className={styles.older} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{milestones.length} older</summary>
      {(isOpen || isLoaded) && (
        <ol start={PICTURED_MILESTONES + 1}>
          {milestones.map((milestone) => (
            <li key={milestoneKey(milestone)}>
              <MilestoneWords milestone={milestone} gameBase={gameBase} />
            </li>
          ))}
        </ol>
      )}
    </details>
  );
}
