import { z } from "zod";
import { isUser } from "@/lib/domain/user";
import { listParameters } from "@/lib/http/list-parameters";
import { LOAD_PROBLEMS, type ProblemCode } from "@/lib/http/problems";
import { SORTS } from "@/lib/progress/sorts";
import { STATUS_FILTERS } from "@/lib/progress/status";
import { RARE_PERCENT } from "@/lib/times/rarity";
import type { ApiAnswer, ApiParameter } from "./route";

/** A user in a URL: a name or a ULID. */
export const userSchema = z
  .string()
  .regex(/^(?:[0-9A-Za-z]{2,20}|[0-9A-Za-z]{26})$/)
  .refine(isUser);

/** A parameter of the query: optional, unless `more` says otherwise. */
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
  about: "User name (any case) or ULID. The ULID stays the same if the name changes",
};

/** What each parameter of the list of games is for. */
export const ABOUT_LIST: Readonly<Record<keyof typeof listParameters, string>> = {
  status: `By award or progress. Counts ignore it. A mastery is rare if at most ${RARE_PERCENT}% of the game's hardcore players have it, and the set has not grown since`,
  system: "RetroAchievements' id of a system. Events (101) are left out unless you ask for them",
  sort: "Order of the games. Those whose figure is unknown come last, and so do masteries whose set has grown since for time_to_master (which counts completions) and rarity",
  q: "Words of the title, in any order; 7 also finds VII. The first 100 characters count",
  awarded: "Date of the award: 2024, 2024-03, 2024-03-05 or 2024-03..2024-08",
  active: "Date of the award or the latest unlock, written as in awarded",
  subsets: "0 leaves subsets out of lists and counts",
  page: "100 games each. A number past the end is the last page",
};

/** The parameters of the list of games that a route takes. */
export function listQuery(...names: (keyof typeof listParameters)[]): ApiParameter[] {
  return names.map((name) => query(name, listParameters[name], ABOUT_LIST[name]));
}

/** The meanings of values, by value. */
export const meaningsOf = (values: readonly { value: string; label: string }[]) => ({
  meanings: Object.fromEntries(values.map(({ value, label }) => [value, label])),
});
const MEANINGS: { [Name in keyof typeof listParameters]?: Pick<ApiParameter, "meanings"> } = {
  status: meaningsOf(STATUS_FILTERS),
  sort: meaningsOf(SORTS),
};

/** The same parameters, with the meaning of values that are not obvious. */
export function explained(parameters: ApiParameter[]): ApiParameter[] {
  return parameters.map((each) => ({ ...each, ...MEANINGS[each.name as keyof typeof MEANINGS] }));
}

/** The problems of every route about a player. */
export const PLAYER_PROBLEMS: readonly ProblemCode[] = [
  "malformed-address",
  "invalid-parameters",
  ...LOAD_PROBLEMS,
];

/** The answer to an `If-None-Match` with the current entity tag. */
export const NOT_MODIFIED: Readonly<Record<number, ApiAnswer>> = {
  304: { about: "Not modified: your If-None-Match has the current tag", types: [], by: "get" },
};

/** JSON with status 200, or a 304. */
export function jsonAnswers(about: string, schema: z.ZodType): Record<number, ApiAnswer> {
  return { 200: { about, types: ["application/json"], schema }, ...NOT_MODIFIED };
}
