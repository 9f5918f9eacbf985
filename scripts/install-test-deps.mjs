import { readFileSync } from "node:fs";
import { hasBrowser } from "./browser.mjs";
import { findFirefox, findNginx, findProgram, findRedisServer } from "./programs.mjs";
import { run, runTool } from "./run.mjs";

/**
 * Sees to it that there is a Redis server and a Chromium: what is there, else from the system's packages
 * (as root on Debian or Ubuntu), else, for the browser, from Playwright.
 *
 * @returns {Promise<string | undefined>} what is missing and how to get it, or nothing if all is there
 */
export async function installTestDependencies() {
  const missing = {
    redis: !findRedisServer(),
    browser: !(await hasBrowser()),
  };
  if (missing.redis || missing.browser) await bring(missing);
  if (!findFirefox()) console.log("There is no Firefox: its tests are left out.");

  const problems = [];
  if (!findRedisServer()) {
    problems.push("The tests need redis-server or valkey-server on the PATH: please install one.");
  }
  if (!(await hasBrowser())) {
    problems.push("The tests need Chromium: please install it, or set CHROMIUM_PATH to a Chrome.");
  }
  return problems.length > 0 ? problems.join("\n") : undefined;
}

/**
 * Installs what is missing, as far as this user may.
 *
 * @param {{ redis: boolean, browser: boolean }} missing
 */
async function bring(missing) {
  const apt = process.getuid?.() === 0 && findProgram(["apt-get"]) !== undefined;
  // On Ubuntu the package chromium only installs a snap, which needs a running snapd.
  const chromiumPackage = apt && osId() !== "ubuntu";
  if (apt && (missing.redis || chromiumPackage)) {
    console.log("Bringing what the tests need (apt-get) …");
    await aptGet("update");
    if (missing.redis) await aptGet("install", "redis-server");
    // Nothing fails without it: where it is not to be had, its tests are left out.
    if (!findNginx()) await aptGet("install", "nginx-light");
    if (missing.browser && chromiumPackage) {
      // Older releases have the whole browser only.
      if ((await aptGet("install", "chromium-headless-shell")) !== 0) {
        await aptGet("install", "chromium");
      }
      if (!findFirefox()) await aptGet("install", "firefox-esr");
    }
  }
  if (missing.browser && !(await hasBrowser())) {
    console.log("Bringing a Chromium (playwright install) …");
    const withSystemLibraries = apt ? ["--with-deps"] : [];
    await runTool("playwright", ["install", ...withSystemLibraries, "chromium"], { quiet: true });
  }
}

/** @param {string[]} args */
function aptGet(...args) {
  return run("apt-get", ["-qq", "-y", "--no-install-recommends", ...args], {
    // RUNLEVEL 1 keeps Debian's packages from starting their services: the tests start their own.
    env: { DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" },
    quiet: true,
  });
}

/** The `ID` of this Linux distribution, such as `debian`. */
function osId() {
  try {
    return /^ID="?([^"\n]*)/m.exec(readFileSync("/etc/os-release", "utf8"))?.[1];
  } catch {
    return undefined;
  }
}
