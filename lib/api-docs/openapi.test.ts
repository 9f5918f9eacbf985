import { Validator } from "@seriousme/openapi-schema-validator";
import { type RulesetDefinition, Spectral } from "@stoplight/spectral-core";
import { oas } from "@stoplight/spectral-rulesets";
import { expect, test } from "vitest";
import { commonOptions } from "@/lib/cards/options";
import { listParameters } from "@/lib/http/list-parameters";
import { pageParameters } from "@/lib/http/page-parameters";
import { defaultText, type JsonSchema, parameterSchema, valuesOf } from "./json-schema";
import { openApiDocument } from "./openapi";
import { API_ROUTES } from "./routes";

type Responses = Record<string, { headers?: object }>;

const document = openApiDocument(API_ROUTES, { version: "1.2.3", site: "" });

test("the document is valid OpenAPI 3.1, and every reference in it leads somewhere", async () => {
  const validator = new Validator();
  const { valid, errors } = await validator.validate({ ...structuredClone(document) });
  expect(errors).toBeUndefined();
  expect(valid).toBe(true);
  expect(validator.version).toBe("3.1");
  const schemas = document.components.schemas as Record<string, unknown>;
  const text = JSON.stringify(document);
  const references = [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)];
  expect(references.length).toBeGreaterThan(20);
  for (const [, name = ""] of references) expect(schemas).toHaveProperty(name);
  expect(text).not.toMatch(/"\$(?:id|schema)"|9007199254740991/);
});

test("Spectral finds nothing but the missing contact", async () => {
  const spectral = new Spectral();
  spectral.setRuleset({ extends: [oas as RulesetDefinition] });
  const findings = (of: object) => spectral.run(JSON.stringify(of));
  expect((await findings(document)).map(({ code }) => code)).toEqual(["info-contact"]);
  const { tags: _, ...untagged } = document;
  expect((await findings(untagged)).map(({ code }) => code)).toContain("operation-tag-defined");
});

test("the linter would say so if it were not", async () => {
  const broken = { ...structuredClone(document), paths: { "no-slash": {} } };
  expect((await new Validator().validate(broken)).valid).toBe(false);
});

test("operations have ids of their own", () => {
  const ids = Object.values(document.paths).flatMap((methods) =>
    Object.values(methods).map(({ operationId }) => operationId),
  );
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toContain("drop-in-by-post");
  // What is called as a browser's own global would hide it.
  for (const global of ["history", "location", "name", "status", "top"]) {
    expect(ids).not.toContain(global);
  }
});

test("what can be posted as a form is a request body, and required nowhere", () => {
  const { get, post } = document.paths["/API/API_GetUserCompletionProgress.php"] ?? {};
  const required = (of: JsonSchema = {}) =>
    (of.parameters as JsonSchema[]).filter((each) => each.required).map(({ name }) => name);
  expect(required(get)).toEqual(["u"]);
  expect(required(post)).toEqual([]);
  expect(get).not.toHaveProperty("requestBody");
  expect(post?.requestBody).toMatchObject({
    required: false,
    content: {
      "application/x-www-form-urlencoded": {
        schema: { type: "object", properties: { u: {}, c: { maximum: 500 }, o: {} } },
      },
    },
  });
});

test("the server is the site's address, or where the document is", () => {
  expect(document.servers).toEqual([{ url: "/" }]);
  const site = "https://longplay.example";
  expect(openApiDocument([], { version: "1.2.3", site }).servers).toEqual([{ url: site }]);
});

test("a colour of a card has the schema that both cases match", () => {
  const { pattern } = parameterSchema(commonOptions.ink);
  expect("#A0B1C2").toMatch(new RegExp(String(pattern)));
  expect("a0b1c2").toMatch(new RegExp(String(pattern)));
});

test("a parameter has the schema and the default that its route reads it with", () => {
  expect(parameterSchema(pageParameters.count)).toEqual({
    type: "integer",
    minimum: 1,
    maximum: 500,
    default: 100,
  });
  expect(parameterSchema(listParameters.sort)).toMatchObject({
    enum: expect.arrayContaining(["-pct_won"]),
    default: "unlock_date",
  });
  expect(parameterSchema(commonOptions.border)).toMatchObject({ enum: ["0", "1"], default: "1" });
  expect(parameterSchema(commonOptions.bg)).toHaveProperty("anyOf");
  expect(valuesOf(commonOptions.border)).toEqual(["0", "1"]);
  expect(valuesOf(commonOptions.radius)).toEqual([]);
  expect(defaultText(commonOptions.hide)).toBe("");
  expect(defaultText(commonOptions.radius)).toBe("12");
});

/** A parameter of an operation, as the document has it. */
function parameterOf(path: string, name: string): JsonSchema {
  const parameters = document.paths[path]?.get?.parameters as JsonSchema[];
  return parameters.find((each) => each.name === name) ?? {};
}

test("the fallbacks of bad values of a badge and oEmbed are described", () => {
  expect(parameterOf("/user/{user}/badge.json", "show").description).toMatch(/counts as mastered/);
  expect(parameterOf("/user/{user}/badge.json", "locale")).toMatchObject({
    description: expect.stringMatching(/counts as en/),
    schema: { type: "string", default: "en" },
  });
  expect(parameterOf("/api/oembed", "maxwidth").description).toMatch(/such as 0, is ignored/);
});

test("only metrics and the cron need a token", () => {
  const secured = Object.entries(document.paths).filter(([, { get }]) => get?.security);
  expect(secured.map(([path]) => path)).toEqual(["/api/metrics", "/api/cron/watch"]);
  expect(document.paths["/api/metrics"]?.get?.security).toEqual([{ bearer: [] }]);
  expect(document.components.securitySchemes).toEqual({
    bearer: { type: "http", scheme: "bearer" },
  });
});

test.each([
  ["/api/v1/users/{user}/summary", "get", ["ETag", "Cache-Status"]],
  ["/API/API_GetUserCompletionProgress.php", "get", ["ETag", "Cache-Status"]],
  ["/API/API_GetUserCompletionProgress.php", "post", ["Cache-Status"]],
  ["/api/openapi.json", "get", ["ETag"]],
  ["/api/health", "get", []],
  ["/api/metrics", "get", []],
  ["/api/cron/watch", "get", []],
])("the headers of %s by %s are those that it sends", (path, method, names) => {
  const answers = document.paths[path]?.[method]?.responses as Record<string, JsonSchema>;
  expect(Object.keys(answers["200"]?.headers as JsonSchema)).toEqual(names);
});

test("Retry-After is documented for every status that is sent with it, and for no other", () => {
  const seen = new Set<string>();
  for (const operation of Object.values(document.paths).flatMap(Object.values)) {
    for (const [status, { headers = {} }] of Object.entries(operation.responses as Responses)) {
      seen.add(status);
      const isSent = ["429", "502", "503", "504"].includes(status);
      expect("Retry-After" in headers, `${operation.operationId} ${status}`).toBe(isSent);
    }
  }
  expect([...seen]).toEqual(expect.arrayContaining(["200", "404", "429", "502", "503", "504"]));
});
