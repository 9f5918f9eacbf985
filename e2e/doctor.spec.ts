import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import getPort from "get-port";
import { withCheckout } from "./support/checkout";
import { FAILURES } from "./support/failures";
import { expect, settings, test } from "./support/fixtures";
import { withHttpServer } from "./support/http-server";
import { holdsKey } from "./support/key-leak";
import type { FailureMode } from "./support/ra-stand-in";
import { type Ended, runScript } from "./support/script";
import { SECRET_KEY } from "./support/secret-key.mjs";
import { startStoreFaults } from "./support/store-faults";
import { aWirePlayer } from "./support/wire-player";

// `npm run doctor`, as an owner runs it, before a RetroAchievements and a store that fail in every way.

async function examine(user: string | null, env: Record<string, string>): Promise<Ended> {
  const ended = await runScript("doctor", user === null ? [] : [user], env);
  expect(holdsKey(ended.output), "the key is in what the doctor says").toBe(false);
  return ended;
}

test("where all is well, each part is said to be, after two small requests", async ({
  site,
  standIn,
  redis,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Healthy", games: 1313 }));
  const { code, output } = await examine("Healthy", {
    ...settings(standIn, redis),
    SITE_URL: site.serverUrl,
  });
  expect(output).toContain("Everything works.");
  expect(output).not.toMatch(/note|PROBLEM/);
  expect(output.match(/^ok /gm)).toHaveLength(6);
  expect(code).toBe(0);
  expect(standIn.calls().map(({ endpoint, params }) => [endpoint, params.c])).toEqual(
    expect.arrayContaining([
      ["profile", undefined],
      ["progress", "100"],
      ["media", undefined],
    ]),
  );
  expect(standIn.calls()).toHaveLength(3);
});

/** What the doctor says of each failure, and what it says to do. */
const SAID: Partial<Record<FailureMode, [says: RegExp, fix: RegExp]>> = {
  "rate-limited": [/asks for a pause of 30 seconds/, /UPSTREAM_REQUESTS_PER_MINUTE/],
  unavailable: [/it is down \(503\)/, /Wait some minutes/],
  forbidden: [/blocks this machine \(403\)/, /key is not the problem/],
  html: [/a web page instead of JSON/, /from another/],
  hang: [/did not answer within 400 ms \(UPSTREAM_TIMEOUT_MS\)/, /firewall/],
  cut: [/cut in the middle of an answer/, /Wait some minutes/],
  malformed: [/does not match its API/, /newer Longplay/],
  "not-found": [/no API at that address \(404\)/, /RA_API_BASE_URL/],
  refuse: [/closed without an answer/, /RA_API_BASE_URL/],
  error: [/it is down \(500\)/, /Wait some minutes/],
  revoked: [/rejects the key \(401\)/, /retroachievements\.org\/settings/],
  huge: [/far too large/, /newer Longplay/],
};

for (const [mode, [says, fix]] of Object.entries(SAID) as [FailureMode, [RegExp, RegExp]][]) {
  test(`when RetroAchievements ${FAILURES[mode]}, that is said, and what to do`, async ({
    standIn,
    redis,
  }) => {
    standIn.setPlayer(aWirePlayer({ name: "Consulted" }));
    standIn.fail(mode);
    const { code, output } = await examine("Consulted", {
      ...settings(standIn, redis),
      ...(mode === "hang" && { UPSTREAM_TIMEOUT_MS: "400" }),
    });
    const [, found = ""] = /PROBLEM {2}RetroAchievements: ([\s\S]*?)\n\w/.exec(output) ?? [];
    expect(found, output).toMatch(says);
    expect(found).toMatch(fix);
    expect(output).toContain("Problems: 1.");
    expect(code).toBe(1);
  });
}

test("without a key or a player's name it says what to set", async ({ standIn, redis }) => {
  const { RA_WEB_API_KEY: _, ...rest } = settings(standIn, redis);
  const keyless = await examine(null, rest);
  expect(keyless.output).toContain("RA_WEB_API_KEY is not set");
  expect(keyless.code).toBe(1);
  const nameless = await examine(null, settings(standIn, redis));
  expect(nameless.output).toContain("npm run doctor -- YourName");
  expect(nameless.code).toBe(1);
  expect(standIn.count("progress")).toBe(0);
});

test("an unknown player is not reported as a problem of the key, also if named by PLAYERS", async ({
  standIn,
  redis,
}) => {
  const { code, output } = await examine(null, {
    ...settings(standIn, redis),
    PLAYERS: "NobodyHere,Other",
  });
  expect(output).toContain("the key works, but there is no such player");
  expect(standIn.calls()[0]?.params.u).toBe("NobodyHere");
  expect(code).toBe(1);
});

test("bad settings are each named, without their values", async () => {
  const { code, output } = await examine(null, {
    RA_WEB_API_KEY: SECRET_KEY,
    CACHE_FRESH_SECONDS: "soonish",
    KV_REST_API_URL: "ftp://store.example",
  });
  expect(output).toContain("CACHE_FRESH_SECONDS: ");
  expect(output).toContain("KV_REST_API_URL: ");
  expect(output).not.toMatch(/soonish|store\.example/);
  expect(code).toBe(1);
});

test("images that do not come are a problem of the media host", async ({ standIn, redis }) => {
  standIn.setPlayer(aWirePlayer({ name: "Imageless" }));
  for (const [mode, says] of [
    ["not-found", "has no image at that address (404)"],
    ["html", "is not an image"],
    ["hang", "does not answer within two seconds"],
    ["refuse", "closed without an answer"],
  ] as const) {
    standIn.fail(null);
    standIn.fail(mode, { endpoint: "media" });
    const { code, output } = await examine("Imageless", settings(standIn, redis));
    expect(output).toMatch(/ok +RetroAchievements/);
    expect(/PROBLEM {2}Images: (.*)/.exec(output)?.[1], output).toContain(says);
    expect(code).toBe(1);
  }
});

test("a store that cannot be used says why", async ({ standIn, redis }) => {
  standIn.setPlayer(aWirePlayer({ name: "Storeless" }));
  const said = async (env: Record<string, string>) => {
    const { code, output } = await examine("Storeless", { ...settings(standIn, redis), ...env });
    expect(code).toBe(1);
    return /PROBLEM {2}Store: ([\s\S]*?)\n\w/.exec(output)?.[1] ?? output;
  };
  expect(await said({ KV_REST_API_TOKEN: "another" })).toContain("rejects the token");
  expect(await said({ KV_REST_API_URL: `http://127.0.0.1:${await getPort()}` })).toContain(
    "nothing listens",
  );
  redis.pause();
  expect(await said({})).toContain("does not answer within a second");
  await redis.resume();
  const json = { "Content-Type": "application/json" };
  for (const [status, headers, body, says] of [
    [200, { "Content-Type": "text/html" }, "<p>Welcome", "does not speak Upstash's REST protocol"],
    [403, json, '{"error":"forbidden"}', "rejects the token (403)"],
    [400, json, '{"error":"NOPERM this user has no permissions"}', "read-only one"],
    [200, json, '{"result":"something"}', "came back changed"],
  ] as const) {
    const found = await withHttpServer(
      (_, response) => response.writeHead(status, headers).end(body),
      (url) => said({ KV_REST_API_URL: url }),
    );
    expect(found).toContain(says);
  }
});

test("a store that writes and reads, and does not compare, is a problem", async ({
  standIn,
  redis,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Incomparable" }));
  const faults = await startStoreFaults(redis.restUrl);
  const only = ([command = ""]: readonly string[]) => /^eval/i.test(command);
  await faults.set({ kind: "odd", body: '{"result":null}', only });
  const env = { ...settings(standIn, redis), KV_REST_API_URL: faults.restUrl };
  const { code, output } = await examine("Incomparable", env);
  await faults.close();
  expect(output).toMatch(/PROBLEM {2}Store: a value came back changed/);
  expect(code).toBe(1);
});

test("a SITE_URL of another site, or of this one without its key, is reported", async ({
  standIn,
  redis,
  startOwnSite,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Homeless" }));
  const said = async (url: string) => {
    const { output } = await examine("Homeless", { ...settings(standIn, redis), SITE_URL: url });
    return /(?:note|PROBLEM) +SITE_URL: .*/.exec(output)?.[0] ?? output;
  };
  const answering = (body: string) => withHttpServer((_, response) => response.end(body), said);
  expect(await said(`http://127.0.0.1:${await getPort()}`)).toContain("nothing listens");
  expect(await answering("<html>parked")).toContain("is not this site");
  expect(await answering('{"status":"fine"}')).toContain("is not this site");
  expect(await answering('{"version":"0.0.1","upstream":"retroachievements"}')).toMatch(
    /^note .*version 0\.0\.1/,
  );
  const demo = await startOwnSite({ RA_WEB_API_KEY: "" });
  expect(await said(demo.serverUrl)).toContain("started without the key");
});

/** What the doctor says of a checkout with such a `.env.local`. */
function examineFile(content: string | Buffer, env: Record<string, string> = {}): Promise<Ended> {
  return withCheckout({ ".env.local": content }, async (folder) => {
    const ended = await runScript("doctor", [], env, folder);
    expect(holdsKey(ended.output), "the key is in what the doctor says").toBe(false);
    return ended;
  });
}

test("the files that settings were read from are named", async () => {
  expect((await examineFile("CACHE_FRESH_SECONDS=60\n")).output).toContain(
    "settings are read from .env.local and from the environment",
  );
  expect((await examine(null, {})).output).toContain("read from the environment");
});

test("a file of settings in UTF-16 is a problem with a way out", async () => {
  const { code, output } = await examineFile(
    Buffer.from(`\ufeffRA_WEB_API_KEY=${SECRET_KEY}\r\n`, "utf16le"),
  );
  expect(output).toMatch(/PROBLEM {2}Files: \.env\.local is saved as UTF-16/);
  expect(output).toContain("UTF-8");
  expect(code).toBe(1);
});

test("a setting that is named almost as another is said to be that one", async () => {
  const { code, output } = await examineFile(`RA_API_KEY=${SECRET_KEY}\n`);
  expect(output).toContain("PROBLEM  Files: RA_API_KEY is set, but this site has no such setting.");
  expect(output).toContain("Rename it to RA_WEB_API_KEY");
  expect(code).toBe(1);
});

test("settings under their own names, and what another tool needs, are no near misses", async () => {
  const { output } = await examineFile(
    "PLAYERS=Somebody\nKV_URL=redis://a\nNEXT_TELEMETRY_DISABLED=1\n",
    {
      KV_REST_API_URL: "https://store.example",
      KV_REST_API_TOKEN: "token",
    },
  );
  expect(output).not.toContain("no such setting");
});

test("a key that was not copied well is a problem: a space, a quotation mark, a $", async () => {
  for (const [content, env, says] of [
    ["RA_WEB_API_KEY=abc$def\n", {}, "RA_WEB_API_KEY has a $ in it"],
    ["", { RA_WEB_API_KEY: `${SECRET_KEY} ` }, "RA_WEB_API_KEY has a space"],
    ["", { RA_WEB_API_KEY: `"${SECRET_KEY}"` }, "RA_WEB_API_KEY has a space or a quotation mark"],
  ] as const) {
    const { code, output } = await examineFile(content, env);
    expect(output).toContain(says);
    expect(code).toBe(1);
  }
});

test("a folder for histories that cannot be written is a problem, with the reason", async () => {
  const { code, output } = await examine(null, { DATA_DIR: "/proc/longplay/data" });
  expect(output).toMatch(/PROBLEM {2}Store: .*histories cannot be saved in \/proc\/longplay\/data/);
  expect(code).toBe(1);
  const file = await examine(null, { DATA_DIR: fileURLToPath(import.meta.url) });
  expect(file.output).toContain("a file has that name");
  const DATA_DIR = test.info().outputPath("data");
  await mkdir(DATA_DIR);
  await writeFile(`${DATA_DIR}/history`, "");
  const inside = await examine(null, { DATA_DIR });
  expect(inside.output).toMatch(/histories cannot be saved in .*history .*a file has that name/);
});
