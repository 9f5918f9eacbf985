import type { Game } from "@/lib/domain/player";
import { wholePercent } from "@/lib/format";
import { awardLabel } from "@/lib/progress/award";
import { systemName } from "@/lib/progress/systems";
import { hardcoreWon, won } from "@/lib/progress/won";
import { type GameTime, UNKNOWN_TIME } from "@/lib/times/game-time";
import { masteryRarity } from "@/lib/times/rarity";
import { isSubsetGame } from "@/lib/times/subset-game";
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

type Times = ReadonlyMap<number, GameTime>;
type TimeColumn = [
  name: string,
  value: (time: GameTime, game: Game, times: Times) => string | number | null,
];

/** The columns of times, after the others. What is unknown is empty. */
const TIME_COLUMNS: readonly TimeColumn[] = [
  ["Subset", (_, game, times) => (isSubsetGame(game, times) ? "yes" : "no")],
  ["Playtime (minutes)", ({ playtime }) => minutes(playtime)],
  ["First unlock (UTC)", ({ firstUnlockAt }) => moment(firstUnlockAt)],
  ["Beaten (UTC)", ({ beatenAt }) => moment(beatenAt)],
  ["Beaten (hardcore; UTC)", ({ beatenHardcoreAt }) => moment(beatenHardcoreAt)],
  ["Completed (UTC)", ({ completedAt }) => moment(completedAt)],
  ["Mastered (UTC)", ({ masteredAt }) => moment(masteredAt)],
  ["Time to beat (minutes)", ({ timeToBeat }) => minutes(timeToBeat)],
  ["Time to beat (hardcore; minutes)", ({ timeToBeatHardcore }) => minutes(timeToBeatHardcore)],
  ["Time to complete (minutes)", ({ timeToComplete }) => minutes(timeToComplete)],
  ["Time to master (minutes)", ({ timeToMaster }) => minutes(timeToMaster)],
  ["Median time to beat (minutes)", ({ medianBeatMinutes }) => medianBeatMinutes],
  [
    "Median time to beat (hardcore; minutes)",
    ({ medianBeatHardcoreMinutes }) => medianBeatHardcoreMinutes,
  ],
  ["Median time to complete (minutes)", ({ medianCompleteMinutes }) => medianCompleteMinutes],
  ["Median time to master (minutes)", ({ medianMasterMinutes }) => medianMasterMinutes],
  ["Points", ({ points }) => points],
  ["Points (hardcore)", ({ pointsHardcore }) => pointsHardcore],
  ["RetroPoints", ({ retroPoints }) => retroPoints],
  ["Points of the set", ({ pointsTotal }) => pointsTotal],
  ["Mastered by %", (time, game) => percent(masteryRarity(game, time))],
];

/**
 * Games as CSV for a spreadsheet.
 *
 * @param times without any, the file has no columns of them
 */
export function gamesToCsv(games: Game[], times: Times = new Map()): string {
  const timeColumns = times.size === 0 ? [] : TIME_COLUMNS;
  return writeCsv(
    [...COLUMNS, ...timeColumns].map(([name]) => name),
    games.map((game) => {
      const time = times.get(game.id) ?? { gameId: game.id, ...UNKNOWN_TIME };
      return [
        ...COLUMNS.map(([, value]) => value(game)),
        ...timeColumns.map(([, value]) => value(time, game, times) ?? ""),
      ];
    }),
  );
}

function minutes(seconds: number | null): number | null {
  return seconds && Math.round(seconds / 60);
}

/** A fraction in hundredths of a percent. */
function percent(fraction: number | null): number | null {
  return fraction === null ? null : Math.round(fraction * 10_000) / 100;
}

/** `2026-05-04 10:00:00`, which spreadsheets read as a date. */
function moment(epochSeconds: number | null): string {
  if (epochSeconds === null) return "";
  return new Date(epochSeconds * 1000).toISOString().slice(0, 19).replace("T", " ");
}
