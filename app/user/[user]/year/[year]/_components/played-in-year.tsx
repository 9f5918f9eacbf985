import { Aside, Chapter, Statement, type YearProps } from "./chapter";
import { FigureLink } from "./figure-link";
import { GameArt } from "./game-art";

const SHOWN = 24;

/** The games that were played in the year, and the ones that still wait for an award. */
export function PlayedInYear({ review, path, ...bases }: YearProps) {
  const { year, isSoFar, awards, played, begun } = review;
  if (played.count === 0) {
    return (
      <Chapter id="played" title={`Played in ${year}`} accent="silver">
        <Statement>
          {isSoFar ? "No game played yet." : `No game was last played in ${year}.`}
        </Statement>
        <Remark />
      </Chapter>
    );
  }
  return (
    <Chapter id="played" title={`Played in ${year}`} accent="silver">
      <Statement>
        <FigureLink path={path} figure={played} noun="game" /> played
        {awards.count > 0 && begun.count > 0 && (
          <>
            , <FigureLink path={path} figure={begun} noun="game" /> still without an award
          </>
        )}
      </Statement>
      <GameArt games={awards.count > 0 ? begun.games : played.games} most={SHOWN} {...bases} />
      <Remark />
    </Chapter>
  );
}

/** What RA's answer does not contain. */
function Remark() {
  return (
    <Aside>
      RetroAchievements tells of each game its highest award and its newest unlock: what was won
      before these is in no year.
    </Aside>
  );
}
