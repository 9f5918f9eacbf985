import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { KEY, standIn } from "@/e2e/support/unit-stand-in";
import { aWirePlayer } from "@/e2e/support/wire-player";
import { createFolderStore } from "@/lib/kv/folder-store";
import { tombstoneKey } from "@/lib/players/removal-keys";

const PLAYER = aWirePlayer({ name: "Leaver" });

/** @type {string} */
let folder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "longplay-removal-"));
  vi.resetModules();
  vi.stubEnv("DATA_DIR", folder);
  vi.stubEnv("RA_WEB_API_KEY", KEY);
  vi.stubEnv("RA_API_BASE_URL", standIn.url);
  standIn.setPlayer(PLAYER);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

/** @param {string} user */
async function forget(user) {
  const { runRemoval } = await import("./history-removal.ts");
  /** @type {string[]} */
  const texts = [];
  const isDone = await runRemoval("forget", user, (text) => texts.push(text));
  return { isDone, text: texts.join("\n") };
}

/** @param {string} key */
async function readStored(key) {
  const store = createFolderStore(join(folder, "history"), () => undefined);
  const value = await store.get(key);
  await store.close();
  return value;
}

test("a player can be removed from a site with an empty store", async () => {
  expect(await forget("leaver")).toMatchObject({ isDone: true });
  expect(existsSync(join(folder, "history"))).toBe(true);
  expect(await readStored(tombstoneKey(PLAYER.profile.ULID))).not.toBeNull();
});

test("while RetroAchievements does not answer, a name removes no player and a ULID does", async () => {
  const stored = createFolderStore(join(folder, "history"), () => undefined);
  await stored.set(`longplay:name:leaver`, `${"01hzy3".padEnd(26, "0")} 1`, null);
  await stored.close();
  standIn.fail("unavailable");
  await expect(forget("Leaver")).rejects.toThrow(/did not answer.*give the ULID/);
  expect(await readStored("longplay:name:leaver")).not.toBeNull();
  expect(await forget(PLAYER.profile.ULID)).toMatchObject({ isDone: true });
});

test("a name that RetroAchievements does not know needs a ULID if the store does not know it", async () => {
  const { isDone, text } = await forget("NobodyAtAll9");
  expect(isDone).toBe(false);
  expect(text).toContain("give the ULID");
});
