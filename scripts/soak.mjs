import { build } from "./build.mjs";
import { install } from "./install.mjs";
import { installTestDependencies } from "./install-test-deps.mjs";
import { runTool } from "./run.mjs";

// `npm run soak -- 5 folder`: minutes of mixed traffic on two servers, with failures in between. Prints the
// memory at each minute and a report; fails if anything surprised. Default 3, at most 60 minutes, on Redis.

const [minutes = "3", store = "redis"] = process.argv.slice(2);
if (!(Number(minutes) >= 0.5 && Number(minutes) <= 60)) {
  console.error("How many minutes? Between 0.5 and 60.");
  process.exit(1);
}
if (store !== "redis" && store !== "folder") {
  console.error("Which store? redis or folder.");
  process.exit(1);
}
if (!(await install())) process.exit(1);
const problem = await installTestDependencies();
if (problem) {
  console.error(problem);
  process.exit(1);
}
if (!(await build())) process.exit(1);
process.exitCode = await runTool("@playwright/test", ["test", "--project", "soak"], {
  env: { SOAK_MINUTES: minutes, SOAK_STORE: store },
});
