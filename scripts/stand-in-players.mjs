import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadTypeScript } from "./load-typescript.mjs";

/** @type {typeof import("../e2e/support/ra-stand-in.ts")} */
const { createRaStandIn } = await loadTypeScript("e2e/support/ra-stand-in.ts");
/** @type {typeof import("../e2e/support/wire-player.ts")} */
const { aWirePlayer } = await loadTypeScript("e2e/support/wire-player.ts");
/** @type {typeof import("../e2e/support/failures.ts")} */
const { FAILURES } = await loadTypeScript("e2e/support/failures.ts");

const PLAYERS = [
  { name: "Regular", games: 300, about: "300 games" },
  { name: "Collector", games: 5000, about: "5,000 games" },
  { name: "Casual", games: 12, about: "12 games" },
  { name: "Newcomer", games: 0, about: "no game yet" },
];
const KEY = "a-key-that-only-the-stand-in-knows";

/**
 * Starts the tests' stand-in for RetroAchievements with made-up players, and a user for each of its failures,
 * who is named after it: for people who work on the site.
 *
 * @param {number} [port] none: one that is free
 * @returns the stand-in, the settings of a site before it, and a line for each user
 */
export async function startStandIn(port) {
  const standIn = await createRaStandIn({ key: KEY, ...(port && { port }) });
  for (const [at, { name, games }] of PLAYERS.entries()) {
    standIn.setPlayer(aWirePlayer({ name, games, seed: at + 1 }));
  }
  const failing = Object.entries(FAILURES).map(([mode, about]) => ({
    name: mode.replace("-", ""),
    about: `RetroAchievements ${about}`,
  }));
  failUsers(standIn);
  return {
    standIn,
    settings: {
      RA_WEB_API_KEY: KEY,
      RA_API_BASE_URL: standIn.url,
      RA_API_V2_BASE_URL: standIn.v2Url,
      RA_MEDIA_BASE_URL: standIn.mediaUrl,
      // What is kept of made-up players is not for the folder of real ones.
      DATA_DIR: join(tmpdir(), "longplay-stand-in"),
    },
    users: [...PLAYERS, ...failing],
  };
}

/**
 * Makes each failure happen to the user named after it only.
 *
 * @param {import("../e2e/support/ra-stand-in.ts").RaStandIn} standIn
 */
export function failUsers(standIn) {
  standIn.fail(null);
  for (const mode of /** @type {(keyof typeof FAILURES)[]} */ (Object.keys(FAILURES))) {
    standIn.fail(mode, { user: mode.replace("-", "") });
  }
}
