import { bringRedisAndBrowser } from "./bring.mjs";
import { build } from "./build.mjs";
import { install } from "./install.mjs";
import { runTool } from "./run.mjs";

// `npm run soak -- 5`: so many minutes of mixed traffic on two servers, with failures in between. Prints a
// report; fails if anything surprised. Default 3, at most 60 minutes.

const minutes = Number(process.argv[2] ?? 3);
if (!(minutes >= 0.5 && minutes <= 60)) {
  console.error("How many minutes? Between 0.5 and 60.");
  process.exit(1);
}
if (!(await install())) process.exit(1);
const problem = await bringRedisAndBrowser();
if (problem) {
  console.error(problem);
  process.exit(1);
}
if (!(await build())) process.exit(1);
process.exitCode = await runTool("@playwright/test", ["test", "--project", "soak"], {
  env: { SOAK_MINUTES: String(minutes) },
});
