import { listLink } from "@/app/user/[user]/_components/list-link";
import { utcDayOf } from "@/lib/domain/days";
import { awardLabel } from "@/lib/progress/award";
import type { AwardOfYear } from "@/lib/progress/year-review";
import { Chapter, type YearProps } from "./chapter";
import { GameHighlight } from "./game-highlight";
import styles from "./game-highlights.module.css";
import { dayInYear } from "./in-year";

/** The first award of the year and the last one; one alone is that. */
export function FirstAndLast({ review, path, ...bases }: YearProps) {
  const { first, last, isSoFar } = review;
  if (!first) return null;
  const highlight = (award: AwardOfYear, label: string) => (
    <li>
      <GameHighlight game={award.game} kind={award.kind} label={label} size="large" {...bases}>
        {awardLabel(award.kind)} on{" "}
        <a href={listLink(path, award.query)}>{dayInYear(utcDayOf(award.at * 1000))}</a>
      </GameHighlight>
    </li>
  );
  return (
    <Chapter
      id="first-and-last"
      title={last ? "The first and the last" : "The one"}
      accent="silver"
    >
      <ul className={styles.two}>
        {highlight(first, last ? "The first award" : "The award of the year")}
        {last && highlight(last, isSoFar ? "The latest award" : "The last award")}
      </ul>
    </Chapter>
  );
}
