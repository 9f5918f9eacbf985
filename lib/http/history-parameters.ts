import { z } from "zod";
import { dayAfter, daysBetween, utcDayOf } from "@/lib/domain/days";
import { LIMITS } from "@/lib/limits";
import type { HistoryRange } from "@/lib/players/load-history";
import type { InvalidField, Parsed } from "./problem";

/** Days in a response without parameters. */
const DEFAULT_DAYS = 30;

const day = z.iso.date().optional();

/** The parameters of a history. */
export const historyParameters = { from: day, to: day };

/**
 * Reads the requested days of a history, first and last included. The last day defaults to today, the first to 30 days;
 * {@link LIMITS.historyDaysAsked} are the maximum.
 *
 * @param now epoch milliseconds
 */
export function readHistoryRange(
  parameters: URLSearchParams,
  now: number = Date.now(),
): Parsed<HistoryRange> {
  const given: Partial<HistoryRange> = {};
  const errors: InvalidField[] = [];
  for (const name of ["from", "to"] as const) {
    const text = parameters.get(name) || undefined;
    if (!day.safeParse(text).success) {
      errors.push({ name, reason: "must be a day, such as 2026-11-23" });
    } else if (text !== undefined) given[name] = text;
  }
  if (errors.length > 0) return { errors };
  const to = given.to ?? utcDayOf(now);
  const from = given.from ?? dayAfter(to, 1 - DEFAULT_DAYS);
  const days = daysBetween(from, to) + 1;
  if (days < 1) return { errors: [{ name: "from", reason: `must not be after ${to}` }] };
  const most = LIMITS.historyDaysAsked;
  if (days <= most) return { query: { from, to } };
  const first = dayAfter(to, 1 - most);
  const reason = `must not be before ${first}: at most ${most} days are told at once`;
  return { errors: [{ name: "from", reason }] };
}
