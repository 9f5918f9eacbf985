import { expect, test } from "vitest";
import { isInstalled } from "./install.mjs";

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
