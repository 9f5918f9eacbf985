import type { z } from "zod";
import type { history as answer } from "@/lib/api-docs/answers";
import type { Player } from "@/lib/domain/player";
import type { DayRecord } from "@/lib/history/day-record";
import { eventsOf, type HistoryEvent } from "@/lib/history/events";
import { pointsGained } from "@/lib/history/points-gained";
import type { HistoryRange } from "@/lib/players/load-history";
import type { RouteHistory } from "./player-history";

/** Something that happened, as JSON: what does not belong to its kind is left out. */
type EventJson = z.infer<typeof answer>["days"][number]["happenings"][number];

/** Some days of a player's history as JSON: dates in ISO 8601, games with their current titles. */
export function historyJson(
  { games }: Player,
  { history, isKept }: RouteHistory,
  { from, to }: HistoryRange,
): z.infer<typeof answer> {
  const titles = new Map(games.map(({ id, title }) => [id, title]));
  return {
    isKept,
    startedAt: history.startedAt === null ? null : isoDate(history.startedAt),
    from,
    to,
    unreadable: history.unreadable,
    days: history.days.map((record) => dayJson(record, titles)),
  };
}

function dayJson(record: DayRecord, titles: ReadonlyMap<number, string>) {
  const gained = pointsGained(record);
  return {
    day: record.day,
    since: isoDate(record.since),
    checkedAt: isoDate(record.checkedAt),
    startsAnew: record.startsAnew,
    happenings: eventsOf(record).map((event) => eventJson(event, titles)),
    gained: {
      points: gained.hardcore,
      casualPoints: gained.casual,
      retroPoints: gained.retro,
    },
    totals: record.totals,
  };
}

function eventJson(event: HistoryEvent, titles: ReadonlyMap<number, string>): EventJson {
  const { kind } = event;
  const game = (id: number) => ({ gameId: id, title: titles.get(id) ?? null });
  switch (event.kind) {
    case "award": {
      const { id, award, raisedFrom, at } = event;
      const awardDate = at === null ? null : isoDate(at * 1000);
      return { kind, ...game(id), award, raisedFrom, awardDate };
    }
    case "achievements": {
      const { hardcore, casual } = event;
      const games = event.games.map(({ id, ...won }) => ({ ...game(id), ...won }));
      return { kind, hardcore, casual, games };
    }
    case "revised": {
      const { id, from, to, broken, won } = event;
      const sizes = { maxPossibleBefore: from, maxPossible: to };
      return { kind, ...game(id), ...sizes, brokenAward: broken, won };
    }
    case "whole-again":
      return { kind, ...game(event.id), award: event.award };
    case "reset": {
      const { id, lost, lostHardcore, award } = event;
      return { kind, ...game(id), lost, lostHardcore, award };
    }
    case "gone":
      return { kind, gameId: event.id, title: event.title ?? titles.get(event.id) ?? null };
    case "renamed":
      return { kind, nameBefore: event.from, name: event.to };
    default:
      return { kind, ...game(event.id) };
  }
}

const isoDate = (epochMilliseconds: number) => new Date(epochMilliseconds).toISOString();
