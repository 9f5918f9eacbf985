import { GameHeading } from "@/app/_components/games/game-heading";
import rowStyles from "@/app/_components/games/game-row.module.css";
import { ProgressBar } from "@/app/_components/games/progress-bar";
import type { Game } from "@/lib/domain/player";
import { formatDay } from "@/lib/format";
import { awardLabel } from "@/lib/progress/award";
import { isRetired } from "@/lib/progress/won";
import { siteBase } from "@/lib/retroachievements/retroachievements";
import type { Example } from "./example";
import styles from "./on-site.module.css";

/** Parts of a row of the Completion Progress page, and the fields that they show. */
const PARTS: readonly [part: string, fields: readonly string[]][] = [
  ["Picture and title", ["ImageIcon", "Title", "GameID"]],
  ["System", ["ConsoleName", "ConsoleID"]],
  ["Achievements", ["NumAwarded", "MaxPossible"]],
  ["Last unlock", ["MostRecentAwardedDate"]],
  ["Award", ["HighestAwardKind", "HighestAwardDate"]],
  ["Bar: gold hardcore, grey casual", ["NumAwardedHardcore", "NumAwarded", "MaxPossible"]],
];

/** Where the endpoint's data is on RetroAchievements and on this site, with a row of it. */
export function OnSite({ example }: { example: Example }) {
  const { player, game, mediaBase } = example;
  const { highestAwardKind: kind, highestAwardAt, mostRecentAwardedAt } = game;
  const base = siteBase();
  const path = `/user/${player?.name ?? "{user}"}/progress`;
  return (
    <>
      <p>
        It is the Completion Progress page of a player:{" "}
        {base && player ? (
          <a href={base + path}>{base + path}</a>
        ) : (
          <code>{"https://retroachievements.org/user/{user}/progress"}</code>
        )}
        . Here it is {player ? <a href={path}>{path}</a> : <code>{path}</code>}.
      </p>
      <figure className={styles.figure}>
        <ol className={styles.list} aria-label="One row of the page">
          <li className={`${rowStyles.row} ${kind ? rowStyles[kind] : rowStyles.none}`}>
            <GameHeading game={game} mediaBase={mediaBase} gameBase={null}>
              <span>{achievementsOf(game)}</span>
              {mostRecentAwardedAt !== null && (
                <span>Last unlock {formatDay(mostRecentAwardedAt)}</span>
              )}
            </GameHeading>
            <p className={rowStyles.award}>
              {kind && <b>{awardLabel(kind)}</b>}
              {highestAwardAt !== null && ` ${formatDay(highestAwardAt)}`}
            </p>
            <ProgressBar game={game} />
          </li>
        </ol>
        <figcaption>
          <dl className={styles.parts}>
            {PARTS.map(([part, fields]) => (
              <div key={part}>
                <dt>{part}</dt>
                <dd>
                  {fields.map((field) => (
                    <code key={field}>{field}</code>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </figcaption>
      </figure>
    </>
  );
}

/** In the words of the page, such as "All 30 achievements". */
function achievementsOf(game: Game): string {
  const { numAwarded, maxPossible } = game;
  if (isRetired(game)) return "Set is retired";
  const won = numAwarded >= maxPossible ? `All ${maxPossible}` : `${numAwarded} of ${maxPossible}`;
  return `${won} achievements`;
}
