import { z } from "zod";
import { LIST_QUERY } from "@/lib/progress/list-query";
import {
  type Parameter,
  parameterNames,
  parseQuery,
  type QueryParameters,
} from "@/lib/progress/query-parameters";
import type { Parsed } from "./problem";

/** Reads a query as {@link parseQuery} does, for an API: a value that its parameter does not take is an error. */
export function readQuery<Query>(
  parameters: QueryParameters<Query>,
  given: URLSearchParams,
): Parsed<Query> {
  const { query, ignored } = parseQuery(parameters, given);
  if (ignored.length === 0) return { query: query };
  const errors = ignored.map(({ name }) => {
    const { reason, takes } = parameters[name as keyof Query];
    return { name, reason, ...(takes.kind === "choice" && { allowed: takes.values }) };
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
