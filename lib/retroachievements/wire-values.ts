import { z } from "zod";
import { LIMITS } from "@/lib/limits";

/** RA sends some numbers as numeric strings. */
export const number = z.union([
  z.number(),
  z
    .string()
    .regex(/^-?\d+(\.\d+)?$/)
    .transform(Number),
]);
/** The largest unsigned integer of RA's database. */
const LARGEST = 4_294_967_295;
/** A count or an id. */
export const count = number.pipe(z.number().int().nonnegative().max(LARGEST));

/** RA's counts can be null while nothing was counted yet, as for a game that was just launched. */
export const countOrNull = count.nullable().transform((value) => value ?? 0);

/** Control characters, lone surrogates, and marks that change the text direction. */
const NOT_TEXT = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu;

/** A bounded text without unprintable characters. */
export const text = z
  .string()
  .transform((value) => value.slice(0, LIMITS.textLength).replace(NOT_TEXT, ""));

/** A text in one line: control characters count as space. */
export const line = z
  .string()
  .transform((value) => value.replace(/[\s\p{Cc}]+/gu, " "))
  .pipe(text)
  .transform((value) => value.trim());

/** The range of plausible dates of play, in epoch seconds. */
const FIRST_DATE = Date.UTC(2000, 0) / 1000;
const LAST_DATE = Date.UTC(2100, 0) / 1000;

/** ISO 8601 with an offset, to epoch seconds. */
const date = z.iso
  .datetime({ offset: true })
  .transform((value) => Math.floor(Date.parse(value) / 1000));

const isPlausible = (at: number) => at >= FIRST_DATE && at < LAST_DATE;

/** When something was won. Charts have every month from the first award on, so implausible dates count as invalid. */
export const dateOfPlay = date.refine(isPlausible);

/** `2021-01-31 12:00:00`, or the same in ISO 8601, with or without an offset; without one in UTC. To epoch seconds. */
export const dateOfDatabase = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d[ T]\d/)
  .transform((value) => value.replace(" ", "T"))
  .transform((value) => (/(Z|[+-]\d\d:?\d\d)$/.test(value) ? value : `${value}Z`))
  .pipe(date);

/** {@link dateOfPlay}, spelled as {@link dateOfDatabase}. */
export const dateOfUnlock = dateOfDatabase.refine(isPlausible);

/** Of a value that may be null, missing or unreadable: null then. */
const orNull = <Value extends z.ZodType>(value: Value) =>
  value
    .nullish()
    .catch(null)
    .transform((known) => known ?? null);

/** A count, or null where RA sends none. */
export const knownCount = orNull(count);

/** {@link dateOfPlay}, or null where RA sends none. */
export const knownDate = orNull(dateOfPlay);

/** A length of time in whole seconds; null where RA sends none, or 0, which says that it is not known. */
export const knownSeconds = orNull(number.pipe(z.number().nonnegative().max(LARGEST))).transform(
  (seconds) => (seconds === null ? null : Math.round(seconds) || null),
);

/** The same in whole minutes, at least one. */
export const knownMinutes = knownSeconds.transform((seconds) =>
  seconds === null ? null : Math.max(1, Math.round(seconds / 60)),
);

/** RA's placeholder badge. */
const NO_BADGE = "00000";

/** The name of a badge's image. Anything else could lead a browser to another path. */
export const badgeName = z
  .string()
  .regex(/^\d{1,9}$/)
  .catch(NO_BADGE);
