import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { findProgram } from "./programs.mjs";

// A headless shell comes first: it draws no window for each page, which is most of what Chromium's own process does.
const NAMES = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
];

/**
 * The Chromium of this system: CHROMIUM_PATH if set, else the first on the PATH that runs.
 *
 * @returns {string | undefined} its absolute path, as Playwright wants it
 */
export function findSystemBrowser() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const folders = (process.env.PATH ?? "").split(delimiter);
  const paths = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return findProgram(paths.filter(isExecutable));
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Whether browser tests have a Chromium to run in: this system's, or one that Playwright downloaded.
 * Playwright must be installed.
 *
 * @returns {Promise<boolean>}
 */
export async function hasBrowser() {
  if (findSystemBrowser()) return true;
  const { chromium } = await import("playwright");
  return existsSync(chromium.executablePath());
}
