import { z } from "zod";
import type { LIST_PARAMETERS } from "@/lib/progress/list-query";
import { parsePeriod } from "@/lib/progress/period";
import { SORTS, type Sort } from "@/lib/progress/sorts";
import { STATUS_FILTERS, type Status } from "@/lib/progress/status";
import type { InvalidField } from "./problem";

type ListParameter = (typeof LIST_PARAMETERS)[number];

const PERIOD =
  "must be a year, a month, a day, or two of them and all between: 2024, 2024-03, 2024-03-05, 2024-03..2024-08";
const period = z
  .string()
  .regex(/^\d{4}(?:-\d\d){0,2}(?:\.\.\d{4}(?:-\d\d){0,2})?$/, PERIOD)
  .refine((text) => parsePeriod(text) !== null, PERIOD)
  .optional();

/**
 * The parameters of the list of games, as a URL has them. The browser reads them without zod
 * (`lib/progress/list-query.ts`); a test holds that both take the same. Messages follow a name.
 */
export const listParameters = {
  status: z.enum(STATUS_FILTERS.map(({ value }): Status => value)).default("all"),
  system: z
    .string()
    .regex(
      /^(?:all|\d{1,6})$/,
      "must be all, or the number of a system as RetroAchievements has it: 7 is NES",
    )
    .default("all"),
  sort: z.enum(SORTS.map(({ value }): Sort => value)).default("unlock_date"),
  q: z.string().default(""),
  awarded: period,
  active: period,
  page: z
    .string()
    .regex(/^[1-9]\d{0,5}$/, "must be a whole number from 1 to 999999")
    .transform(Number)
    .pipe(z.number().int().min(1).max(999_999))
    .default(1),
  shelf: z
    .string()
    .regex(/^\d{1,7}(?:,\d{1,7}){0,11}$/, "must be 1 to 12 ids of games, with commas between")
    .optional(),
} satisfies Record<ListParameter, z.ZodType>;

/** What a parameter of the list takes, for one that was given another value. */
export function invalidListParameter(name: string): InvalidField {
  return invalidParameter(listParameters, name);
}

/** What one of some parameters takes, for one that was given another value. */
export function invalidParameter(
  schemas: Readonly<Record<string, z.ZodType>>,
  name: string,
): InvalidField {
  const schema = schemas[name];
  const allowed = schema && allowedValues(schema);
  if (allowed) return { name, reason: `must be one of ${allowed.join(", ")}`, allowed };
  // No value of any of them is the empty text but once it was left out.
  const [issue] = schema?.safeParse(" ").error?.issues ?? [];
  return { name, reason: issue?.message ?? "has no such value" };
}

/** All values that a parameter takes, if it has a list of them. */
export function allowedValues(schema: z.ZodType): string[] | undefined {
  const { enum: values } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  return values?.map(String);
}
