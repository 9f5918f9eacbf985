import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { isInstalled } from "./install.mjs";
import { ROOT } from "./run.mjs";

/** @param {Record<string, { version?: string, optional?: boolean }>} packages */
const lock = (packages) => JSON.stringify({ packages });
const wanted = lock({
  "": { version: "0.1.0" },
  "node_modules/next": { version: "16.0.0" },
  "node_modules/other-system": { version: "1.0.0", optional: true },
});

test("packages are in place when each is there in the version asked for", () => {
  expect(isInstalled(wanted, lock({ "node_modules/next": { version: "16.0.0" } }))).toBe(true);
});

test("packages are not in place when one is missing or of another version", () => {
  expect(isInstalled(wanted, lock({}))).toBe(false);
  expect(isInstalled(wanted, lock({ "node_modules/next": { version: "15.0.0" } }))).toBe(false);
});

test("the only packages with an install script are those that package.json does not let run one", () => {
  /** @param {string} file */
  const read = (file) => JSON.parse(readFileSync(join(ROOT, file), "utf8"));
  /** @type {[string, { hasInstallScript?: boolean }][]} */
  const packages = Object.entries(read("package-lock.json").packages);
  const withScript = packages
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([path]) => path.replace(/^.*node_modules\//, ""));
  // So `npm ci --ignore-scripts` leaves nothing out.
  expect(Object.fromEntries(withScript.map((name) => [name, false]))).toEqual(
    read("package.json").allowScripts,
  );
});
