import type { Game } from "@/lib/domain/player";
import { wholePercent } from "@/lib/format";
import { awardLabel } from "@/lib/progress/award";
import { systemName } from "@/lib/progress/systems";
import { hardcoreWon, won } from "@/lib/progress/won";
import { writeCsv } from "./write-csv";

type Column = [name: string, value: (game: Game) => string | number];

/** The columns in which each field of a game is shown, in the order of the file. */
const COLUMNS_OF: { [Field in keyof Game]: Column[] } = {
  id: [["Game ID", (game) => game.id]],
  title: [["Title", (game) => game.title]],
  iconPath: [],
  systemId: [],
  systemName: [["System", (game) => systemName(game)]],
  maxPossible: [["Achievements", (game) => game.maxPossible]],
  numAwarded: [["Unlocked", (game) => game.numAwarded]],
  numAwardedHardcore: [
    ["Unlocked (hardcore)", (game) => game.numAwardedHardcore],
    ["Won %", (game) => wholePercent(Math.min(1, won(game)))],
    ["Won % (hardcore)", (game) => wholePercent(Math.min(1, hardcoreWon(game)))],
  ],
  mostRecentAwardedAt: [["Last unlock (UTC)", (game) => moment(game.mostRecentAwardedAt)]],
  highestAwardKind: [
    ["Award", (game) => (game.highestAwardKind ? awardLabel(game.highestAwardKind) : "")],
  ],
  highestAwardAt: [["Award date (UTC)", (game) => moment(game.highestAwardAt)]],
};
const COLUMNS = Object.values(COLUMNS_OF).flat();

/** Games as CSV for a spreadsheet. */
export function gamesToCsv(games: Game[]): string {
  return writeCsv(
    COLUMNS.map(([name]) => name),
    games.map((game) => COLUMNS.map(([, value]) => value(game))),
  );
}

/** `2026-05-04 10:00:00`, which spreadsheets read as a date. */
function moment(epochSeconds: number | null): string {
  if (epochSeconds === null) return "";
  return new Date(epochSeconds * 1000).toISOString().slice(0, 19).replace("T", " ");
}
