import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import type { z } from "zod";
import { isUser } from "@/lib/domain/user";
import { NAMED_SCHEMAS } from "./answers";
import { ownOptions } from "./card-routes";
import { userSchema } from "./common";
import { EXAMPLES } from "./example";
import { API_ROUTES } from "./routes";

test("ids and paths are each a route's own", () => {
  for (const key of ["id", "path"] as const) {
    expect(new Set(API_ROUTES.map((route) => route[key])).size).toBe(API_ROUTES.length);
  }
});

test.each(API_ROUTES)("$path has exactly the path parameters it describes", (route) => {
  const inPath = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  const described = route.parameters.filter((parameter) => parameter.in === "path");
  expect(described.map(({ name }) => name).sort()).toEqual(inPath.sort());
  const names = route.parameters.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

test.each(API_ROUTES)("the example of $path is a request to it, with good values", (route) => {
  const { pathname, searchParams } = new URL(route.example("LampLighter"), "http://site.example");
  const pattern = route.path.replace(/[.]/g, "\\.").replace(/\{\w+\}/g, "[^/]+");
  expect(pathname).toMatch(new RegExp(`^${pattern}$`));
  for (const [name, value] of searchParams) {
    const parameter = route.parameters.find((each) => each.name === name);
    expect(parameter?.schema.safeParse(value).success, name).toBe(true);
  }
});

test.each(API_ROUTES.filter(({ exampleAnswer }) => exampleAnswer !== undefined))(
  "the answer that is shown for $path is one of its kind",
  ({ answers, exampleAnswer }) => {
    const schema = answers[200]?.schema as z.ZodType;
    expect(schema.safeParse(exampleAnswer).error).toBeUndefined();
  },
);

test("the example problem is valid", () => {
  expect(NAMED_SCHEMAS.Problem?.safeParse(EXAMPLES.problem).error).toBeUndefined();
});

test.each(["ab", "a", "a!", "x".repeat(20), "x".repeat(21), "x".repeat(26), ""])(
  "%s is a user here if it is one for the routes",
  (text) => {
    expect(userSchema.safeParse(text).success).toBe(isUser(text));
  },
);

test("every option of every card is described", async () => {
  const { CARDS } = await import("@/lib/cards");
  for (const card of CARDS) {
    for (const { name, about } of ownOptions(card)) {
      expect(about, `${card.name} ${name}`).not.toBe("");
    }
  }
});

/** For this site's own pages, or for unknown addresses. */
const NOT_DESCRIBED = [
  "api/[[...unknown]]",
  "api/retroachievements/[[...unknown]]",
  "api/v1/users/[user]/unlocks/progress",
  "demo-media/[...path]",
  "demo-media/cards/[card]",
  "errors/not-for-routers",
  "find",
];

test("every route handler is described, or only for pages", () => {
  const folders = readdirSync("app", { encoding: "utf8", recursive: true })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith("/route.ts"))
    .map((file) => file.slice(0, -"/route.ts".length));
  const described = API_ROUTES.map(({ path }) =>
    path
      .slice(1)
      .replace("API/API_GetUserCompletionProgress.php", "api/retroachievements/completion-progress")
      .replace(/cards\/.*/, "cards/[card]")
      .replace(/\{(\w+)\}/g, "[$1]"),
  );
  expect([...new Set([...described, ...NOT_DESCRIBED])].sort()).toEqual(folders.sort());
});
