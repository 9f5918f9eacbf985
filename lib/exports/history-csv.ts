import type { AwardKind, Game } from "@/lib/domain/player";
import type { DayRecord } from "@/lib/history/day-record";
import { eventsOf, type HistoryEvent } from "@/lib/history/events";
import type { History } from "@/lib/history/history";
import { pointsGained } from "@/lib/history/points-gained";
import { TOTALS, type Totals } from "@/lib/history/totals";
import { awardLabel } from "@/lib/progress/award";
import { writeCsv } from "./write-csv";

/** The cells of an event; missing ones are empty. */
interface EventCells {
  id?: number;
  title?: string | null;
  hardcore?: number;
  casual?: number;
  award?: AwardKind | null;
  before?: string | number | null;
  after?: string | number;
}

const NAMES: Readonly<Record<keyof Totals, string>> = {
  points: "Points",
  casualPoints: "Casual points",
  retroPoints: "RetroPoints",
  achievements: "All achievements (hardcore)",
  casualAchievements: "All achievements (casual)",
  played: "Played",
  unfinished: "Unfinished",
  beatenCasual: "Beaten (casual)",
  beaten: "Beaten",
  completed: "Completed",
  mastered: "Mastered",
};

const COLUMNS = [
  ...["Day (UTC)", "What", "Game ID", "Title", "Achievements (hardcore)", "Achievements (casual)"],
  ...["Award", "Before", "After", "Points gained", "Casual points gained"],
  ...TOTALS.map((key) => NAMES[key]),
];

/**
 * A history as CSV for a spreadsheet: for each day one row `day` with gains and totals, and one row for each event.
 *
 * @param games today's library, for titles
 */
export function historyToCsv({ days }: Pick<History, "days">, games: readonly Game[]): string {
  const titles = new Map(games.map(({ id, title }) => [id, title]));
  const rows = days.flatMap((record) => [
    dayRow(record),
    ...eventsOf(record).flatMap((event) =>
      cellsOf(event).map((cells) => eventRow(record.day, event.kind, cells, titles)),
    ),
  ]);
  return writeCsv(COLUMNS, rows);
}

const EMPTY_EVENT = ["", "", "", "", "", "", ""];
const EMPTY_TOTALS = ["", "", ...TOTALS.map(() => "")];

function dayRow(record: DayRecord): (string | number)[] {
  const { hardcore, casual } = pointsGained(record);
  const totals = TOTALS.map((key) => record.totals[key]);
  return [record.day, "day", ...EMPTY_EVENT, hardcore, casual, ...totals];
}

function eventRow(
  day: string,
  kind: HistoryEvent["kind"],
  { id, title, hardcore, casual, award, before, after }: EventCells,
  titles: ReadonlyMap<number, string>,
): (string | number)[] {
  const known = title ?? (id === undefined ? "" : titles.get(id)) ?? "";
  const of = [id ?? "", known, hardcore ?? "", casual ?? "", award ? awardLabel(award) : ""];
  return [day, kind, ...of, before ?? "", after ?? "", ...EMPTY_TOTALS];
}

function cellsOf(event: HistoryEvent): EventCells[] {
  switch (event.kind) {
    case "award": {
      const { id, award, raisedFrom } = event;
      return [
        { id, award, before: raisedFrom && awardLabel(raisedFrom), after: awardLabel(award) },
      ];
    }
    case "achievements":
      return event.games;
    case "revised": {
      const { id, from, to, broken } = event;
      return [{ id, award: broken, before: from, after: to }];
    }
    case "reset": {
      const { id, lost, lostHardcore, award } = event;
      return [{ id, hardcore: -lostHardcore, casual: -Math.max(0, lost - lostHardcore), award }];
    }
    case "renamed":
      return [{ before: event.from, after: event.to }];
    default:
      return [event];
  }
}
