import type { Game } from "@/lib/domain/player";
import { formatPercent } from "@/lib/format";
import type { DayRecord } from "@/lib/history/day-record";
import { eventsOf, type HistoryEvent } from "@/lib/history/events";
import { awardLabel } from "@/lib/progress/award";
import { aboutGame, type FeedEntry, type FeedKind } from "./atom";

/**
 * What a feed tells of a history: revised, retired and returned sets as `revisions`, and the `achievements` won by day
 * and game. An entry is about a day, a kind and a game, whoever wrote the record: while the day is open, it may
 * come to say more, under the same id.
 *
 * @param games the library of today: what left it is told no longer
 */
export function historyEntries(
  days: readonly DayRecord[],
  games: readonly Game[],
  kinds: readonly FeedKind[],
): FeedEntry[] {
  const byId = new Map(games.map((game) => [game.id, game]));
  const entry = (
    record: DayRecord,
    kind: HistoryEvent["kind"],
    id: number,
    what: string,
    more?: string,
  ): FeedEntry[] => {
    const game = byId.get(id);
    if (!game) return [];
    const about = ["history", record.day, kind, String(id)];
    return [{ about, ...aboutGame(what, game, more), at: timeOf(record, kind, id), gameId: id }];
  };
  return days.flatMap((record) =>
    eventsOf(record).flatMap((told): FeedEntry[] => {
      if (told.kind === "achievements") {
        if (!kinds.includes("achievements")) return [];
        return told.games.flatMap(({ id, hardcore, casual }) =>
          entry(record, told.kind, id, achievements(hardcore + casual), inCasual(casual)),
        );
      }
      if (!kinds.includes("revisions")) return [];
      switch (told.kind) {
        case "revised": {
          const { id, from, to, broken, won } = told;
          const left = broken
            ? `; ${broken === "mastered" ? "the mastery" : "the completion"} is at ${formatPercent(won)}`
            : "";
          return entry(record, told.kind, id, "Revised", `: ${from} → ${to} achievements${left}`);
        }
        case "whole-again":
          return entry(record, told.kind, told.id, `${awardLabel(told.award)} again`);
        case "retired":
          return entry(record, told.kind, told.id, "Set retired");
        case "back":
          return entry(record, told.kind, told.id, "Set back");
        default:
          return [];
      }
    }),
  );
}

/**
 * When an entry last said something new, in epoch seconds: for achievements the newest unlock of the game. RA does not
 * tell when a set was revised. What moves with every look at the player would have readers show the entry again.
 */
function timeOf(record: DayRecord, kind: HistoryEvent["kind"], id: number): number {
  const unlock = record.games.find((change) => change.id === id)?.after?.mostRecentAwardedAt;
  if (kind === "achievements" && unlock) return unlock;
  return Math.floor(Math.max(record.since, Date.parse(record.day)) / 1000);
}

function achievements(count: number): string {
  return count === 1 ? "1 achievement" : `${count} achievements`;
}

function inCasual(casual: number): string {
  return casual === 0 ? "" : `: ${casual} in casual mode`;
}
