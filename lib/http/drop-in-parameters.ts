import type { PageParameters } from "./page-parameters";

/** Errors of parameters, in RA's words, by parameter in RA's order. */
export type DropInErrors = Readonly<Record<string, readonly string[]>>;

/** A request to RA's own endpoint. */
export interface DropInQuery {
  user: string;
  page: PageParameters;
}

/** RA's parameters of the endpoint, in the order in which it checks them. */
export const DROP_IN_PARAMETERS = ["u", "o", "c"] as const;

/** A character that Laravel trims (`Str::trim`). */
const TRIMMED = /[\s\0\u200B\u200E]/;
/** What PHP's FILTER_VALIDATE_INT takes: no zero before other digits. */
const PHP_INTEGER = /^(?:[+-]?0|[+-]?[1-9]\d*)$/;
/** What PHP's `is_numeric` takes. */
const PHP_NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;
const PHP_INT_MAX = 2n ** 63n - 1n;

/**
 * Reads the parameters of API_GetUserCompletionProgress as RA does (its `ValidUserIdentifier`, Laravel and PHP): of a
 * repeated one the last counts, values are trimmed, an empty one is its default, and problems are in RA's words.
 */
export function parseDropInParameters(
  parameters: URLSearchParams,
): { query: DropInQuery } | { errors: DropInErrors } {
  const user = lastValue(parameters, "u");
  const offset = lastValue(parameters, "o");
  const count = lastValue(parameters, "c");
  const found = {
    u: userProblems(user),
    o: integerProblems("o", offset, 0),
    c: integerProblems("c", count, 1, 500),
  };
  const wrong = DROP_IN_PARAMETERS.filter((name) => found[name].length > 0);
  if (wrong.length > 0) {
    return { errors: Object.fromEntries(wrong.map((name) => [name, found[name]])) };
  }
  return { query: { user, page: { count: Number(count || 100), offset: Number(offset || 0) } } };
}

/** Laravel's summary: the first problem, and how many others there are. */
export function summarize(errors: DropInErrors): string {
  const [first = "", ...others] = Object.values(errors).flat();
  if (others.length === 0) return first;
  return `${first} (and ${others.length} more ${others.length === 1 ? "error" : "errors"})`;
}

function lastValue(parameters: URLSearchParams, name: string): string {
  return trim(parameters.getAll(name).at(-1) ?? "");
}

/** One pass from each end: one regular expression for both would take quadratic time. */
function trim(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && TRIMMED.test(text.charAt(from))) from++;
  while (to > from && TRIMMED.test(text.charAt(to - 1))) to--;
  return text.slice(from, to);
}

function userProblems(user: string): string[] {
  if (user === "") return ["The u field is required."];
  const characters = [...user].length;
  if (characters === 26) {
    return /^[0-9A-Z]{26}$/i.test(user) ? [] : ["The u must be a valid ULID."];
  }
  if (characters < 2 || characters > 20) {
    return ["The u must be between 2 and 20 characters when providing a username."];
  }
  return /^[0-9A-Za-z]+$/.test(user) ? [] : ["The u may only contain letters and numbers."];
}

function integerProblems(
  name: string,
  value: string,
  least: number,
  most = Number.POSITIVE_INFINITY,
): string[] {
  if (value === "") return [];
  // Laravel compares the length of a text that is not a number.
  const size = PHP_NUMBER.test(value) ? Number(value) : [...value].length;
  return [
    ...(isPhpInteger(value) ? [] : [`The ${name} must be an integer.`]),
    ...(size < least ? [`The ${name} must be at least ${least}.`] : []),
    ...(size > most ? [`The ${name} must not be greater than ${most}.`] : []),
  ];
}

function isPhpInteger(value: string): boolean {
  if (!PHP_INTEGER.test(value)) return false;
  const integer = BigInt(value.replace("+", ""));
  return integer <= PHP_INT_MAX && integer >= -PHP_INT_MAX - 1n;
}
