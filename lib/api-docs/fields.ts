import { z } from "zod";
import { type JsonSchema, plainSchema } from "./json-schema";
import { oncePer } from "./once";

/** One field of an answer. */
export interface Field {
  /** From the answer's root: `results[].title`. */
  path: string;
  /** In words: `whole number`, `text or null`. */
  type: string;
  /** Empty if the name is enough. */
  about: string;
}

const TYPES: Record<string, string> = {
  integer: "whole number",
  number: "number",
  string: "text",
  boolean: "yes or no",
  null: "null",
  array: "list",
  object: "object",
};

/** Every field of a JSON answer, each after its parent. */
export const fieldsOf = oncePer((schema: z.ZodType): readonly Field[] =>
  within(plainSchema(z.toJSONSchema(schema)), ""),
);

function within(schema: JsonSchema, path: string): Field[] {
  const items = schema.items as JsonSchema | undefined;
  if (items && typeof items === "object") return within(items, `${path}[]`);
  const properties = (schema.properties ?? {}) as Record<string, JsonSchema>;
  return Object.entries(properties).flatMap(([name, each]) => {
    const own = path === "" ? name : `${path}.${name}`;
    return [
      { path: own, type: typeOf(each), about: String(each.description ?? "") },
      ...within(each, own),
    ];
  });
}

function typeOf({ type, enum: values, const: only, anyOf, format }: JsonSchema): string {
  if (Array.isArray(anyOf)) return [...new Set(anyOf.map(typeOf))].join(" or ");
  if (only !== undefined) return JSON.stringify(only);
  if (Array.isArray(values)) return values.join(", ");
  if (Array.isArray(type)) return type.map((each) => TYPES[each] ?? each).join(" or ");
  return format === "date-time" ? "date and time" : (TYPES[String(type)] ?? "");
}
