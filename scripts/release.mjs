import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { install } from "./install.mjs";
import { ACTION_TAG, git, tagAction, tagRelease } from "./release-repository.mjs";
import { ROOT } from "./run.mjs";

// `npm run release -- 1.2.3` prepares a release on this machine: docs/releasing.md. It pushes nothing.

const [version = ""] = process.argv.slice(2);
if (!(await install())) process.exit(1);
try {
  tagRelease(ROOT, version, new Date().toISOString().slice(0, 10));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(2);
}
// They read package.json, which has the new version only now.
const { buildCli } = await import("./build-cli.mjs");
const { buildAction } = await import("./build-action.mjs");
const dist = join(ROOT, "dist");
const packages = await buildCli(dist);
for (const folder of Object.values(packages)) {
  execFileSync("npm", ["pack", "--silent", "--pack-destination", dist], { cwd: folder });
}
await buildAction(join(dist, "action"));
tagAction(ROOT, version);
const branch = git(ROOT, ["branch", "--show-current"]);
console.log(`Longplay ${version} is ready: tags v${version} and ${ACTION_TAG}, and tarballs in dist. To publish it:

  git push origin ${branch} v${version}
  git push --force origin ${ACTION_TAG}

Then make a release of v${version} on GitHub with dist/longplay-${version}.tgz and dist/longplay-letters-${version}.tgz.`);
