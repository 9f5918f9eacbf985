import { createReadStream, createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { forceImported, mergeImported } from "@/lib/archive/imported";
import { durableFolder, openDurableStore, requireFolder } from "@/lib/kv";
import { repairLevel } from "@/lib/kv/level";
import { clearRemoved } from "@/lib/players/forget-player";
import { createRemovedPlayers } from "@/lib/players/removed-players";
import { exportLines, importLines } from "./history-lines";
import { runRemoval } from "./history-removal";

/** A task of `npm run history`; the file `-` is standard output or input. */
export type Task =
  | { what: "export"; file: string }
  | { what: "import"; file: string; force: boolean }
  | { what: "repair" }
  | { what: "forget"; user: string }
  | { what: "remember"; user: string };

/**
 * Exports, imports or repairs the histories of this process's settings, or removes a player.
 *
 * @param print is called with sentences for the owner
 * @returns whether all was done: an import may leave something
 * @throws Error in words for the owner
 */
export async function run(task: Task, print: (text: string) => void): Promise<boolean> {
  if (task.what === "repair") {
    requireFolder();
    await repairLevel(durableFolder());
    print(`${durableFolder()} is mended. What could not be read is in its folder "lost".`);
    return true;
  }
  if (task.what === "forget" || task.what === "remember") {
    return runRemoval(task.what, task.user, print);
  }
  const { store: whole, place, close } = await openDurableStore(task.what === "import");
  // Removed players are neither exported nor imported.
  const { store } = createRemovedPlayers({ store: whole, noticeSeconds: 0 });
  try {
    if (task.what === "export") {
      let count = 0;
      const lines = exportLines(store, () => count++);
      await writeFile(lines, task.file);
      print(`${count} lines from ${place}.`);
      return true;
    }
    const tombstones = new Set<string>();
    const { written, replaced, same, refused, removed } = await importLines(
      store,
      readFile(task.file),
      task.force ? forceImported : mergeImported,
      (mark) => tombstones.add(mark),
    );
    if (tombstones.size > 0) await clearRemoved(whole, tombstones);
    print(`${written} new in ${place}, ${replaced} brought up to date, ${same} there already.`);
    if (removed > 0) print(`${removed} left out: their players were removed from this site.`);
    if (refused === 0) return true;
    print(
      task.force
        ? `${refused} left out: they are damaged.`
        : `${refused} left out: they, or what is there, cannot be read. --force puts what can be read in its place.`,
    );
    return false;
  } finally {
    await close();
  }
}

/** The file replaces the one before when it is whole. */
async function writeFile(lines: AsyncIterable<string>, file: string): Promise<void> {
  if (file === "-") return pipeline(Readable.from(lines), process.stdout, { end: false });
  const part = `${file}.part`;
  try {
    await pipeline(Readable.from(lines), createWriteStream(part, { flush: true }));
    await rename(part, file);
  } finally {
    await rm(part, { force: true });
  }
}

function readFile(file: string): AsyncIterable<string> {
  const stream = file === "-" ? process.stdin : createReadStream(file);
  return stream.setEncoding("utf8");
}
