import { randomBytes } from "node:crypto";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadTypeScript } from "../../scripts/load-typescript.mjs";

// A process that has a folder of values open, for tests that kill it or limit its disk:
// `node folder-process.mjs write|look|fill FOLDER`.

const [what, folder = ""] = process.argv.slice(2);
/** @type {typeof import("../../lib/kv/folder-store.ts")} */
const { createFolderStore } = await loadTypeScript("lib/kv/folder-store.ts");
/** @type {typeof import("../../lib/kv/store.ts")} */
const { compareAndSet } = await loadTypeScript("lib/kv/store.ts");

/** @type {string[]} */
const warnings = [];
let now = 0;
const store = createFolderStore(
  folder,
  (message) => warnings.push(message),
  () => now,
);

/** Adds letters to ten values, several at once, and prints a line for each that is on the disk. */
async function write() {
  await Promise.all(
    Array.from({ length: 10 }, async (_, index) => {
      const key = `key:${index}`;
      let seen = await store.get(key);
      for (;;) {
        const next = `${seen ?? ""}${String.fromCharCode(97 + ((seen?.length ?? 0) % 26))}`;
        const { done } = await compareAndSet(store, key, seen, next, null);
        if (!done) throw new Error("Another process writes.");
        seen = next;
        process.stdout.write(`${key} ${next}\n`);
      }
    }),
  );
}

/** Whether the folder is open, and the warnings. */
async function look() {
  return { keeping: await store.durability(), warnings };
}

/** Writes until the folder's disk is full, makes room, and goes on. */
async function fill() {
  const ballast = join(folder, "ballast");
  writeFileSync(ballast, Buffer.alloc(16 * 1024 * 1024));
  /** @type {Map<string, string>} */
  const written = new Map();
  const add = async () => {
    const value = randomBytes(150_000).toString("hex");
    await store.set(`key:${written.size}`, value, null);
    written.set(`key:${written.size}`, value);
  };
  const read = async () => {
    for (const [key, value] of written) if ((await store.get(key)) !== value) return key;
    return "all";
  };
  let refused = false;
  while (!refused && written.size < 100) await add().catch(() => (refused = true));
  const keepingWhenFull = await store.durability();
  const readWhenFull = await read();
  // There is still no room.
  now += 60_000;
  await add().catch(() => undefined);
  rmSync(ballast);
  const tried = await add().then(
    () => "at once",
    () => "not for half a minute",
  );
  now += 60_000;
  for (let index = 0; index < 5; index++) await add();
  const keepingWithRoom = await store.durability();
  await store.close();
  return {
    refused,
    keepingWhenFull,
    readWhenFull,
    tried,
    keepingWithRoom,
    readAfterwards: await read(),
    warnings,
  };
}

// As a server ends at a SIGTERM, in the middle of its work.
process.once("SIGTERM", () => process.exit(143));

if (what === "write") await write();
else process.stdout.write(JSON.stringify(await (what === "fill" ? fill() : look())));
