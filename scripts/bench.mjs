import { build } from "./build.mjs";
import { install } from "./install.mjs";
import { installTestDependencies } from "./install-test-deps.mjs";
import { runTool } from "./run.mjs";

// `npm run bench`: what the site's answers cost, each beside what as many bytes cost Next, and then
// what a browser and nginx take for them (e2e/bench). Some minutes; the tables are also written to bench.txt.

if (!(await install())) process.exit(1);
const problem = await installTestDependencies();
if (problem) {
  console.error(problem);
  process.exit(1);
}
if (!(await build())) process.exit(1);
const { loadTypeScript } = await import("./load-typescript.mjs");
/** @type {typeof import("./bench-run.ts")} */
const { bench } = await loadTypeScript("scripts/bench-run.ts");
await bench("bench.txt");
process.exitCode = await runTool("@playwright/test", ["test", "--project", "bench"], {
  env: { BENCH: "1" },
});
