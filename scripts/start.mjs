import { build } from "./build.mjs";
import { portProblem } from "./check-port.mjs";
import { install } from "./install.mjs";
import { ROOT, runTool } from "./run.mjs";

// `npm start`: installs and builds where needed, then serves the site.
if (!(await install())) {
  console.error("The packages could not be installed; npm's reason is above.");
  process.exit(1);
}

// Empty counts as not set, as in lib/env.ts, and would hide what a file says.
if (process.env.PORT === "") delete process.env.PORT;
// Copied first because loadEnvConfig also writes into process.env, and the server reads its files itself.
const ownEnv = { ...process.env };
const { default: nextEnv } = await import("@next/env");
const { combinedEnv } = nextEnv.loadEnvConfig(ROOT, false);
process.env = ownEnv;

const port = combinedEnv.PORT || "3000";
const problem = await portProblem(port);
if (problem) {
  console.error(problem);
  process.exit(1);
}
// After the port: a build takes minutes.
if (!(await build())) {
  console.error("The site could not be built; the reason is above.");
  process.exit(1);
}
console.log(
  `Longplay on http://localhost:${port}\n${
    combinedEnv.RA_WEB_API_KEY
      ? "Players come from RetroAchievements."
      : "Players are demo data: set RA_WEB_API_KEY to show real players."
  }`,
);
// The server ends by itself within some seven seconds of a signal, if it can.
process.exitCode = await runTool("next", ["start", "--port", port], {
  // Links without SITE_URL name the port.
  env: { PORT: port },
  graceMs: 9500,
});
