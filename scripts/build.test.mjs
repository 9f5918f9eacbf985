import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { hashSources } from "./build.mjs";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "longplay-build-"));
  mkdirSync(join(root, "app/user"), { recursive: true });
  writeFileSync(join(root, "app/user/page.tsx"), "one");
  writeFileSync(join(root, "README.md"), "not a source");
});
afterEach(() => rmSync(root, { recursive: true }));

const hash = () => hashSources(root, ["app", "proxy.ts"]);

test("the same sources have the same hash, whatever else changes", () => {
  const before = hash();
  writeFileSync(join(root, "README.md"), "changed");
  expect(hash()).toBe(before);
});

test("a changed, added or renamed source changes the hash", () => {
  const hashes = [hash()];
  writeFileSync(join(root, "app/user/page.tsx"), "two");
  hashes.push(hash());
  writeFileSync(join(root, "proxy.ts"), "");
  hashes.push(hash());
  renameSync(join(root, "app/user/page.tsx"), join(root, "app/user/layout.tsx"));
  hashes.push(hash());
  expect(new Set(hashes).size).toBe(4);
});
