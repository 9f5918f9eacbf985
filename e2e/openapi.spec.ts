import { mkdirSync } from "node:fs";
import { pathToFileURL } from "node:url";
import type { TestInfo } from "@playwright/test";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { type Client, type Document, makeClient } from "./api-client/make-client";
import { type Answer, ask } from "./support/ask";
import { expect, test } from "./support/fixtures";
import { refusalExpires, resetLimiter } from "./support/rate-limiter";
import { aWirePlayer } from "./support/wire-player";

interface Operation {
  parameters: { name: string; in: string; required: boolean }[];
  responses: Record<string, { headers: object; content?: Record<string, { schema?: object }> }>;
}

/** The published document, read as a client would, and what of it was seen. */
class Documented {
  readonly #paths: Record<string, Record<string, Operation>>;
  readonly #ajv = new Ajv2020({ strict: false, allErrors: true });
  readonly #seen = new Set<string>();

  constructor(document: { paths: Record<string, Record<string, Operation>> }) {
    this.#paths = document.paths;
    addFormats.default(this.#ajv);
    this.#ajv.addSchema(document, "document");
  }

  /** All operations that can answer with a status. */
  operations(status: number): { path: string; method: string }[] {
    return Object.entries(this.#paths).flatMap(([path, methods]) =>
      Object.entries(methods)
        .filter(([, { responses }]) => status in responses)
        .map(([method]) => ({ path, method })),
    );
  }

  /** Everything that is documented, as `method path status`. */
  all(): string[] {
    return Object.entries(this.#paths).flatMap(([path, methods]) =>
      Object.entries(methods).flatMap(([method, { responses }]) =>
        Object.keys(responses).map((status) => `${method} ${path} ${status}`),
      ),
    );
  }

  /** What was checked so far, in the same form. */
  seen(): string[] {
    return [...this.#seen];
  }

  /** Checks that an answer has a status, a type and a body that the document says. */
  check(path: string, method: string, answer: Answer): void {
    const label = `${method} ${path} ${answer.status}`;
    const documented = this.#paths[path]?.[method]?.responses[answer.status];
    expect(documented, `${label} is documented`).toBeDefined();
    this.#seen.add(label);
    const named = Object.keys(documented?.headers ?? {});
    for (const name of ["ETag", "Cache-Status"]) {
      if (answer.status === 200 || answer.status === 304) {
        expect(answer.headers.has(name), `${label} has ${name}`).toBe(named.includes(name));
      }
    }
    const content = documented?.content;
    if (!content) {
      expect(answer.text, label).toBe("");
      return;
    }
    const [type = ""] = (answer.headers.get("Content-Type") ?? "").split(";");
    expect(Object.keys(content), label).toContain(type);
    if (!content[type]?.schema) return;
    const at = ["paths", path, method, "responses", answer.status, "content", type, "schema"]
      .map((part) => encodeURIComponent(String(part).replaceAll("~", "~0").replaceAll("/", "~1")))
      .join("/");
    const isValid = this.#ajv.compile({ $ref: `document#/${at}` });
    expect(isValid(answer.json()) ? [] : isValid.errors, label).toEqual([]);
  }
}

/** An existing user to compare another with. */
function otherThan(user: string): string {
  return user === "Documented" ? "DocumentedToo" : "Documented";
}

/** The address of a path about a user, with the parameters that it must have. */
function addressOf(path: string, user: string, format = "svg"): string {
  const filled = path
    .replace("{user}", user)
    .replace("{id}", "8")
    .replace("{year}", "2020")
    .replace("{other}", otherThan(user))
    .replace("{format}", format);
  if (path === "/api/v1/compare") return `${filled}?users=${user},${otherThan(user)}`;
  if (path.endsWith(".php")) return `${filled}?u=${user}`;
  return path === "/api/oembed" ? `${filled}?url=/user/${user}` : filled;
}

/** A folder for a test's files, below the repository's root. */
function folderOf(testInfo: TestInfo): string {
  const folder = testInfo.outputPath("client");
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** What RetroAchievements does, and the status of this site's answer. */
const FAILURES = [
  ["unavailable", 503],
  ["html", 502],
  ["hang", 504],
  ["rate-limited", 429],
] as const;

test("every route answers with every status as the OpenAPI document says", async ({
  site,
  standIn,
  redis,
  startOwnSite,
}) => {
  const token = "a-token-of-its-owner";
  standIn.setPlayer(aWirePlayer({ name: "Documented", games: 120 }));
  standIn.setPlayer(aWirePlayer({ name: "DocumentedToo", games: 110, seed: 2 }));
  const documented = new Documented((await ask(`${site.url}/api/openapi.json`)).json());
  const own = await startOwnSite({
    PLAYERS: "Documented,Unfortunate",
    METRICS_TOKEN: token,
    CRON_SECRET: token,
    UPSTREAM_TIMEOUT_MS: "2000",
  });
  // Before its cron is asked, which loads the names of PLAYERS if there are players to check.
  for (const [mode, status] of FAILURES) {
    standIn.fail(mode);
    // All at once are one load: more failures in a row would have the site stop asking.
    const failed = await Promise.all(
      documented.operations(status).map(async ({ path, method }) => ({
        ...{ path, method },
        answer: await ask(own.url + addressOf(path, "Unfortunate"), { method }),
      })),
    );
    for (const { path, method, answer } of failed) {
      expect(answer.status, `${mode} ${path}`).toBe(status);
      documented.check(path, method, answer);
    }
    await resetLimiter(redis);
    if (mode === "rate-limited") await refusalExpires();
  }
  standIn.fail(null);

  const owners = ["/api/metrics", "/api/cron/watch"];

  for (const { path, method } of documented.operations(200)) {
    for (const format of path.endsWith(".{format}") ? ["svg", "png"] : ["svg"]) {
      const url = addressOf(path, "Documented", format);
      const isOwners = owners.includes(path);
      const headers = isOwners ? { Authorization: `Bearer ${token}` } : {};
      const answer = await ask((isOwners ? own : site).url + url, { method, headers });
      expect(answer.status, url).toBe(200);
      documented.check(path, method, answer);
      const tag = answer.headers.get("ETag");
      if (!tag || method !== "get") continue;
      let again = answer;
      // The first card of a busy machine may lack an image, and the next one has another tag.
      const askAgain = async () => {
        const known = again.headers.get("ETag") ?? "";
        again = await ask(site.url + url, { headers: { "If-None-Match": known } });
        return again.status;
      };
      await expect.poll(askAgain, { message: url }).toBe(304);
      documented.check(path, method, again);
    }
  }

  const bad = async (status: number, ask: (path: string, method: string) => Promise<Answer>) => {
    for (const { path, method } of documented.operations(status)) {
      const answer = await ask(path, method);
      expect(answer.status, `${method} ${path}`).toBe(status);
      documented.check(path, method, answer);
    }
  };
  await bad(400, (path, method) => ask(site.url + addressOf(path, "%zz"), { method }));
  await bad(401, (path) => ask(own.url + path));
  await bad(403, (path, method) => ask(own.url + addressOf(path, "Stranger"), { method }));
  await bad(404, (path, method) =>
    ask(site.url + addressOf(path, "NobodyAtAll6", "gif"), { method }),
  );
  await bad(413, (path, method) => ask(site.url + path, { method, body: "x".repeat(5000) }));
  await bad(422, (path, method) => ask(site.url + addressOf(path, "a!"), { method }));
  await bad(501, (path) => ask(`${site.url}${path}?format=xml`));

  expect(documented.seen().sort()).toEqual(documented.all().sort());
});

test("a client that is made from the document compiles, and calls every operation", async ({
  standIn,
  startOwnSite,
}, testInfo) => {
  const token = "a-token-of-its-owner";
  const own = await startOwnSite({ METRICS_TOKEN: token, CRON_SECRET: token });
  standIn.setPlayer(aWirePlayer({ name: "Compiled", games: 30 }));
  standIn.setPlayer(aWirePlayer({ name: "CompiledTwo", games: 20, seed: 2 }));
  const document = (await ask(`${own.url}/api/openapi.json`)).json<Document>();
  const { file, problems } = await makeClient(document, folderOf(testInfo), {
    ...{ user: "Compiled", u: "Compiled", other: "CompiledTwo", users: "Compiled,CompiledTwo" },
    ...{ year: "2020", id: "8", format: "svg", url: "/user/Compiled" },
  });
  expect(problems).toEqual([]);
  const client: Client = await import(pathToFileURL(file).href);
  const called = await client.callAll(own.url, token);
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  );
  expect(called).toEqual(
    operations.map((operation) => ({ operation, status: 200, hasData: true })),
  );
});

test("what the document allows is answered, and what it does not is refused by name", {
  tag: "@check",
}, async ({ site, standIn }) => {
  standIn.setPlayer(aWirePlayer({ name: "Allowed", games: 30 }));
  const document = (await ask(`${site.url}/api/openapi.json`)).json<{
    paths: Record<string, { get: { parameters: { name: string; schema: { enum?: string[] } }[] } }>;
  }>();
  const games = document.paths["/api/v1/users/{user}/games"]?.get.parameters ?? [];
  const choices = games.filter(({ schema }) => schema.enum);
  expect(choices.map(({ name }) => name)).toEqual(["status", "sort", "subsets"]);
  for (const { name, schema } of choices) {
    for (const value of schema.enum ?? []) {
      const answer = await ask(`${site.url}/api/v1/users/Allowed/games?${name}=${value}`);
      expect(answer.status, `${name}=${value}`).toBe(200);
    }
    const refused = await ask(`${site.url}/api/v1/users/Allowed/games?${name}=shiny`);
    expect(refused.status).toBe(422);
    expect(refused.json()).toMatchObject({ errors: [{ name, allowed: schema.enum }] });
  }
});

test("an address of the API that there is not is a problem with the way to the docs", async ({
  request,
}) => {
  for (const path of ["/api", "/api/nonsense", "/api/v1", "/api/v1/users/Somebody/nothing"]) {
    for (const method of ["GET", "POST", "DELETE"]) {
      const answer = await request.fetch(path, { method });
      expect(answer.status(), `${method} ${path}`).toBe(404);
      const headers = answer.headers();
      expect(headers["content-type"]).toBe("application/problem+json");
      expect(headers["access-control-allow-origin"]).toBe("*");
      expect(headers["content-security-policy"]).toContain("default-src 'none'; base-uri 'none'");
      expect(headers.link).toContain('</docs>; rel="service-doc"');
      expect(await answer.json()).toMatchObject({
        type: "/docs#problem-no-such-address",
        code: "no-such-address",
      });
    }
  }
});
