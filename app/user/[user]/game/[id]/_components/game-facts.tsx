import { pluralize } from "@/app/_components/pluralize";
import type { Game } from "@/lib/domain/player";
import { formatDay, formatNumber } from "@/lib/format";
import type { GameOfPlayer } from "@/lib/games/achievement";
import { formatRarity } from "@/lib/games/format-rarity";
import { listAchievements, pointsInGame } from "@/lib/games/listed-achievements";
import { awardLabel } from "@/lib/progress/award";
import { isRetired } from "@/lib/progress/won";
import type { GameTime } from "@/lib/times/game-time";
import { masteryRarity } from "@/lib/times/rarity";
import { formatPlaytime, timeOfRow } from "@/lib/times/time-of-row";
import styles from "./game-page.module.css";

interface GameFactsProps {
  game: Game;
  /** Null while the achievements cannot be had. */
  played: GameOfPlayer | null;
  /** Null while nothing is known of it. */
  time: GameTime | null;
}

/** A player's progress in a game, in figures. */
export function GameFacts({ game, played, time }: GameFactsProps) {
  const { highestAwardKind: kind, highestAwardAt, mostRecentAwardedAt } = game;
  const dates = played?.own.dates.map(({ at }) => at) ?? [];
  const first = dates.length > 0 ? Math.min(...dates) : null;
  const rarity = time && masteryRarity(game, time);
  const facts: [label: string, value: string | null][] = [
    ["Achievements", achievementsInWords(game)],
    ["Points", played && pointsInWords(played)],
    [
      "Award",
      kind &&
        [awardLabel(kind), highestAwardAt && formatDay(highestAwardAt)].filter(Boolean).join(", "),
    ],
    ["Time to award", timeInWords(game, time)],
    ["First unlock", first === null ? null : formatDay(first)],
    ["Last unlock", mostRecentAwardedAt === null ? null : formatDay(mostRecentAwardedAt)],
    ["Playtime", played?.own.playtimeSeconds ? formatPlaytime(played.own.playtimeSeconds) : null],
    ["Players", played?.facts.players ? formatNumber(played.facts.players) : null],
    ["Mastered by", rarity === null ? null : `${formatRarity(rarity)} of hardcore players`],
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(
        ([label, value]) =>
          value && (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

/** How long the award took, such as `12 hours, 5 minutes over 3 days`. */
function timeInWords(game: Game, time: GameTime | null): string | null {
  const { playtime, span } = timeOfRow(game, time);
  return [playtime, span && `over ${span}`].filter(Boolean).join(" ") || null;
}

/** Such as `2 of 3, 1 in hardcore mode`. */
export function achievementsInWords(game: Game): string {
  const { maxPossible, numAwarded, numAwardedHardcore } = game;
  if (isRetired(game)) return "Set is retired";
  const all =
    numAwarded >= maxPossible
      ? `All ${formatNumber(maxPossible)}`
      : `${formatNumber(numAwarded)} of ${formatNumber(maxPossible)}`;
  return numAwardedHardcore === numAwarded
    ? all
    : `${all}, ${formatNumber(numAwardedHardcore)} in hardcore mode`;
}

function pointsInWords(played: GameOfPlayer): string {
  const { possible, won } = pointsInGame(listAchievements(played));
  return won === possible
    ? `All ${pluralize(possible, "point")}`
    : `${formatNumber(won)} of ${formatNumber(possible)}`;
}
