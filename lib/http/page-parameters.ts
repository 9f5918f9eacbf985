import { z } from "zod";
import type { InvalidField } from "./problem";

/** The requested part of the list. */
export interface PageParameters {
  /** 1–500. */
  count: number;
  /** 0 or more. */
  offset: number;
}

/** An integer parameter from `least` to `most`. */
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

/** Count and offset with the bounds of RA's API. Messages follow the parameter's name. */
export const pageParameters = {
  count: integer(1, 500).default(100),
  offset: integer(0, Number.MAX_SAFE_INTEGER).default(0),
};

/**
 * Parses count (1–500, default 100) and offset (0 or more, default 0) as RA's API does. Each can have several names:
 * the first one present counts.
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
    // The first issue is the one about the text as typed.
    errors.push({ name: name ?? part, reason: parsed.error.issues[0]?.message ?? "is invalid" });
    return schema.parse(undefined);
  };
  return { page: { count: read("count"), offset: read("offset") }, errors };
}
