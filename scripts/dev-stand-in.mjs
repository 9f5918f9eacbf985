import { install } from "./install.mjs";
import { runTool } from "./run.mjs";

// `npm run dev:stand-in`: the site under `next dev` before the stand-in for RetroAchievements that the tests
// use, with made-up players. Needs no key, no store and no network, and ends with Ctrl-C.

if (!(await install())) {
  console.error("The packages could not be installed; npm's reason is above.");
  process.exit(1);
}

// The stand-in is TypeScript, which Node 20 cannot read by itself.
const { createJiti } = await import("jiti");
const jiti = createJiti(import.meta.url);
/** @type {typeof import("../e2e/support/ra-stand-in.ts")} */
const { createRaStandIn } = await jiti.import("../e2e/support/ra-stand-in.ts");
/** @type {typeof import("../e2e/support/wire-player.ts")} */
const { aWirePlayer } = await jiti.import("../e2e/support/wire-player.ts");
/** @type {typeof import("../e2e/support/site.ts")} */
const { NOTHING_SET } = await jiti.import("../e2e/support/site.ts");

const PLAYERS = [
  { name: "Regular", games: 300, about: "300 games" },
  { name: "Collector", games: 5000, about: "5,000 games" },
  { name: "Casual", games: 12, about: "12 games" },
  { name: "Newcomer", games: 0, about: "no game yet" },
];
const FAILING = "Outage";

const key = "a-key-that-only-the-stand-in-knows";
const standIn = await createRaStandIn({ key });
for (const [at, { name, games }] of PLAYERS.entries()) {
  standIn.setPlayer(aWirePlayer({ name, games, seed: at + 1 }));
}
standIn.fail("unavailable", { user: FAILING });

const port = process.env.PORT || "3000";
const list = [...PLAYERS, { name: FAILING, about: "RetroAchievements does not answer" }].map(
  ({ name, about }) => `  http://localhost:${port}/user/${name}  ${about}`,
);
console.log(`Players of the stand-in (Ctrl-C ends it):\n${list.join("\n")}\n`);

process.exitCode = await runTool("next", ["dev", "--port", port], {
  // A developer's own settings are kept out: made-up players are not for a real store.
  env: {
    ...NOTHING_SET,
    RA_WEB_API_KEY: key,
    RA_API_BASE_URL: standIn.url,
    RA_MEDIA_BASE_URL: standIn.mediaUrl,
  },
  graceMs: 5000,
});
await standIn.close();
