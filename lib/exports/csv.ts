import { stringify } from "csv-stringify/sync";
import type { Game } from "@/lib/domain/player";
import { awardLabel } from "@/lib/progress/award";
import { systemName } from "@/lib/progress/systems";
import { hardcoreWon, won } from "@/lib/progress/won";

const COLUMNS: [name: string, value: (game: Game) => string | number][] = [
  ["Game ID", (game) => game.id],
  ["Title", (game) => game.title],
  ["System", (game) => systemName(game)],
  ["Achievements", (game) => game.maxPossible],
  ["Unlocked", (game) => game.numAwarded],
  ["Unlocked (hardcore)", (game) => game.numAwardedHardcore],
  ["Won %", (game) => Math.floor(Math.min(1, won(game)) * 100)],
  ["Won % (hardcore)", (game) => Math.floor(Math.min(1, hardcoreWon(game)) * 100)],
  ["Last unlock (UTC)", (game) => moment(game.mostRecentAwardedAt)],
  ["Award", (game) => (game.highestAwardKind ? awardLabel(game.highestAwardKind) : "")],
  ["Award date (UTC)", (game) => moment(game.highestAwardAt)],
];

/**
 * Games as CSV (RFC 4180) that a spreadsheet opens as it is: UTF-8 with a byte order mark, and no text
 * that it would take for a formula.
 */
export function gamesToCsv(games: Game[]): string {
  const rows = [
    COLUMNS.map(([name]) => name),
    ...games.map((game) => COLUMNS.map(([, value]) => noFormula(value(game)))),
  ];
  return stringify(rows, {
    bom: true,
    record_delimiter: "windows",
    quote_record_delimiter: true,
  });
}

/** A value; one that begins as a formula does gets an apostrophe, which spreadsheets do not show. */
function noFormula(value: string | number): string | number {
  return typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
}

/** `2026-05-04 10:00:00`, which spreadsheets know as a date. */
function moment(epochSeconds: number | null): string {
  if (epochSeconds === null) return "";
  return new Date(epochSeconds * 1000).toISOString().slice(0, 19).replace("T", " ");
}
