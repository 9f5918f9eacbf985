import { z } from "zod";
import type { InvalidField } from "./problem";

/** Which part of the list is asked for. */
export interface PageParameters {
  /** 1–500. */
  count: number;
  /** 0 or more. */
  offset: number;
}

/** An integer as a URL has it, from `least` to `most`. */
const integer = (least: number, most: number) =>
  z
    .string()
    .regex(/^[+-]?\d+$/, "must be an integer")
    .transform(Number)
    .pipe(
      z
        .number()
        .int("must be an integer")
        .min(least, `must be at least ${least}`)
        .max(most, `must not be greater than ${most}`),
    );

/** Count and offset as RA's API takes them. The messages say what is wrong, to follow a name. */
export const pageParameters = {
  count: integer(1, 500).default(100),
  offset: integer(0, Number.MAX_SAFE_INTEGER).default(0),
};

/**
 * Reads count and offset as RA's API does: 1–500, by default 100; 0 or more, by default 0. Each can
 * have several names, of which the first that is given counts.
 */
export function parsePageParameters(
  parameters: URLSearchParams,
  names: { count: string[]; offset: string[] },
): { page: PageParameters; errors: InvalidField[] } {
  const errors: InvalidField[] = [];
  const read = (part: keyof PageParameters): number => {
    const schema = pageParameters[part];
    const name = names[part].find((alias) => parameters.get(alias));
    const parsed = schema.safeParse(name === undefined ? undefined : parameters.get(name));
    if (parsed.success) return parsed.data;
    // What stands first is what is wrong with it as it was typed.
    errors.push({ name: name ?? part, reason: parsed.error.issues[0]?.message ?? "is invalid" });
    return schema.parse(undefined);
  };
  return { page: { count: read("count"), offset: read("offset") }, errors };
}
