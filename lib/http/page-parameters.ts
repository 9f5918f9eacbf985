import type { InvalidField } from "./problem";

/** Which part of the list is asked for. */
export interface PageParameters {
  /** 1–500. */
  count: number;
  /** 0 or more. */
  offset: number;
}

const DEFAULT_COUNT = 100;
const MAX_COUNT = 500;

/**
 * Reads count and offset as RA's API does: 1–500, by default 100; 0 or more, by default 0. Each can
 * have several names, of which the first that is given counts.
 */
export function parsePageParameters(
  parameters: URLSearchParams,
  names: { count: string[]; offset: string[] },
): { page: PageParameters; errors: InvalidField[] } {
  const errors: InvalidField[] = [];
  const read = (aliases: string[], fallback: number, min: number, max: number) => {
    const name = aliases.find((alias) => parameters.get(alias));
    if (name === undefined) return fallback;
    const text = parameters.get(name) ?? "";
    const value = Number(text);
    if (!/^[+-]?\d+$/.test(text) || !Number.isSafeInteger(value)) {
      errors.push({ name, reason: "must be an integer" });
    } else if (value < min) {
      errors.push({ name, reason: `must be at least ${min}` });
    } else if (value > max) {
      errors.push({ name, reason: `must not be greater than ${max}` });
    }
    return value;
  };
  const count = read(names.count, DEFAULT_COUNT, 1, MAX_COUNT);
  const offset = read(names.offset, 0, 0, Number.MAX_SAFE_INTEGER);
  return { page: { count, offset }, errors };
}
