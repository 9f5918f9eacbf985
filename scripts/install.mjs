import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { showProgress } from "./progress.mjs";
import { ROOT, run } from "./run.mjs";

/**
 * Whether every package that one lock file asks for is in another, in the same version. Packages for other
 * systems are optional in the lock file and may be missing.
 *
 * @param {string} wanted the text of package-lock.json
 * @param {string} present the text of node_modules/.package-lock.json, npm's record of what it installed
 * @returns {boolean}
 */
export function isInstalled(wanted, present) {
  const installed = JSON.parse(present).packages;
  return Object.entries(JSON.parse(wanted).packages).every(
    ([path, { version, optional }]) =>
      path === "" || (installed[path] ? installed[path].version === version : optional === true),
  );
}

/**
 * Installs the packages of package-lock.json unless they are there already. Compares what is installed, not
 * dates: a fresh checkout or a copied folder would mislead those.
 *
 * @returns {Promise<boolean>} whether the packages are in place
 */
export async function install() {
  const record = join(ROOT, "node_modules", ".package-lock.json");
  const lock = join(ROOT, "package-lock.json");
  if (existsSync(record) && isInstalled(readFileSync(lock, "utf8"), readFileSync(record, "utf8"))) {
    return true;
  }
  // The build's tools are dev dependencies, which npm leaves out where NODE_ENV says production.
  const args = ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  const npm = process.env.npm_execpath;
  const code = await showProgress(
    "Installing packages (npm ci); this usually takes about a minute, and only once",
    () =>
      npm?.endsWith("npm-cli.js")
        ? run(process.execPath, [npm, ...args], { quiet: true })
        : run("npm", args, { quiet: true, shell: process.platform === "win32" }),
  );
  return code === 0;
}
