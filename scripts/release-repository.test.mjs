import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { git, tagAction, tagRelease } from "./release-repository.mjs";

const DAY = "2026-11-30";
const CHANGELOG =
  "# Changelog\n\n## [1.2.0] - Unreleased\n\nNew.\n\n## [1.1.0] - 2026-01-01\n\nOld.\n";

let root = "";

/** @param {string} file */
const read = (file) => readFileSync(join(root, file), "utf8");

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "longplay-released-"));
  git(root, ["init", "--quiet", "--initial-branch", "main"]);
  git(root, ["config", "user.name", "Owner"]);
  git(root, ["config", "user.email", "owner@example.com"]);
  const lock = { version: "1.1.0", packages: { "": { version: "1.1.0" } } };
  mkdirSync(join(root, "dist/action"), { recursive: true });
  const files = {
    "CHANGELOG.md": CHANGELOG,
    "package.json": JSON.stringify({ name: "longplay", version: "1.1.0" }),
    "package-lock.json": JSON.stringify(lock),
    "action.yml": "runs: { main: dist/action/main.js }\n",
    ".gitignore": "dist/\n",
    LICENSE: "MIT\n",
    "dist/action/main.js": "run();\n",
  };
  for (const [file, text] of Object.entries(files)) writeFileSync(join(root, file), text);
  git(root, ["add", "."]);
  git(root, ["commit", "--quiet", "--message", "Begin"]);
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

test("a release has its version, its day and its tag", () => {
  tagRelease(root, "1.2.0", DAY);
  expect(read("CHANGELOG.md")).toBe(CHANGELOG.replace("Unreleased", DAY));
  expect(JSON.parse(read("package.json"))).toEqual({ name: "longplay", version: "1.2.0" });
  const lock = { version: "1.2.0", packages: { "": { version: "1.2.0" } } };
  expect(JSON.parse(read("package-lock.json"))).toEqual(lock);
  expect(git(root, ["log", "--format=%s", "-1", "v1.2.0"])).toBe("Release 1.2.0");
  expect(git(root, ["status", "--porcelain"])).toBe("");
});

test("a release that is committed already is only tagged", () => {
  tagRelease(root, "1.2.0", DAY);
  const before = git(root, ["rev-parse", "HEAD"]);
  git(root, ["tag", "--delete", "v1.2.0"]);
  tagRelease(root, "1.2.0", "2027-01-01");
  expect(git(root, ["rev-parse", "HEAD"])).toBe(before);
  expect(git(root, ["rev-parse", "v1.2.0^{commit}"])).toBe(before);
});

test.each([
  ["1.2", "not a version"],
  ["1.3.0", "no section for 1.3.0"],
  ["1.1.0", "no section for 1.1.0"],
])("version %s is refused", (version, reason) => {
  expect(() => tagRelease(root, version, DAY)).toThrow(reason);
  expect(git(root, ["status", "--porcelain"])).toBe("");
  expect(git(root, ["tag", "--list"])).toBe("");
});

test("a released version and uncommitted changes are refused", () => {
  tagRelease(root, "1.2.0", DAY);
  expect(() => tagRelease(root, "1.2.0", DAY)).toThrow("released already");
  writeFileSync(join(root, "LICENSE"), "Other\n");
  expect(() => tagRelease(root, "1.2.0", DAY)).toThrow("uncommitted");
});

test("the action's tag has its program on top of the release, and moves with each", () => {
  for (const version of ["1.2.0", "1.2.1"]) {
    if (version === "1.2.1") {
      writeFileSync(join(root, "CHANGELOG.md"), CHANGELOG.replace("1.2.0", version));
      git(root, ["commit", "--quiet", "--all", "--message", "Change"]);
    }
    tagRelease(root, version, DAY);
    tagAction(root, version);
    const files = git(root, ["ls-tree", "-r", "--name-only", "v1"]).split("\n");
    expect(files).toEqual(["LICENSE", "action.yml", "dist/action/main.js"]);
    const parent = git(root, ["rev-parse", "v1^"]);
    expect(parent).toBe(git(root, ["rev-parse", `v${version}^{commit}`]));
  }
  expect(git(root, ["branch", "--show-current"])).toBe("main");
  expect(git(root, ["status", "--porcelain"])).toBe("");
});
