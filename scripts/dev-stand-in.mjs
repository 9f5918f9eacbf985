import { install } from "./install.mjs";
import { runTool } from "./run.mjs";

// `npm run dev:stand-in`: the site under `next dev` before the stand-in for RetroAchievements that the tests
// use, with made-up players. Needs no key, no store and no network, and ends with Ctrl-C.

if (!(await install())) {
  console.error("The packages could not be installed; npm's reason is above.");
  process.exit(1);
}
const { startStandIn } = await import("./stand-in-players.mjs");
const { loadTypeScript } = await import("./load-typescript.mjs");
/** @type {typeof import("../e2e/support/site.ts")} */
const { NOTHING_SET } = await loadTypeScript("e2e/support/site.ts");

const { standIn, settings, users } = await startStandIn();
const port = process.env.PORT || "3000";
const list = users.map(({ name, about }) => `  http://localhost:${port}/user/${name}  ${about}`);
console.log(`Players of the stand-in (Ctrl-C ends it):\n${list.join("\n")}\n`);

process.exitCode = await runTool("next", ["dev", "--port", port], {
  // A developer's own settings are kept out: made-up players are not for a real store.
  env: { ...NOTHING_SET, ...settings },
  graceMs: 5000,
});
await standIn.close();
