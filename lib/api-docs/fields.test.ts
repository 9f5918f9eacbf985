import { expect, test } from "vitest";
import { z } from "zod";
import { fieldsOf } from "./fields";
import { API_ROUTES } from "./routes";

test("fields are listed with path, type and description", () => {
  const answer = z.object({
    total: z.int().describe("All of them"),
    kind: z.enum(["a", "b"]).nullable(),
    results: z.array(z.object({ title: z.string(), at: z.iso.datetime().nullable() })),
    which: z.union([z.int(), z.literal("latest")]),
  });
  expect(fieldsOf(answer)).toEqual([
    { path: "total", type: "whole number", about: "All of them" },
    { path: "kind", type: "a, b or null", about: "" },
    { path: "results", type: "list", about: "" },
    { path: "results[].title", type: "text", about: "" },
    { path: "results[].at", type: "date and time or null", about: "" },
    { path: "which", type: 'whole number or "latest"', about: "" },
  ]);
});

test("every field of every answer has a type in words", () => {
  for (const { path, answers } of API_ROUTES) {
    const schema = answers[200]?.schema;
    for (const field of schema ? fieldsOf(schema) : []) {
      expect(field.type, `${path} ${field.path}`).not.toBe("");
    }
  }
});
