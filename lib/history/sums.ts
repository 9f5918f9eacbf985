import type { AwardKind } from "@/lib/domain/player";
import { formatNumber } from "@/lib/format";
import type { HistoryEvent } from "./events";

/** Numbers of events in a period. */
export type Sums = typeof NO_SUMS;

/** No events. */
export const NO_SUMS = {
  /** In any mode. */
  achievements: 0,
  mastered: 0,
  completed: 0,
  /** In any mode. */
  beaten: 0,
  begun: 0,
  revised: 0,
};

const OF_AWARD: Record<AwardKind, keyof Sums> = {
  mastered: "mastered",
  completed: "completed",
  "beaten-hardcore": "beaten",
  "beaten-softcore": "beaten",
};

/** Counts events. */
export function sumsOf(events: readonly HistoryEvent[]): Sums {
  const sums = { ...NO_SUMS };
  for (const event of events) {
    if (event.kind === "achievements") {
      sums.achievements += event.hardcore + event.casual;
    } else if (event.kind === "award") {
      sums[OF_AWARD[event.award]]++;
    } else if (event.kind === "begun" || event.kind === "revised") {
      sums[event.kind]++;
    }
  }
  return sums;
}

/** The sums of two periods together. */
export function addSums(one: Sums, other: Sums): Sums {
  return mapSums((key) => one[key] + other[key]);
}

/** The sums of a period without a part of it, at least 0 each. */
export function subtractSums(one: Sums, part: Sums): Sums {
  return mapSums((key) => Math.max(0, one[key] - part[key]));
}

/** Sums in words, without those that are 0: `14 achievements`, `1 mastery`. */
export function sumsInWords(sums: Sums): string[] {
  const words = (key: keyof Sums, one: string, many: string) =>
    sums[key] === 0 ? [] : [`${formatNumber(sums[key])} ${sums[key] === 1 ? one : many}`];
  return [
    ...words("achievements", "achievement", "achievements"),
    ...words("mastered", "mastery", "masteries"),
    ...words("completed", "completion", "completions"),
    ...words("beaten", "game beaten", "games beaten"),
    ...words("begun", "game started", "games started"),
    ...words("revised", "set revised", "sets revised"),
  ];
}

function mapSums(of: (key: keyof Sums) => number): Sums {
  const sums = { ...NO_SUMS };
  for (const key of Object.keys(sums) as (keyof Sums)[]) sums[key] = of(key);
  return sums;
}
