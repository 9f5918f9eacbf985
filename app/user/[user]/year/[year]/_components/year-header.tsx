import { BackgroundImage } from "@/app/_components/background-image";
import { CheckedAt } from "@/app/_components/checked-at";
import { CopyLink } from "@/app/user/[user]/_components/copy-link";
import { listLink } from "@/app/user/[user]/_components/list-link";
import { StoryDownload, StoryShare } from "@/app/user/[user]/_components/story-actions";
import type { Library } from "@/lib/views/library";
import type { YearProps } from "./chapter";
import { FigureLink } from "./figure-link";
import styles from "./year-header.module.css";

interface YearHeaderProps extends YearProps, Library {
  /** Whether the year has cards. */
  hasCards: boolean;
}

/** The player, the year in a sentence, and ways to share it. */
export function YearHeader(props: YearHeaderProps) {
  const { player, refreshError, review, hasCards, mediaBase, path } = props;
  const { profile, checkedAt } = player;
  const { year, isSoFar, awards } = review;
  return (
    <header className={styles.header}>
      <h1 className={styles.title}>
        <span className={styles.who}>
          <BackgroundImage className={styles.avatar} src={mediaBase + profile.avatarPath} />
          {profile.name}
          <span className="visually-hidden">: </span>
        </span>
        <span className={styles.year}>{year}</span>
        {isSoFar && <span className={styles.soFar}> so far</span>}
      </h1>
      <div className={styles.lead}>
        <p className={styles.sum}>
          <Sum review={review} path={path} />
        </p>
        <CheckedAt at={checkedAt} unanswered={refreshError !== null} />
        <p className={styles.actions}>
          {hasCards && (
            <>
              <StoryDownload path={path} name={profile.name} year={year} />
              <a href={`${path}/embed?card=year&year=${year}`}>Make a card</a>
            </>
          )}
          <CopyLink path={`${path}/year/${year}`} />
          {awards.count > 0 && <a href={listLink(path, awards.query)}>All {year} games</a>}
          {hasCards && <StoryShare path={path} name={profile.name} year={year} />}
        </p>
      </div>
    </header>
  );
}

/** The year's awards beside those of the year before. */
function Sum({ review, path }: Pick<YearProps, "review" | "path">) {
  const { year, isSoFar, awards, before } = review;
  if (awards.count === 0) {
    return isSoFar ? `No awards in ${year} so far.` : `No awards in ${year}.`;
  }
  return (
    <>
      <FigureLink path={path} figure={awards} noun="award" />
      {before && (
        <>
          , {comparison(awards.count - before.count, isSoFar)}{" "}
          <FigureLink path={path} figure={before} noun="award">
            {` in ${year - 1}`}
          </FigureLink>
        </>
      )}
      .
    </>
  );
}

/** The words between two counts. The current year can only be ahead already. */
function comparison(more: number, isSoFar: boolean): string {
  if (more > 0) return isSoFar ? "already more than" : "up from";
  if (isSoFar) return "after";
  return more < 0 ? "down from" : "matching the";
}
