import { createInterface } from "node:readline";
import { loadTypeScript } from "../../scripts/load-typescript.mjs";

// A process that keeps a player's history in a folder, for tests of what happens to processes:
// `node history-process.mjs FOLDER` reads a player a line, and writes a line for each that is kept.

const [folder = ""] = process.argv.slice(2);
/** @type {typeof import("../../lib/kv/folder-store.ts")} */
const { createFolderStore } = await loadTypeScript("lib/kv/folder-store.ts");
/** @type {typeof import("../../lib/archive/archive.ts")} */
const { createArchive } = await loadTypeScript("lib/archive/archive.ts");

const archive = createArchive(createFolderStore(folder, () => undefined));
for await (const line of createInterface({ input: process.stdin })) {
  /** @type {import("../../lib/domain/player.ts").Player} */
  const player = JSON.parse(line);
  // The next one need not wait: they queue up, as states of several requests do.
  void archive.keep(player, null).then(() => process.stdout.write(`${player.checkedAt}\n`));
}
