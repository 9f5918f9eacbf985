import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { showProgress } from "./progress.mjs";
import { ROOT, runTool } from "./run.mjs";

const STAMP = ".next/longplay-build-stamp";

/** All that a build is made from. Settings are read when the site runs, so they are not among it. */
export const SOURCES = [
  "package.json",
  "package-lock.json",
  "next.config.mjs",
  "tsconfig.json",
  "instrumentation.ts",
  "vercel.json",
  "proxy.ts",
  "app",
  "lib",
  "public",
];

/**
 * A hash over the names and contents of files and of all files in folders. Missing ones are skipped.
 *
 * @param {string} root
 * @param {readonly string[]} sources paths below the root
 * @returns {string}
 */
export function hashSources(root, sources) {
  const hash = createHash("sha256");
  /** @param {string} path */
  const add = (path) => {
    const file = join(root, path);
    if (!existsSync(file)) return;
    if (statSync(file).isDirectory()) {
      for (const name of readdirSync(file).sort()) add(`${path}/${name}`);
      return;
    }
    const content = readFileSync(file);
    hash.update(`${path}\0${content.length}\0`).update(content);
  };
  for (const source of sources) add(source);
  return hash.digest("hex");
}

/**
 * Whether the build in `.next` is made from the sources as they are.
 *
 * @param {string} [current] their hash, if it is known
 * @returns {boolean}
 */
export function isBuilt(current = hashSources(ROOT, SOURCES)) {
  const stamp = join(ROOT, STAMP);
  return existsSync(stamp) && readFileSync(stamp, "utf8") === current;
}

/**
 * Makes the production build unless the one in `.next` is made from the same sources.
 *
 * @param {Record<string, string>} [env] added to the build's environment
 * @returns {Promise<boolean>} whether there is a current build
 */
export async function build(env) {
  const stamp = join(ROOT, STAMP);
  const current = hashSources(ROOT, SOURCES);
  if (isBuilt(current)) return true;
  // A build that fails half-way must not pass for the one before it.
  rmSync(stamp, { force: true });
  const code = await showProgress(
    "Building the site (next build); this usually takes about a minute, and only after a change",
    () => runTool("next", ["build"], { env, quiet: true }),
  );
  if (code !== 0) return false;
  // The hash from before the build: a file changed meanwhile makes the next start build again.
  writeFileSync(stamp, current);
  return true;
}
