import { z } from "zod";
import { DAY_MS, utcDayOf } from "@/lib/domain/days";
import { canonicalZone, zoneOfQuery } from "@/lib/domain/time-zones";
import { localDays } from "@/lib/domain/zone-days";
import { integer } from "./page-parameters";
import type { InvalidField, Parsed } from "./problem";

/** A day, by the clocks of a time zone. */
interface ZoneDayQuery {
  /** `2026-11-23`. */
  day: string;
  /** A canonical name. */
  zone: string;
}

/** A page of the unlocks of a UTC year, or of a day. */
export interface UnlocksQuery {
  /** Of the day, if there is one. */
  year: number;
  ofDay?: ZoneDayQuery;
  /** From 1. */
  page: number;
}

/** A year's days, by the clocks of a time zone. */
export interface DaysQuery {
  year: number;
  /** A canonical name. */
  zone: string;
}

/** The parameters of routes about unlocks. */
export const unlockParameters = {
  year: z
    .string()
    .regex(/^[1-9]\d{3}$/, "must be a year of four digits: 2024")
    .optional(),
  day: z.iso.date("must be a day, such as 2026-11-23").optional(),
  page: integer(1, 999_999).default(1),
  tz: z
    .string()
    .refine((text) => canonicalZone(text) === text, {
      error: ({ input }) => reasonOf(canonicalZone(String(input))),
    })
    .default("UTC"),
};

/** Reads a year or a day, and the page. @param now epoch milliseconds, whose UTC year is the default */
export function readUnlocksQuery(
  parameters: URLSearchParams,
  now: number = Date.now(),
): Parsed<UnlocksQuery> {
  const { read, errors } = readerOf(parameters);
  const [year, day, zone, page] = [read("year"), read("day"), read("tz"), read("page")];
  if (parameters.get("day") && parameters.get("year")) {
    errors.push({ name: "day", reason: "cannot be combined with year" });
  }
  if (errors.length > 0) return { errors };
  if (day === undefined) return { query: { year: yearOf(year, "UTC", now), page } };
  return { query: { year: Number(day.slice(0, 4)), ofDay: { day, zone }, page } };
}

/** Reads year and time zone. @param now epoch milliseconds, whose year in the zone is the default */
export function readDaysQuery(
  parameters: URLSearchParams,
  now: number = Date.now(),
): Parsed<DaysQuery> {
  const { read, errors } = readerOf(parameters);
  const [year, zone] = [read("year"), read("tz")];
  return errors.length > 0 ? { errors } : { query: { year: yearOf(year, zone, now), zone } };
}

/** Reads the time zone. */
export function readZone(parameters: URLSearchParams): Parsed<Pick<DaysQuery, "zone">> {
  const { read, errors } = readerOf(parameters);
  const zone = read("tz");
  return errors.length > 0 ? { errors } : { query: { zone } };
}

type Parameters = typeof unlockParameters;

/** Reads parameters one by one; those with a bad value have their default, and an error in `errors`. */
function readerOf(given: URLSearchParams) {
  const errors: InvalidField[] = [];
  function read<Name extends keyof Parameters>(name: Name): z.output<Parameters[Name]>;
  function read(name: keyof Parameters): unknown {
    const schema = unlockParameters[name];
    const value = given.get(name) || undefined;
    const text = name === "tz" && value ? zoneOfQuery(value) : value;
    const parsed = schema.safeParse(text);
    if (parsed.success) return parsed.data;
    // The first issue is the one about the text as typed.
    const reason = parsed.error.issues[0]?.message ?? "is invalid";
    const zone = name === "tz" ? canonicalZone(text ?? "") : null;
    errors.push({ name, reason, ...(zone !== null && { allowed: [zone] }) });
    return schema.parse(undefined);
  }
  return { read, errors };
}

function reasonOf(zone: string | null): string {
  return zone === null
    ? "must be a time zone of the IANA database, such as Europe/Berlin"
    : `must be ${zone}, the name that this time zone has today`;
}

function yearOf(text: string | undefined, zone: string, now: number): number {
  const today = localDays(zone)(now / 1000);
  return Number(text ?? utcDayOf(today * DAY_MS).slice(0, 4));
}
