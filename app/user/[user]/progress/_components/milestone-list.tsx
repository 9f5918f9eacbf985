import { memo, useState } from "react";
import type { GameBases } from "@/app/_components/games/game-link";
import { Milestones, MilestoneWords, milestoneKey } from "@/app/user/[user]/_components/milestones";
import styles from "@/app/user/[user]/_components/milestones.module.css";
import { type MilestoneView, PICTURED_MILESTONES } from "@/lib/views/progress-view";

interface MilestoneListProps extends GameBases {
  milestones: MilestoneView[];
  /** Whether they are counted among some of the player's games only (RA's rule: milestones follow the filters). */
  isFiltered: boolean;
}

/** The milestones of a list, newest first. */
export const MilestoneList = memo(function MilestoneList(props: MilestoneListProps) {
  const { milestones, mediaBase, gameBase } = props;
  const [loaded] = useState(milestones);
  if (milestones.length === 0) return null;
  const older = milestones.slice(PICTURED_MILESTONES);
  return (
    <section aria-labelledby="milestones" className={styles.section}>
      <h2 id="milestones" className={styles.title}>
        {props.isFiltered ? "Milestones of these games" : "Milestones"}
      </h2>
      <Milestones
        milestones={milestones.slice(0, PICTURED_MILESTONES)}
        mediaBase={mediaBase}
        gameBase={gameBase}
      />
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
}: Omit<MilestoneListProps, "mediaBase" | "isFiltered"> & { isLoaded: boolean }) {
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
