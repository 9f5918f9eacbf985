import { listLink } from "@/app/user/[user]/_components/list-link";
import { utcDayOf } from "@/lib/domain/days";
import { isGreatMilestone, milestoneLabel } from "@/lib/progress/milestones";
import type { MilestoneOfYear } from "@/lib/progress/year-review";
import { Chapter, type YearProps } from "./chapter";
import { GameHighlight } from "./game-highlight";
import styles from "./game-highlights.module.css";
import { dayInYear } from "./in-year";

/** Shown at first; a first year can have dozens. */
const SHOWN = 9;

/** The milestones of the whole library that fall into the year, newest first; the great ones stand out. */
export function YearMilestones({ review: { milestones }, ...bases }: YearProps) {
  if (milestones.length === 0) return null;
  const newest = milestones.toReversed();
  const others = newest.slice(SHOWN);
  return (
    <Chapter id="milestones" title="Milestones" accent="gold">
      <Milestones
        milestones={newest.slice(0, SHOWN)}
        more={others.length > 0 ? `and ${others.length} earlier` : undefined}
        {...bases}
      />
      {others.length > 0 && (
        <details className={styles.older}>
          <summary>{others.length} earlier</summary>
          <Milestones milestones={others} {...bases} />
        </details>
      )}
    </Chapter>
  );
}

interface MilestonesProps extends Omit<YearProps, "review"> {
  milestones: MilestoneOfYear[];
  /** What to print below instead of the others. */
  more?: string | undefined;
}

function Milestones({ milestones, more, path, ...bases }: MilestonesProps) {
  const framed = milestones.some(isGreatMilestone) ? styles.framed : "";
  return (
    <ul className={`${styles.many} ${framed}`} data-more={more}>
      {milestones.map((milestone) => {
        const { kind, which, at, game, query } = milestone;
        const isGold = kind === "mastered" || kind === "completed";
        const great = `${styles.great} ${isGold ? styles.gold : ""}`;
        return (
          <li key={`${kind} ${which}`} className={isGreatMilestone(milestone) ? great : undefined}>
            <GameHighlight
              game={game}
              kind={kind}
              label={`${milestoneLabel(milestone)}${kind === "beaten-softcore" ? " (casual)" : ""}`}
              {...bases}
            >
              <a href={listLink(path, query)}>{dayInYear(utcDayOf(at * 1000))}</a>
            </GameHighlight>
          </li>
        );
      })}
    </ul>
  );
}
