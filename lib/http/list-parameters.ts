import { z } from "zod";
import { LIST_QUERY, type ListQuery } from "@/lib/progress/list-query";
import {
  type Parameter,
  parameterNames,
  parseQuery,
  type QueryParameters,
} from "@/lib/progress/query-parameters";
import type { Parsed } from "./problem";

const PERIOD =
  "must be a year, a month, a day, or two of them and all between: 2024, 2024-03, 2024-03-05, 2024-03..2024-08";

/** What is wrong with another value, to follow the name of a parameter that is no choice. Only the API says it. */
const REASONS: Readonly<Record<string, string>> = {
  system: "must be all, or the number of a system as RetroAchievements has it: 7 is NES",
  q: "",
  awarded: PERIOD,
  active: PERIOD,
  page: "must be a whole number from 1 to 999999",
} satisfies Record<Exclude<keyof ListQuery, "status" | "sort" | "subsets">, string>;

/** Reads a query as {@link parseQuery} does, for an API: a value that its parameter does not take is an error. */
export function readQuery<Query>(
  parameters: QueryParameters<Query>,
  given: URLSearchParams,
): Parsed<Query> {
  const { query, ignored } = parseQuery(parameters, given);
  if (ignored.length === 0) return { query: query };
  const errors = ignored.map(({ name }) => {
    const { takes } = parameters[name as keyof Query];
    if (takes.kind !== "choice") return { name, reason: REASONS[name] ?? "" };
    return { name, reason: `must be one of ${takes.values.join(", ")}`, allowed: takes.values };
  });
  return { errors };
}

/** The schema of each parameter of a query, to describe it. */
export function schemasOf<Query>(
  parameters: QueryParameters<Query>,
): Record<keyof Query & string, z.ZodType> {
  const schemas = parameterNames(parameters).map((name) => [name, schemaOf(parameters[name])]);
  return Object.fromEntries(schemas);
}

function schemaOf<Value>(parameter: Parameter<Value>): z.ZodType {
  const { takes, read } = parameter;
  const initial = parameter.defaultText ?? parameter.default;
  if (takes.kind === "choice") return z.enum(takes.values).default(String(initial));
  const typed = (takes.pattern ? z.string().regex(takes.pattern) : z.string()).refine(
    (text) => read(text) !== undefined,
  );
  if (takes.kind === "text") return typed.default(String(initial));
  return typed
    .transform(Number)
    .pipe(z.int().min(takes.least).max(takes.most))
    .default(Number(initial));
}

/** The schemas of the parameters of the list of games. */
export const listParameters = schemasOf(LIST_QUERY);
