import { z } from "zod";
import { oncePer } from "./once";

/** A JSON Schema, or a part of one. */
export type JsonSchema = { [key: string]: unknown };

/** The JSON Schema of a parameter: of its number, or of its text in the URL. */
export const parameterSchema = oncePer((schema: z.ZodType): JsonSchema => {
  const read = z.toJSONSchema(schema, { io: "output", unrepresentable: "any" });
  const typed = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  const { default: _, ...plain } = plainSchema(read.type === "integer" ? read : typed);
  const text = defaultText(schema);
  if (text === "") return plain;
  return { ...plain, default: plain.type === "integer" ? Number(text) : text };
});

/** All values of a parameter if they are listed; otherwise empty. */
export function valuesOf(schema: z.ZodType): string[] {
  const { enum: values } = parameterSchema(schema);
  return Array.isArray(values) ? values.map(String) : [];
}

/** A parameter's default as text in a URL; empty without one. */
export function defaultText(schema: z.ZodType): string {
  const parsed = schema.safeParse(undefined);
  const value: unknown = parsed.success ? parsed.data : undefined;
  if (typeof value === "boolean") return value ? "1" : "0";
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

/**
 * A schema without noise: the bounds of all numbers, and the pattern of a date that has a format. A tuple gets `items` and
 * its length, because many tools expect items of every array.
 */
export function plainSchema(schema: unknown): JsonSchema {
  return plain(schema) as JsonSchema;
}

const SAYS_NOTHING: readonly unknown[] = [Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER];

function plain(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(plain);
  if (typeof part !== "object" || part === null) return part;
  const isDate = "format" in part && part.format === "date-time";
  const plainPart = Object.fromEntries(
    Object.entries(part)
      .filter(([key, value]) => {
        if (key === "$schema" || key === "$id") return false;
        if (key === "pattern" && isDate) return false;
        return !SAYS_NOTHING.includes(value);
      })
      .map(([key, value]) => [key, plain(value)]),
  );
  const { prefixItems: places } = plainPart;
  if (!Array.isArray(places)) return plainPart;
  const { length } = places;
  return { ...plainPart, items: { anyOf: places }, minItems: length, maxItems: length };
}
