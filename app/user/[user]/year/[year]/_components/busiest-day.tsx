import type { GameBases } from "@/app/_components/games/game-link";
import type { YearReview } from "@/lib/progress/year-review";
import { Chapter, Statement } from "./chapter";
import { FigureLink } from "./figure-link";
import { GameArt } from "./game-art";
import { dayInYear } from "./in-year";

const SHOWN = 12;

interface BusiestDayProps extends GameBases {
  busiest: NonNullable<YearReview["busiestDay"]>;
  /** Of the player's page. */
  path: string;
}

/** The day with the most awards, and what they were for. */
export function BusiestDay({ busiest, path, ...bases }: BusiestDayProps) {
  return (
    <Chapter id="busiest-day" title="The busiest day" accent="gold" isLit>
      <Statement>
        <FigureLink path={path} figure={busiest} noun="award" /> on {dayInYear(busiest.day)}
      </Statement>
      <GameArt games={busiest.games} most={SHOWN} isLarge {...bases} />
    </Chapter>
  );
}
