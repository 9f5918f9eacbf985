import type { Game } from "@/lib/domain/player";
import { wholePercent } from "@/lib/format";
import { awardLabel } from "@/lib/progress/award";
import { systemName } from "@/lib/progress/systems";
import { hardcoreWon, won } from "@/lib/progress/won";
import { writeCsv } from "./write-csv";

const COLUMNS: [name: string, value: (game: Game) => string | number][] = [
  ["Game ID", (game) => game.id],
  ["Title", (game) => game.title],
  ["System", (game) => systemName(game)],
  ["Achievements", (game) => game.maxPossible],
  ["Unlocked", (game) => game.numAwarded],
  ["Unlocked (hardcore)", (game) => game.numAwardedHardcore],
  ["Won %", (game) => wholePercent(Math.min(1, won(game)))],
  ["Won % (hardcore)", (game) => wholePercent(Math.min(1, hardcoreWon(game)))],
  ["Last unlock (UTC)", (game) => moment(game.mostRecentAwardedAt)],
  ["Award", (game) => (game.highestAwardKind ? awardLabel(game.highestAwardKind) : "")],
  ["Award date (UTC)", (game) => moment(game.highestAwardAt)],
];

/** Games as CSV that a spreadsheet opens as it is. */
export function gamesToCsv(games: Game[]): string {
  return writeCsv(
    COLUMNS.map(([name]) => name),
    games.map((game) => COLUMNS.map(([, value]) => value(game))),
  );
}

/** `2026-05-04 10:00:00`, which spreadsheets know as a date. */
function moment(epochSeconds: number | null): string {
  if (epochSeconds === null) return "";
  return new Date(epochSeconds * 1000).toISOString().slice(0, 19).replace("T", " ");
}
