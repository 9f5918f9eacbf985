import { z } from "zod";

/**
 * Regular expressions of the texts that an option of a card takes; one has to match. So the browser need not load
 * the options themselves.
 */
export function optionPatterns(option: z.ZodType): string[] {
  return patternsOf(z.toJSONSchema(option, { io: "input" }));
}

function patternsOf(schema: z.core.JSONSchema._JSONSchema): string[] {
  if (typeof schema === "boolean") return [];
  const own = [...(schema.enum ?? []), ...(schema.const === undefined ? [] : [schema.const])];
  return [
    ...(schema.pattern === undefined ? [] : [schema.pattern]),
    ...own.map((text) => `^${text}$`),
    ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap(patternsOf),
  ];
}
