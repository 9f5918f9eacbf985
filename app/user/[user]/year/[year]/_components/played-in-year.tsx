import { listLink } from "@/app/user/[user]/_components/list-link";
import { formatNumber } from "@/lib/format";
import { Aside, Chapter, Statement, type YearProps } from "./chapter";
import { FigureLink } from "./figure-link";
import { GameArt } from "./game-art";

const SHOWN = 24;

/** The games last played in the year, and those of them without an award. */
export function PlayedInYear({ review, path, ...bases }: YearProps) {
  const { year, isSoFar, awards, played, begun } = review;
  if (played.count === 0) {
    return (
      <Chapter id="played" title={`Played in ${year}`} accent="silver">
        <Statement>
          {isSoFar ? "No games played yet." : `No games were last played in ${year}.`}
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
            ,{" "}
            <a href={listLink(path, begun.query)}>{formatNumber(begun.count)} still in progress</a>
          </>
        )}
      </Statement>
      <GameArt games={awards.count > 0 ? begun.games : played.games} most={SHOWN} {...bases} />
      <Remark />
    </Chapter>
  );
}

/** What RA's list does not contain. */
function Remark() {
  return (
    <Aside>
      RetroAchievements lists each game's highest award and latest unlock. Earlier ones are not
      counted here.
    </Aside>
  );
}
