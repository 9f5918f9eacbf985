import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import config from "@/next.config.mjs";
import { CACHE_TIMES } from "./cache-times";

const rows = Object.values(CACHE_TIMES).map(
  ({ seconds, where, what }) => `| ${seconds} | ${where.join(", ")} | ${what} |`,
);

test("docs/architecture.md lists all cache times", () => {
  const docs = readFileSync(new URL("../docs/architecture.md", import.meta.url), "utf8");
  const [, table = ""] = docs.split("| seconds | where | what |\n| --: | --- | --- |\n");
  expect(table.split("\n\n")[0]?.trim().split("\n")).toEqual(rows);
});

test("next.config.mjs, which cannot import them, has the time of a preflight answer", async () => {
  const rules = (await config.headers?.()) ?? [];
  const times = rules
    .flatMap(({ headers }) => headers)
    .filter(({ key }) => key === "Access-Control-Max-Age");
  expect(new Set(times.map(({ value }) => value))).toEqual(
    new Set([String(CACHE_TIMES.preflight.seconds)]),
  );
});
