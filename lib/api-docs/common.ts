import { z } from "zod";
import { isUser } from "@/lib/domain/user";
import { listParameters } from "@/lib/http/list-parameters";
import { LOAD_PROBLEMS, type ProblemCode } from "@/lib/http/problems";
import { SORTS } from "@/lib/progress/sort";
import { STATUS_FILTERS } from "@/lib/progress/status";
import type { ApiAnswer, ApiParameter } from "./route";

/** A user as a URL has it. */
export const userSchema = z
  .string()
  .regex(/^(?:[0-9A-Za-z]{2,20}|[0-9A-Za-z]{26})$/)
  .refine(isUser);

/** A parameter of the query; it can be left out, unless `more` says otherwise. */
export function query(
  name: string,
  schema: z.ZodType,
  about: string,
  more: Pick<ApiParameter, "isRequired" | "meanings"> = {},
): ApiParameter {
  return { name, in: "query", schema, about, ...more };
}

/** The player, in the path. */
export const USER: ApiParameter = {
  name: "user",
  in: "path",
  schema: userSchema,
  isRequired: true,
  about: "A user name in any case, or a ULID, which survives a change of name",
};

/** What each parameter of the list of games is for. */
export const ABOUT_LIST: Readonly<Record<keyof typeof listParameters, string>> = {
  status: "Keeps games by their award or progress; counts do not follow it",
  system:
    "Keeps one system's games, by RetroAchievements' number of it. Events, 101, are left out of all others",
  sort: "Their order; a minus turns one around",
  q: "Words of the title, in any order and without accents, numerals also by number: 7 finds VII; only the first 100 characters count",
  awarded: "Keeps games whose award was given then: 2024, 2024-03, 2024-03-05, 2024-03..2024-08",
  active: "Keeps games whose award or newest unlock was then; written as in awarded",
  page: "A page has 100 games. A page beyond the last is the last one",
};

/** The parameters of the list of games that a route takes. */
export function listQuery(...names: (keyof typeof listParameters)[]): ApiParameter[] {
  return names.map((name) => query(name, listParameters[name], ABOUT_LIST[name]));
}

/** What values mean, by value. */
export const meaningsOf = (values: readonly { value: string; label: string }[]) => ({
  meanings: Object.fromEntries(values.map(({ value, label }) => [value, label])),
});
const MEANINGS: { [Name in keyof typeof listParameters]?: Pick<ApiParameter, "meanings"> } = {
  status: meaningsOf(STATUS_FILTERS),
  sort: meaningsOf(SORTS),
};

/** The same, with what the values mean that do not say it. */
export function explained(parameters: ApiParameter[]): ApiParameter[] {
  return parameters.map((each) => ({ ...each, ...MEANINGS[each.name as keyof typeof MEANINGS] }));
}

/** What every route about a player can fail with. */
export const PLAYER_PROBLEMS: readonly ProblemCode[] = [
  "malformed-address",
  "invalid-parameters",
  ...LOAD_PROBLEMS,
];

/** The answer to an `If-None-Match` with the current entity tag. */
export const NOT_MODIFIED: Readonly<Record<number, ApiAnswer>> = {
  304: { about: "You have it already, as your If-None-Match says", types: [], by: "get" },
};

/** JSON with status 200, or that the caller has it. */
export function jsonAnswers(about: string, schema: z.ZodType): Record<number, ApiAnswer> {
  return { 200: { about, types: ["application/json"], schema }, ...NOT_MODIFIED };
}
