import {
  copyFileSync,
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { SECRET_KEY } from "../e2e/support/secret-key.mjs";
import { hashSources, SOURCES } from "./build.mjs";
import { ROOT, run } from "./run.mjs";

/** Where Vercel's build is made: a checkout of its own, as there, which no other build or test looks at. */
export const VERCEL_SITE = join(ROOT, ".vercel/site");
/** What Vercel would be given to serve (its Build Output API, version 3). */
export const VERCEL_OUTPUT = join(VERCEL_SITE, ".next/output");
/** What folders begin with in which functions are laid out: on the same disk. */
export const VERCEL_FUNCTIONS = join(ROOT, ".vercel/functions-");
const STAMP = join(ROOT, ".vercel/longplay-build-stamp");
const ADAPTER = join(ROOT, "scripts/vercel-adapter.mjs");

/**
 * Makes the build that Vercel would make, with its own adapter and without its network, unless there is one of
 * these sources.
 *
 * @returns {Promise<boolean>} whether there is a current one
 */
export async function buildForVercel() {
  const current = hashSources(ROOT, [...SOURCES, "scripts/vercel-adapter.mjs"]);
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === current) return true;
  console.log("Building the site as Vercel does …");
  rmSync(STAMP, { force: true });
  rmSync(VERCEL_SITE, { recursive: true, force: true });
  // A checkout: else Next would take the folder around it, which has a lock file too, for the root of both.
  mkdirSync(join(VERCEL_SITE, ".git"), { recursive: true });
  for (const source of SOURCES) {
    if (existsSync(join(ROOT, source)))
      cpSync(join(ROOT, source), join(VERCEL_SITE, source), { recursive: true });
  }
  linkTree(join(ROOT, "node_modules"), join(VERCEL_SITE, "node_modules"));
  const env = {
    NEXT_ADAPTER_PATH: ADAPTER,
    VERCEL: "1",
    // It would be found in built files, and no request can be made with it.
    RA_WEB_API_KEY: SECRET_KEY,
    RA_API_BASE_URL: "http://127.0.0.1:9/API",
  };
  const next = join(VERCEL_SITE, "node_modules/next/dist/bin/next");
  if ((await run(process.execPath, [next, "build", VERCEL_SITE], { env, quiet: true })) !== 0)
    return false;
  writeFileSync(STAMP, current);
  return true;
}

/**
 * The same files under another folder, without their bytes being copied where that can be.
 *
 * @param {string} from
 * @param {string} to
 */
function linkTree(from, to) {
  mkdirSync(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) linkTree(source, target);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else link(source, target);
  }
}

/**
 * @param {string} source
 * @param {string} target
 */
function link(source, target) {
  try {
    linkSync(source, target);
  } catch {
    copyFileSync(source, target);
  }
}
