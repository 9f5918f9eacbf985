import { createInterface } from "node:readline";
import { loadTypeScript } from "../../scripts/load-typescript.mjs";

// A process that writes a player's history into a folder, for tests that kill it: `node history-process.mjs FOLDER
// [MOST]` reads a player per line, and prints a line for each that is kept. After so many lines it kills itself: a kill
// from outside might come when all is kept.

const [folder = "", most = "Infinity"] = process.argv.slice(2);
/** @type {typeof import("../../lib/kv/folder-store.ts")} */
const { createFolderStore } = await loadTypeScript("lib/kv/folder-store.ts");
/** @type {typeof import("../../lib/archive/archive.ts")} */
const { createArchive } = await loadTypeScript("lib/archive/archive.ts");

const TOGETHER = 3;

let kept = 0;
/** @param {number} checkedAt */
function acknowledge(checkedAt) {
  process.stdout.write(`${checkedAt}\n`);
  kept++;
  // The next one is then being written.
  if (kept === Number(most)) setImmediate(() => process.kill(process.pid, "SIGKILL"));
}

const archive = createArchive(createFolderStore(folder, () => undefined));
/** @type {Promise<void>[]} */
let together = [];
for await (const line of createInterface({ input: process.stdin })) {
  /** @type {import("../../lib/domain/player.ts").Player} */
  const player = JSON.parse(line);
  // A few do not wait for each other, like snapshots of several requests.
  together.push(archive.keep(player, null).then(() => acknowledge(player.checkedAt)));
  if (together.length < TOGETHER) continue;
  await Promise.all(together);
  together = [];
}
