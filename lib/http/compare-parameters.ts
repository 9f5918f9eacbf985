import { z } from "zod";
import {
  type COMPARE_PARAMETERS,
  type CompareQuery,
  parseCompareQuery,
} from "@/lib/compare/compare-query";
import { COMPARE_SORTS, type CompareSort } from "@/lib/compare/compare-sort";
import { MOST_PLAYERS, type Who, whoFilters } from "@/lib/compare/who";
import { invalidParameter, listParameters } from "./list-parameters";
import type { InvalidField } from "./problem";

const USER = "(?:[0-9A-Za-z]{2,20}|[0-9A-Za-z]{26})";

/** The filters by who plays a game and who is ahead in it, between so many players. */
function whoValues(players: number): Who[] {
  return whoFilters(Array.from({ length: players }, () => "")).map(({ value }) => value);
}

/**
 * The parameters of a comparison, as a URL has them; the last five are read by `lib/compare/compare-query.ts`, and a
 * test holds that both take the same. Messages follow a name.
 */
export const compareParameters = {
  users: z
    .string()
    .regex(
      new RegExp(`^${USER}(?:,${USER}){1,${MOST_PLAYERS - 1}}$`),
      `must be 2 to ${MOST_PLAYERS} players, by user name or ULID, with commas between`,
    ),
  who: z.enum(whoValues(MOST_PLAYERS)).default("all"),
  system: listParameters.system,
  sort: z.enum(COMPARE_SORTS.map(({ value }): CompareSort => value)).default("latest"),
  q: listParameters.q,
  page: listParameters.page,
} satisfies Record<"users" | (typeof COMPARE_PARAMETERS)[number], z.ZodType>;

/** Whom a comparison is asked for, as they were typed; or what is wrong with that. */
export function readUsers(
  parameters: URLSearchParams,
): { users: string[] } | { errors: InvalidField[] } {
  const users = compareParameters.users.safeParse(parameters.get("users")?.replaceAll(" ", ""));
  return users.success
    ? { users: users.data.split(",") }
    : { errors: [invalidParameter(compareParameters, "users")] };
}

/** What is wrong where all who were asked for are one. */
export const SAME_PLAYER: InvalidField = {
  name: "users",
  reason: "must be different players: these are all the same one",
};

/** Which games of so many players are asked for; or what is wrong with that. */
export function readCompareQuery(
  parameters: URLSearchParams,
  players: number,
): { query: CompareQuery } | { errors: InvalidField[] } {
  const { query, ignored } = parseCompareQuery(parameters, players);
  if (ignored.length === 0) return { query };
  const schemas = { ...compareParameters, who: z.enum(whoValues(players)) };
  return { errors: ignored.map(({ name }) => invalidParameter(schemas, name)) };
}
