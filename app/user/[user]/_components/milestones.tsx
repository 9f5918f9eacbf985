import { BackgroundImage } from "@/app/_components/background-image";
import { AwardMark } from "@/app/_components/games/award-mark";
import type { GameBases } from "@/app/_components/games/game-link";
import { GameLink } from "@/app/_components/games/game-link";
import { GameTitle } from "@/app/_components/games/game-title";
import { DAY_SECONDS } from "@/lib/domain/days";
import { formatDay } from "@/lib/format";
import { isGreatMilestone, milestoneLabel } from "@/lib/progress/milestones";
import type { MilestoneView } from "@/lib/views/progress-view";
import styles from "./milestones.module.css";

interface MilestonesProps extends GameBases {
  milestones: MilestoneView[];
}

/** Milestones with the pictures of their games. */
export function Milestones({ milestones, mediaBase, gameBase }: MilestonesProps) {
  return (
    <ol className={styles.list}>
      {milestones.map((milestone) => (
        <li key={milestoneKey(milestone)} className={classOf(milestone)}>
          <BackgroundImage className={styles.icon} src={mediaBase + (milestone.iconPath ?? "")} />
          <AwardMark kind={milestone.kind} />
          <MilestoneWords milestone={milestone} gameBase={gameBase} />
        </li>
      ))}
    </ol>
  );
}

interface MilestoneWordsProps {
  milestone: MilestoneView;
  gameBase: string | null;
}

/** A milestone: its label, its game and its day. */
export function MilestoneWords({ milestone, gameBase }: MilestoneWordsProps) {
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

/** What no other milestone of a player has. */
export function milestoneKey({ kind, which }: MilestoneView): string {
  return `${kind} ${which}`;
}

function classOf(milestone: MilestoneView): string {
  if (!isGreatMilestone(milestone)) return styles.milestone ?? "";
  const isGold = milestone.kind === "mastered" || milestone.kind === "completed";
  return `${styles.milestone} ${styles.great} ${isGold ? styles.gold : ""}`;
}
