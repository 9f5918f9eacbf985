import { memo } from "react";
import { GameHeading } from "@/app/_components/games/game-heading";
import type { GameBases } from "@/app/_components/games/game-link";
import rows from "@/app/_components/games/game-row.module.css";
import { ProgressBar } from "@/app/_components/games/progress-bar";
import { pluralize } from "@/app/_components/pluralize";
import { isAheadByDate } from "@/lib/compare/ahead";
import type { ComparedGame } from "@/lib/compare/join-libraries";
import type { Game } from "@/lib/domain/player";
import { formatDay, formatPercent } from "@/lib/format";
import { awardLabel } from "@/lib/progress/award";
import { isRetired, won } from "@/lib/progress/won";
import styles from "./compared-row.module.css";
import { playerClass } from "./player-mark";

interface ComparedRowProps extends GameBases {
  compared: ComparedGame;
  /** As `figuresOf` gives them; undefined: nothing is known. */
  figures: string | undefined;
  /** The names of the players, in their order. */
  names: readonly string[];
}

/** A game of the list with a line for the progress of each player. */
export const ComparedRow = memo(function ComparedRow({
  compared,
  figures = "",
  names,
  ...bases
}: ComparedRowProps) {
  const { game, progress, leader } = compared;
  const [rarity, ...times] = figures.split("|");
  const { maxPossible } = game;
  const [count, noun] = pluralize(maxPossible, "achievement").split(" ");
  return (
    <li className={styles.row}>
      <GameHeading game={game} {...bases}>
        <span>
          {maxPossible === 0 ? "Set is retired" : count}
          {/* A phone has no room for the noun beside the rarity. */}
          {maxPossible > 0 && (rarity ? <span> {noun}</span> : ` ${noun}`)}
        </span>
        {rarity && <span>{rarity}</span>}
      </GameHeading>
      <ul className={styles.players}>
        {progress.map((each, at) => (
          <Lane
            key={names[at]}
            name={names[at] ?? ""}
            place={at}
            game={each}
            time={times[at]}
            ahead={leader === at ? (isAheadByDate(progress, leader) ? "earlier" : "ahead") : null}
          />
        ))}
      </ul>
    </li>
  );
});

interface LaneProps {
  name: string;
  place: number;
  /** Null if the player does not play it. */
  game: Game | null;
  /** Not there or empty: unknown. */
  time: string | undefined;
  /** How the player is ahead of all others: `earlier` by the date of the award alone. Null if they are not. */
  ahead: "ahead" | "earlier" | null;
}

/** The progress of one player. A page has hundreds of lanes, so marks are pseudo-elements. */
function Lane({ name, place, game, time, ahead }: LaneProps) {
  const lane = `${styles.player} ${playerClass(place)}`;
  if (!game) {
    return (
      <li className={lane}>
        <span className={styles.name}>{name}</span>
        <span className={styles.none}>not played</span>
      </li>
    );
  }
  const { highestAwardKind: kind, highestAwardAt, numAwarded, maxPossible } = game;
  // The time has the place of the percentage, which is said beside it unless the set is done.
  const isTimed = time && kind;
  return (
    <li
      className={`${lane} ${kind ? rows[kind] : ""} ${ahead ? styles.ahead : ""} ${isTimed ? styles.timed : ""}`}
    >
      <span className={styles.name}>{name}</span>
      <ProgressBar game={game} />
      {isTimed && (
        <span className={styles.time}>
          {won(game) < 1 && <span className={styles.share}>{formatPercent(won(game))} · </span>}
          {time}
        </span>
      )}
      <span className={styles.award}>
        {kind && <b>{awardLabel(kind)}</b>}
        {!kind && !isRetired(game) && `${numAwarded} of ${maxPossible}`}
        {!kind && time && ` ${time}`}
        {kind && highestAwardAt !== null && ` ${formatDay(highestAwardAt)}`}
      </span>
      {ahead && <span className={styles.tag}>{ahead}</span>}
    </li>
  );
}
