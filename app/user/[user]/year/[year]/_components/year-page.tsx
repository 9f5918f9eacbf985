import type { GameBases } from "@/app/_components/games/game-link";
import { PlayerBar } from "@/app/user/[user]/_components/player-bar";
import { Shelf } from "@/app/user/[user]/_components/shelf";
import type { YearReview } from "@/lib/progress/year-review";
import type { YearTimes } from "@/lib/times/year-times";
import type { Library } from "@/lib/views/library";
import { BusiestDay } from "./busiest-day";
import { Chapter } from "./chapter";
import { FirstAndLast } from "./first-and-last";
import { KindFigures } from "./kind-figures";
import { LargestSets } from "./largest-sets";
import { LongestStreaks } from "./longest-streaks";
import { MasteredLater } from "./mastered-later";
import { MonthColumns } from "./month-columns";
import { PlayedInYear } from "./played-in-year";
import { RecordMasteries } from "./record-masteries";
import { SystemsOfYear } from "./systems-of-year";
import { UnlockChapters, type UnlocksOfYear } from "./unlock-chapters";
import { YearHeader } from "./year-header";
import { AdjacentYears, YearLinks } from "./year-links";
import { YearMilestones } from "./year-milestones";
import styles from "./year-page.module.css";

interface YearPageProps extends Omit<Library, "times">, GameBases {
  review: YearReview;
  /** Oldest first. */
  years: readonly number[];
  unlocks: UnlocksOfYear;
  /** Of its masteries; nothing where times are not known. */
  times: YearTimes;
  /** Whether the year has cards: they begin with the first award. */
  hasCards: boolean;
}

/** A year of a player. With one award, only one chapter shows it. */
export function YearPage(props: YearPageProps) {
  const { player, refreshError, review, years, unlocks, times, hasCards } = props;
  const { mediaBase, gameBase } = props;
  const { name } = player.profile;
  const { year, isSoFar, awards } = review;
  const path = `/user/${name}`;
  const { zone } = unlocks;
  const story = { review, path, mediaBase, gameBase };
  const hasSeveral = awards.count > 1;
  return (
    <div className={styles.page}>
      <PlayerBar name={name} year={years.at(-1) ?? year} current="years" />
      <YearLinks path={path} years={years} current={year} zone={zone} />
      <YearHeader player={player} refreshError={refreshError} hasCards={hasCards} {...story} />
      {hasSeveral && (
        <>
          <Shelf
            shelf={review.shelf}
            label={
              review.shelf.kind === "mastered" ? `Mastered in ${year}` : `Best awards of ${year}`
            }
            mediaBase={mediaBase}
            gameBase={gameBase}
          />
          <Chapter id="awards" title="Awards" accent="gold">
            <KindFigures {...story} />
          </Chapter>
          <MonthColumns {...story} />
        </>
      )}
      <UnlockChapters
        unlocks={unlocks}
        year={year}
        isSoFar={isSoFar}
        name={name}
        path={path}
        games={player.games}
        mediaBase={mediaBase}
        gameBase={gameBase}
      />
      <BusiestDay {...story} />
      <LongestStreaks {...story} />
      <FirstAndLast {...story} />
      {hasSeveral && <RecordMasteries times={times} {...story} />}
      <MasteredLater games={times.masteredLater} {...story} />
      {hasSeveral && <SystemsOfYear {...story} />}
      {hasSeveral && <LargestSets {...story} />}
      <YearMilestones {...story} />
      <PlayedInYear {...story} />
      <AdjacentYears path={path} years={years} current={year} zone={zone} />
    </div>
  );
}
