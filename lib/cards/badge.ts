import type { Game, Player } from "@/lib/domain/player";
import { formatNumber } from "@/lib/format";
import { type Counts, countGames } from "@/lib/progress/counts";

const SHOWN = [
  "mastered",
  "beaten",
  "completed",
  "played",
] as const satisfies readonly (keyof Counts)[];

/** A badge as shields.io reads it (https://shields.io/badges/endpoint-badge). */
export interface Badge {
  schemaVersion: 1;
  label: string;
  message: string;
  color: string;
}

/** A badge of one figure; of the masteries, if `show` names none. `games` are those that count. */
export function badge({ profile }: Player, games: Game[], show: string): Badge {
  if (show === "points") {
    return {
      schemaVersion: 1,
      label: "points",
      message: formatNumber(profile.points),
      color: "d99b12",
    };
  }
  const shown = SHOWN.find((name) => name === show) ?? "mastered";
  const color = shown === "beaten" ? "94a1aa" : shown === "played" ? "0b6150" : "d99b12";
  return { schemaVersion: 1, label: shown, message: formatNumber(countGames(games)[shown]), color };
}
