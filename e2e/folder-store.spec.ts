import { existsSync, writeFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { createFolderStore } from "../lib/kv/folder-store";
import { ask } from "./support/ask";
import { expect, test } from "./support/fixtures";
import type { Site } from "./support/site";
import { aWirePlayer } from "./support/wire-player";

/** The settings of a site whose store is its process and a folder. */
const ALONE = { KV_REST_API_URL: "", KV_REST_API_TOKEN: "" };

const historyOf = async ({ url }: Site) =>
  (await ask(`${url}/api/health`)).json<{ history: unknown }>().history;

test("a site opens its folder when needed and releases it at SIGTERM, and a second site reports that it has none", async ({
  standIn,
  startOwnSite,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Folded", games: 5 }));
  const DATA_DIR = test.info().outputPath("data");
  const [first, second] = [
    await startOwnSite({ ...ALONE, DATA_DIR }),
    await startOwnSite({ ...ALONE, DATA_DIR }),
  ];
  // The health check that made the site ready includes the history.
  expect(await historyOf(first)).toEqual({ kept: true });
  expect(await historyOf(second)).toEqual({ kept: false, why: "in-use" });
  await historyOf(second);
  expect(second.logs().match(/"level":"warn".*Another process has the folder/g)).toHaveLength(1);
  expect(second.logs()).toContain(`${DATA_DIR}/history`);
  expect(first.logs()).not.toContain("Another process");
  for (const { url } of [first, second]) {
    expect((await ask(`${url}/api/v1/users/Folded/library`)).status).toBe(200);
  }

  expect(await first.terminate()).toBe(143);
  const store = createFolderStore(`${DATA_DIR}/history`, () => undefined);
  expect(await store.durability()).toEqual({ kept: true });
  await store.close();
});

test("a site whose folder cannot be used works, reports it, and names no folder in public", async ({
  standIn,
  startOwnSite,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Foldered", games: 5 }));
  const file = test.info().outputPath("file");
  writeFileSync(file, "");
  const unreadable = test.info().outputPath("unreadable");
  await mkdir(`${unreadable}/history`, { recursive: true });
  writeFileSync(`${unreadable}/history/000005.ldb`, "");
  for (const [DATA_DIR, why] of [
    [file, "unusable"],
    [unreadable, "damaged"],
  ] as const) {
    const site = await startOwnSite({ ...ALONE, DATA_DIR });
    const health = await ask(`${site.url}/api/health`);
    expect(health.json()).toMatchObject({ status: "ok", history: { kept: false, why } });
    expect(health.body.toString()).not.toContain(DATA_DIR);
    expect((await ask(`${site.url}/user/Foldered`)).status).toBe(200);
    expect(site.logs()).toContain("no history is kept");
  }
  expect(existsSync(`${unreadable}/history/000005.ldb`)).toBe(true);
});
