import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { dayKey, headKey } from "../lib/archive/keys";
import { dayEnvelope } from "../lib/archive/stored-day";
import { headEnvelope } from "../lib/archive/stored-head";
import { aGame } from "../lib/domain/test-games";
import { aDay, aState } from "../lib/history/test-states";
import { createFolderStore } from "../lib/kv/folder-store";
import type { Store } from "../lib/kv/store";
import { createVercelKvStore } from "../lib/kv/vercel-kv";
import { expect, test } from "./support/fixtures";
import { type Redis, startRedis } from "./support/redis";
import { runScript } from "./support/script";

const ULIDS = ["01hzy3", "01hzy4", "01hzy5"].map((start) => start.padEnd(26, "0"));

/** A made-up history of some players, as the site writes it. */
function someHistory(): Map<string, string> {
  const values = new Map<string, string>();
  for (const [at, ulid] of ULIDS.entries()) {
    const games = Array.from({ length: 4000 * at }, () => aGame());
    const days = Array.from({ length: 12 }, (_, day) => `2026-11-${day + 10}`);
    const base = aState(games);
    const head = { startedAt: 1, restartedOn: "2026-11-10", days, openDay: "2026-11-22", base };
    values.set(headKey(ulid), headEnvelope.seal(head));
    for (const day of days) {
      const record = { ...aDay([aGame()], []), day };
      values.set(dayKey(ulid, day), dayEnvelope.seal({ record, isClosed: true, isLate: false }));
    }
  }
  return values;
}

const textOf = (values: Map<string, string>) =>
  [...values.keys()]
    .sort()
    .map((key) => `${JSON.stringify({ key, value: values.get(key) })}\n`)
    .join("");

/** One kind of store: its settings, and something to look into it with while no script has it. */
interface Place {
  env: Record<string, string>;
  look<Result>(what: (store: Store) => Promise<Result>): Promise<Result>;
}

let redis: Redis;
test.beforeAll(async () => {
  redis = await startRedis();
});
test.afterAll(() => redis.close());

async function inRedis(): Promise<Place> {
  await redis.command("FLUSHALL");
  return {
    env: { KV_REST_API_URL: redis.restUrl, KV_REST_API_TOKEN: redis.token },
    look: (what) => what(createVercelKvStore(redis.restUrl, redis.token)),
  };
}

async function inFolder(): Promise<Place> {
  const DATA_DIR = test.info().outputPath("data");
  return {
    env: { DATA_DIR },
    async look(what) {
      const store = createFolderStore(`${DATA_DIR}/history`, () => undefined);
      try {
        return await what(store);
      } finally {
        await store.close();
      }
    },
  };
}

const fill = ({ look }: Place, values: Map<string, string>) =>
  look(async (store) => {
    for (const [key, value] of values) await store.set(key, value, null);
  });

for (const [title, from, to] of [
  ["from a folder to Redis", inFolder, inRedis],
  ["from Redis to a folder", inRedis, inFolder],
] as const) {
  test(`a history moves ${title}, and the export of the copy has the same bytes`, async () => {
    const values = someHistory();
    const file = test.info().outputPath("history.jsonl");
    const source = await from();
    await fill(source, values);
    await source.look((store) => store.set("longplay:player:other", "not of it", 60));
    const exported = await runScript("history", ["export", file], source.env);
    expect(exported, exported.output).toMatchObject({ code: 0 });
    expect(exported.output).toMatch(/^39 lines from /);
    expect(await readFile(file, "utf8")).toBe(textOf(values));

    const target = await to();
    for (const line of [
      /39 new .*, 0 brought up to date, 0 there already/,
      /0 new .*39 there already/,
    ]) {
      const imported = await runScript("history", ["import", file], target.env);
      expect(imported, imported.output).toMatchObject({ code: 0 });
      expect(imported.output).toMatch(line);
    }
    const again = `${file}.again`;
    await runScript("history", ["export", again], target.env);
    expect((await readFile(again)).equals(await readFile(file))).toBe(true);
  });
}

test("an import leaves what is newer and what cannot be read, unless that is to go", async () => {
  const history = someHistory();
  const [head = "", day = ""] = history.keys();
  const newer = dayEnvelope.seal({
    record: { ...aDay([], []), day: "2026-11-10", checkedAt: Date.UTC(2027, 1) },
    isClosed: true,
    isLate: false,
  });
  const place = await inFolder();
  await fill(
    place,
    new Map([
      [head, "lphh9:of another version"],
      [day, newer],
    ]),
  );
  const file = test.info().outputPath("history.jsonl");
  await writeFile(file, textOf(history));
  const left = await runScript("history", ["import", file], place.env);
  expect(left).toMatchObject({ code: 1 });
  expect(left.output).toMatch(/37 new .*, 1 there already\.\n1 left out.*--force/);
  expect(await place.look((store) => store.get(day))).toBe(newer);
  const forced = await runScript("history", ["import", file, "--force"], place.env);
  expect(forced).toMatchObject({ code: 0 });
  expect(forced.output).toMatch(/0 new .*, 2 brought up to date, 37 there already/);
  expect(await place.look((store) => store.get(head))).toBe(history.get(head));

  const sound = history.get(day) ?? "";
  await writeFile(file, textOf(new Map([[day, sound.replace(":", ":AAAA")]])));
  const damaged = await runScript("history", ["import", file, "--force"], place.env);
  expect(damaged).toMatchObject({ code: 1 });
  expect(damaged.output).toContain("1 left out: they are damaged.");
  expect(await place.look((store) => store.get(day))).toBe(sound);
});

test("a folder that the site has, or that is not there, is left, and a damaged one is mended", async () => {
  const place = await inFolder();
  const file = test.info().outputPath("history.jsonl");
  const none = await runScript("history", ["export", file], place.env);
  expect(none).toMatchObject({ code: 1 });
  expect(none.output).toMatch(/There is no folder .*DATA_DIR/);
  await expect(stat(file)).rejects.toThrow("ENOENT");
  const mended = await runScript("history", ["repair"], place.env);
  expect(mended).toMatchObject({ code: 1 });
  expect(mended.output).toMatch(/There is no folder .*DATA_DIR/);

  const history = someHistory();
  await fill(place, history);
  await place.look(async (store) => {
    await store.durability();
    for (const words of [["export", file], ["import", file], ["repair"]]) {
      const ended = await runScript("history", words, place.env);
      expect(ended).toMatchObject({ code: 1 });
      expect(ended.output).toMatch(/^Another process has the folder .*: stop that one/);
    }
  });
  await writeFile(`${place.env.DATA_DIR}/history/CURRENT`, "rubbish");
  const damaged = await runScript("history", ["export", file], place.env);
  expect(damaged).toMatchObject({ code: 1 });
  expect(damaged.output).toContain("npm run history -- repair");
  expect(await runScript("history", ["repair"], place.env)).toMatchObject({ code: 0 });
  expect(await runScript("history", ["export", file], place.env)).toMatchObject({ code: 0 });
  expect(await readFile(file, "utf8")).toBe(textOf(history));
});

test("a failed export leaves the previous file, and wrong arguments print the usage", async () => {
  const place = await inFolder();
  const file = test.info().outputPath("history.jsonl");
  await writeFile(file, "the one before");
  await mkdir(`${file}.part`);
  await fill(place, someHistory());
  expect(await runScript("history", ["export", file], place.env)).toMatchObject({ code: 1 });
  expect(await readFile(file, "utf8")).toBe("the one before");
  for (const words of [
    [],
    ["export"],
    ["mend"],
    ["import", "a", "b"],
    ["export", "a", "--force"],
  ]) {
    const ended = await runScript("history", words, place.env);
    expect(ended).toMatchObject({ code: 2 });
    expect(ended.output).toContain("npm run history -- export FILE");
  }
});
