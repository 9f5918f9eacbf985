import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ROOT } from "./run.mjs";
import { checkSettingsFiles, settingNames } from "./settings-files.ts";

const KNOWN = settingNames(ROOT);

/** @type {string} */
let folder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "longplay-settings-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/**
 * The problems of a file with this content, and of an environment.
 *
 * @param {string} content
 * @param {Record<string, string>} [source]
 */
function problemsOf(content, source = {}) {
  const path = join(folder, ".env.local");
  writeFileSync(path, content);
  return [...checkSettingsFiles([path], source, KNOWN)]
    .filter(({ state }) => state === "problem")
    .map(({ text, fix }) => `${text} ${fix}`);
}

test("names of other programs in the environment are no misspelled settings", () => {
  const names =
    "HOST ROOT WORK POST CONTENT CONTEXT PLAYER KV_URL SITE_NAME API_TOKEN SITE NODE_ENV port";
  const source = Object.fromEntries(names.split(" ").map((name) => [name, "1"]));
  expect(problemsOf("", source)).toEqual([]);
});

test("of a file too, KV_URL is no REST address, and short names have to be the same but for case", () => {
  expect(problemsOf("KV_URL=redis://x\nHOST=a\nPOST=b\nCONTENT=c\n")).toEqual([]);
  expect(problemsOf("port=80\n")).toEqual([expect.stringContaining("Rename it to PORT")]);
  expect(problemsOf("PLAYER=x\n")).toEqual([expect.stringContaining("Rename it to PLAYERS")]);
});

test.each([
  ["RA_API_KEY", "RA_WEB_API_KEY"],
  ["RETROACHIEVEMENTS_API_KEY", "RA_WEB_API_KEY"],
  ["ra_web_api_key", "RA_WEB_API_KEY"],
  ["SITEURL", "SITE_URL"],
  ["CACHE_FRESH_SECOND", "CACHE_FRESH_SECONDS"],
  ["UPSTASH_REDIS_REST_URL", "KV_REST_API_URL"],
])("%s means %s, in a file and in the environment", (name, setting) => {
  const reported = [expect.stringContaining(`Rename it to ${setting}`)];
  expect(problemsOf(`${name}=x\n`)).toEqual(reported);
  expect(problemsOf("", { [name]: "x" })).toEqual(reported);
});

test.each(["“secret”", "‘secret’", "„secret“", '"secret"', "se cret"])(
  "a secret with quotation marks of any kind or a space is reported: %s",
  (value) => {
    const reported = problemsOf("", { RA_WEB_API_KEY: value });
    expect(reported).toEqual([expect.stringContaining("a space or a quotation mark")]);
    expect(reported.join()).not.toContain("secret");
  },
);
