import { z } from "zod";
import { COMPARE_QUERY } from "@/lib/compare/compare-query";
import { MOST_PLAYERS } from "@/lib/compare/who";
import { schemasOf } from "./list-parameters";
import type { InvalidField, Parsed } from "./problem";

const USER = "(?:[0-9A-Za-z]{2,20}|[0-9A-Za-z]{26})";
const users = z.string().regex(new RegExp(`^${USER}(?:,${USER}){1,${MOST_PLAYERS - 1}}$`));

/** The schemas of the parameters of a comparison. */
export const compareParameters = { users, ...schemasOf(COMPARE_QUERY) };

/** Reads which players a comparison is of, as they were typed. */
export function readUsers(parameters: URLSearchParams): Parsed<string[]> {
  const given = users.safeParse(parameters.get("users")?.replaceAll(" ", ""));
  if (given.success) return { query: given.data.split(",") };
  const reason = `must be 2 to ${MOST_PLAYERS} players, by user name or ULID, with commas between`;
  return { errors: [{ name: "users", reason }] };
}

/** What is wrong if all users are the same player. */
export const SAME_PLAYER: InvalidField = {
  name: "users",
  reason: "must be different players: these are all the same one",
};
