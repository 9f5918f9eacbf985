import { pluralize } from "@/app/_components/pluralize";
import { utcDayOf } from "@/lib/domain/days";
import { formatDay } from "@/lib/format";
import type { BeatenThenMastered } from "@/lib/times/year-times";
import { Chapter, Statement, type YearProps } from "./chapter";
import { GameHighlight } from "./game-highlight";
import styles from "./game-highlights.module.css";
import { dayInYear } from "./in-year";

/** Shown at first; a year can have dozens. */
const SHOWN = 6;

interface MasteredLaterProps extends YearProps {
  /** Newest beaten first. */
  games: readonly BeatenThenMastered[];
}

/** The games that were beaten in a year and mastered in a later one. The list of awards has them in the later year only. */
export function MasteredLater({ games, review: { year }, ...bases }: MasteredLaterProps) {
  if (games.length === 0) return null;
  const others = games.slice(SHOWN);
  return (
    <Chapter id="mastered-later" title={`Beaten in ${year}, mastered later`} accent="silver">
      <Statement>{pluralize(games.length, "game")}</Statement>
      <Games
        games={games.slice(0, SHOWN)}
        more={others.length > 0 ? `and ${others.length} earlier` : undefined}
        {...bases}
      />
      {others.length > 0 && (
        <details className={styles.older}>
          <summary>{others.length} earlier</summary>
          <Games games={others} {...bases} />
        </details>
      )}
    </Chapter>
  );
}

interface GamesProps extends Omit<MasteredLaterProps, "review"> {
  /** What to print below instead of the others. */
  more?: string | undefined;
}

function Games({ games, more, mediaBase, gameBase }: GamesProps) {
  return (
    <ul className={styles.many} data-more={more}>
      {games.map(({ game, beatenAt, masteredAt, isHardcore }) => (
        <li key={game.id}>
          <GameHighlight
            game={game}
            kind="mastered"
            label={`Beaten ${dayInYear(utcDayOf(beatenAt * 1000))}${isHardcore ? "" : " (casual)"}`}
            mediaBase={mediaBase}
            gameBase={gameBase}
          >
            Mastered {formatDay(masteredAt)}
          </GameHighlight>
        </li>
      ))}
    </ul>
  );
}
