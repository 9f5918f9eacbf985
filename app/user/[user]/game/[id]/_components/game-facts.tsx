import { pluralize } from "@/app/_components/pluralize";
import type { Game } from "@/lib/domain/player";
import { formatDay, formatNumber } from "@/lib/format";
import type { GameOfPlayer } from "@/lib/games/achievement";
import { listAchievements, pointsInGame } from "@/lib/games/listed-achievements";
import { awardLabel } from "@/lib/progress/award";
import { isRetired } from "@/lib/progress/won";
import styles from "./game-page.module.css";

interface GameFactsProps {
  game: Game;
  /** Null while the achievements cannot be had. */
  played: GameOfPlayer | null;
}

/** A player's progress in a game, in figures. */
export function GameFacts({ game, played }: GameFactsProps) {
  const { highestAwardKind: kind, highestAwardAt, mostRecentAwardedAt } = game;
  const dates = played?.own.dates.map(({ at }) => at) ?? [];
  const first = dates.length > 0 ? Math.min(...dates) : null;
  const facts: [label: string, value: string | null][] = [
    ["Achievements", achievementsInWords(game)],
    ["Points", played && pointsInWords(played)],
    [
      "Award",
      kind &&
        [awardLabel(kind), highestAwardAt && formatDay(highestAwardAt)].filter(Boolean).join(", "),
    ],
    ["First unlock", first === null ? null : formatDay(first)],
    ["Last unlock", mostRecentAwardedAt === null ? null : formatDay(mostRecentAwardedAt)],
    ["Playtime", played?.own.playtimeSeconds ? playtimeInWords(played.own.playtimeSeconds) : null],
    ["Players", played?.facts.players ? formatNumber(played.facts.players) : null],
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

/** Hours and minutes, as RA shows time that was played. */
function playtimeInWords(seconds: number): string {
  const minutes = Math.max(1, Math.floor(seconds / 60));
  const hours = Math.floor(minutes / 60);
  const parts = [
    hours > 0 && pluralize(hours, "hour"),
    minutes % 60 > 0 && pluralize(minutes % 60, "minute"),
  ];
  return parts.filter(Boolean).join(", ");
}

function achievementsInWords(game: Game): string {
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
