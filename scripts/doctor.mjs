import { join } from "node:path";
import { install } from "./install.mjs";
import { ROOT } from "./run.mjs";

// `npm run doctor -- YourName`: checks what a site with a real key needs, and says how to fix what is missing. It sends
// at most three requests to RetroAchievements, outside the site's budget.

if (!(await install())) {
  console.error("The packages could not be installed; see npm's error above.");
  process.exit(1);
}
// The same files that the site reads.
const { default: nextEnv } = await import("@next/env");
const { loadedEnvFiles } = nextEnv.loadEnvConfig(ROOT, false);

const { loadTypeScript } = await import("./load-typescript.mjs");
/** @type {typeof import("./settings-files.ts")} */
const { checkSettingsFiles, settingNames } = await loadTypeScript("scripts/settings-files.ts");
/** @type {typeof import("./doctor-checks.ts")} */
const { examine } = await loadTypeScript("scripts/doctor-checks.ts");
/** @type {typeof import("./findings.ts")} */
const { printFindings } = await loadTypeScript("scripts/findings.ts");

async function* findings() {
  const paths = loadedEnvFiles.map(({ path }) => join(ROOT, path));
  yield* checkSettingsFiles(paths, process.env, settingNames(ROOT));
  yield* examine(process.env, process.argv[2]);
}
process.exitCode = await printFindings(findings());
