import type { ReactNode } from "react";
import type { GameBases } from "@/app/_components/games/game-link";
import { pluralize } from "@/app/_components/pluralize";
import { yearLink } from "@/app/user/[user]/_components/year-link";
import type { Game } from "@/lib/domain/player";
import { formatNumber } from "@/lib/format";
import type { YearFigures } from "@/lib/unlocks/year-sums";
import { Chapter, Statement } from "./chapter";
import { GameHighlight } from "./game-highlight";
import { dayInYear } from "./in-year";
import styles from "./unlock-figures.module.css";

/** The calendar below, for figures of all of its days. */
const CALENDAR = "#calendar";

interface UnlockFiguresProps extends GameBases {
  figures: YearFigures;
  year: number;
  isSoFar: boolean;
  /** Of the player's overview. */
  path: string;
  /** The time zone of the days. */
  zone: string;
  games: readonly Game[];
}

/** A year's achievements in large figures, each a link to its days, and the game with the most of them. */
export function UnlockFigures({ figures, year, isSoFar, games, ...rest }: UnlockFiguresProps) {
  if (figures.achievements === 0) {
    return (
      <Chapter id="achievements" title="Achievements" accent="felt">
        <Statement>No achievements in {isSoFar ? `${year} so far` : year}.</Statement>
      </Chapter>
    );
  }
  const { path, zone, ...bases } = rest;
  const { achievements, hardcore, points, daysPlayed, longestStreak, busiestDay } = figures;
  const dayOf = (day: string) => (
    <a href={yearLink(path, { day, zone })} rel="nofollow">
      {dayInYear(day)}
    </a>
  );
  return (
    <Chapter id="achievements" title="Achievements" accent="felt">
      <ul className={styles.figures}>
        <Figure count={achievements} words={nounOf(achievements, "achievement")} href={CALENDAR}>
          {hardcore < achievements && `${formatNumber(hardcore)} hardcore`}
        </Figure>
        <Figure count={points} words={nounOf(points, "point")} href={CALENDAR} />
        <Figure count={daysPlayed} words={`${nounOf(daysPlayed, "day")} played`} href={CALENDAR} />
        {longestStreak && longestStreak.days > 1 && (
          <Figure count={longestStreak.days} words="days in a row" href={CALENDAR}>
            {dayOf(longestStreak.from)} to {dayOf(longestStreak.to)}
          </Figure>
        )}
        {busiestDay && busiestDay.achievements > 1 && (
          <Figure
            count={busiestDay.achievements}
            words="on the busiest day"
            href={yearLink(path, { day: busiestDay.day, zone })}
          >
            {dayOf(busiestDay.day)}
          </Figure>
        )}
      </ul>
      <MostWonGame most={figures.mostWonGame} games={games} {...bases} />
    </Chapter>
  );
}

const nounOf = (count: number, noun: string) => (count === 1 ? noun : `${noun}s`);

interface FigureProps {
  count: number;
  /** Stand below it. */
  words: string;
  href: string;
  /** A line below. */
  children?: ReactNode;
}

function Figure({ count, words, href, children }: FigureProps) {
  return (
    <li>
      <a className={styles.figure} href={href} rel={href === CALENDAR ? undefined : "nofollow"}>
        <b>{formatNumber(count)}</b> <span>{words}</span>
      </a>
      {children && <p className={styles.more}>{children}</p>}
    </li>
  );
}

interface MostWonGameProps extends GameBases {
  most: YearFigures["mostWonGame"];
  games: readonly Game[];
}

/** The game with the most achievements; nothing if it left the player's list. */
function MostWonGame({ most, games, ...bases }: MostWonGameProps) {
  const game = games.find(({ id }) => id === most?.gameId);
  if (!most || !game) return null;
  return (
    <div className={styles.game}>
      <GameHighlight
        game={game}
        kind={null}
        label="Most achievements in a game"
        size="large"
        {...bases}
      >
        <a href={CALENDAR}>
          {pluralize(most.achievements, "achievement")}, {pluralize(most.points, "point")}
        </a>
      </GameHighlight>
    </div>
  );
}
