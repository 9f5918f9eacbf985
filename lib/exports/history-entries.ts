import type { Game } from "@/lib/domain/player";
import { formatPercent } from "@/lib/format";
import type { DayRecord } from "@/lib/history/day-record";
import { eventsOf, type HistoryEvent } from "@/lib/history/events";
import { awardLabel } from "@/lib/progress/award";
import { achievementEntry } from "./achievement-entry";
import { aboutGame, type FeedEntry, type FeedKind } from "./atom";

/**
 * Feed entries of a history: revised, retired and returned sets as `revisions`, and the `achievements` won by day and
 * game. The id of an entry is made of day, kind and game, so an entry of the open day can change under the same id.
 *
 * @param games today's library: games that left it have no entries
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
    eventsOf(record).flatMap((event): FeedEntry[] => {
      if (event.kind === "achievements") {
        if (!kinds.includes("achievements")) return [];
        return event.games.flatMap(({ id, ...won }) => {
          const game = byId.get(id);
          const at = timeOf(record, event.kind, id);
          return game ? [achievementEntry(record.day, game, won, at)] : [];
        });
      }
      if (!kinds.includes("revisions")) return [];
      switch (event.kind) {
        case "revised": {
          const { id, from, to, broken, won } = event;
          const left = broken
            ? `; ${broken === "mastered" ? "mastery" : "completion"} now at ${formatPercent(won)}`
            : "";
          return entry(record, event.kind, id, "Revised", `: ${from} → ${to} achievements${left}`);
        }
        case "whole-again":
          return entry(record, event.kind, event.id, `${awardLabel(event.award)} again`);
        case "retired":
          return entry(record, event.kind, event.id, "Set retired");
        case "back":
          return entry(record, event.kind, event.id, "Set back");
        default:
          return [];
      }
    }),
  );
}

/**
 * The date of an entry, in epoch seconds: for achievements the newest unlock of the game. RA has no date of a revision.
 * A date that moved with every refresh would make readers show the entry again.
 */
function timeOf(record: DayRecord, kind: HistoryEvent["kind"], id: number): number {
  const unlock = record.games.find((change) => change.id === id)?.after?.mostRecentAwardedAt;
  if (kind === "achievements" && unlock) return unlock;
  return Math.floor(Math.max(record.since, Date.parse(record.day)) / 1000);
}
