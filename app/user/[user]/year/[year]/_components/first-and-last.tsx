import { listLink } from "@/app/user/[user]/_components/list-link";
import { utcDayOf } from "@/lib/domain/days";
import { awardLabel } from "@/lib/progress/award";
import type { AwardOfYear } from "@/lib/progress/year-review";
import { Chapter, type YearProps } from "./chapter";
import { GameHighlight } from "./game-highlight";
import styles from "./game-highlights.module.css";
import { dayInYear } from "./in-year";

/** The first and the last award of the year, or its only one. */
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
      title={last ? "First and last award" : "The only award"}
      accent="silver"
    >
      <ul className={styles.two}>
        {highlight(first, last ? "First award" : "Award of the year")}
        {last && highlight(last, isSoFar ? "Latest award" : "Last award")}
      </ul>
    </Chapter>
  );
}
