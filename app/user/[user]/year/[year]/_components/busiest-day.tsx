import { Chapter, Statement, type YearProps } from "./chapter";
import { FigureLink } from "./figure-link";
import { GameArt } from "./game-art";
import { dayInYear } from "./in-year";

const SHOWN = 12;

/** The day with the most awards and its games; nothing if no day has two. */
export function BusiestDay({ review: { busiestDay: busiest }, path, ...bases }: YearProps) {
  if (!busiest || busiest.count === 1) return null;
  return (
    <Chapter id="busiest-day" title="Busiest day" accent="gold" isLit>
      <Statement>
        <FigureLink path={path} figure={busiest} noun="award" /> on {dayInYear(busiest.day)}
      </Statement>
      <GameArt games={busiest.games} most={SHOWN} isLarge {...bases} />
    </Chapter>
  );
}
