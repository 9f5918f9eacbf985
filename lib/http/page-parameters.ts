import { z } from "zod";
import type { InvalidField, Parsed } from "./problem";

/** The requested part of the list. */
export interface PageParameters {
  /** 1–500. */
  count: number;
  /** 0 or more. */
  offset: number;
}

/** An integer parameter from `least` to `most`, with messages that follow its name. */
export const integer = (least: number, most: number) =>
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

/** The names of each parameter, this site's and RA's: the first one present counts. */
const NAMES = { count: ["count", "c"], offset: ["offset", "o"] };

/** Reads count (1–500, default 100) and offset (0 or more, default 0) as RA's API does. */
export function readPage(parameters: URLSearchParams): Parsed<PageParameters> {
  const errors: InvalidField[] = [];
  const read = (part: keyof PageParameters): number => {
    const schema = pageParameters[part];
    const name = NAMES[part].find((alias) => parameters.get(alias));
    const parsed = schema.safeParse(name === undefined ? undefined : parameters.get(name));
    if (parsed.success) return parsed.data;
    // The first issue is the one about the text as typed.
    errors.push({ name: name ?? part, reason: parsed.error.issues[0]?.message ?? "is invalid" });
    return schema.parse(undefined);
  };
  const query = { count: read("count"), offset: read("offset") };
  return errors.length === 0 ? { query } : { errors };
}
