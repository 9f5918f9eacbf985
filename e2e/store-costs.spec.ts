import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ask } from "./support/ask";
import { expect, test } from "./support/fixtures";
import type { Redis } from "./support/redis";
import { type StoreFaults, startStoreFaults } from "./support/store-faults";
import { agePlayer, storedKeys, storedPlayer, watchedKey } from "./support/stored";
import { aWirePlayer } from "./support/wire-player";

// What docs/store.md says that a site costs at a store that is paid by command and byte, counted at a real one.

const DOCUMENT = fileURLToPath(new URL("../docs/store.md", import.meta.url));
const GAMES = 1313;

/** What the document's table says of a row, as a number. */
function documented(row: string): number {
  const line = readFileSync(DOCUMENT, "utf8")
    .split("\n")
    .find((each) => each.startsWith(`| ${row} |`));
  const [, , value = ""] = line?.split("|") ?? [];
  return Number(value.replace(/[^\d.]/g, ""));
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a command renews a lock, with its owner as the guard and the value: a slow load does so every 1.5 seconds. */
function renewsLock(words: readonly string[]): boolean {
  const owners = words.filter((word) => UUID.test(word));
  return (
    words.some((word) => /^longplay:(lock|filling):/.test(word)) &&
    new Set(owners).size < owners.length
  );
}

const NAME = "StoreCosts";
/** Registered this year and without unlocks: what filling up others costs is in docs/unlocks.md. */
const aPlayer = (games: number) => ({
  ...aWirePlayer({
    name: NAME,
    games,
    profile: { MemberSince: `${new Date().getUTCFullYear()}-01-01 00:00:00` },
  }),
  unlocks: [],
});
const player = aPlayer(GAMES);

/** Whether a command lists watched players of other specs: a page for every 1,000 keys of the shared store. */
function listsOthers([name = "", ...words]: readonly string[]): boolean {
  if (/^scan$/i.test(name)) return words[0] !== "0";
  const watched = words.filter((word) => word.startsWith("longplay:watched:"));
  return /^mget$/i.test(name) && watched.length > 0 && !watched.includes(watchedKey(player));
}

let store: StoreFaults;
let sent = 0;
test.beforeAll(async ({ redis }) => {
  store = await startStoreFaults(redis.restUrl);
  await store.set({
    kind: "slow",
    // Counts, and slows nothing.
    only: (words) => {
      if (!renewsLock(words) && !listsOthers(words)) sent++;
      return false;
    },
  });
});
test.afterAll(async () => {
  await store.close();
});

/** Counts the commands that `run` causes, including those behind its answer: until no load holds a lock and no command comes. */
async function counted(redis: Redis, run: () => Promise<unknown>): Promise<number> {
  sent = 0;
  await run();
  let before = -1;
  const isQuiet = async () => {
    const keys = ["longplay:lock:*", "longplay:filling:*"];
    const locks = await Promise.all(keys.map((key) => redis.command("KEYS", key)));
    const isSame = sent === before;
    before = sent;
    return isSame && locks.flat().length === 0;
  };
  await expect.poll(isQuiet, { intervals: [1000], timeout: 60_000 }).toBe(true);
  return sent;
}

/** Fails where something costs more than the document says, or so much less that the document is of another time. */
function expectCost(row: string, cost: number): void {
  console.log(`${row}: ${cost}`);
  const most = documented(row);
  expect.soft(cost, row).toBeLessThanOrEqual(most);
  // A machine in a hurry looks once less for a lock or for what another has written.
  expect.soft(cost, row).toBeGreaterThanOrEqual(Math.floor(most * 0.8));
}

test("visits, refreshes and checks cost the store as many commands as docs/store.md says", async ({
  standIn,
  redis,
  startOwnSite,
}) => {
  const secret = "a-secret-of-this-spec";
  const own = {
    KV_REST_API_URL: store.restUrl,
    CRON_SECRET: secret,
  };
  standIn.setPlayer(player);
  // Games share icons, and another spec may have stored some.
  for (const key of await storedKeys(redis)) {
    if (key.startsWith("longplay:image:")) await redis.command("DEL", key);
  }
  const first = await startOwnSite(own);
  const other = await startOwnSite({ ...own, CACHE_FRESH_SECONDS: "1" });
  const page = (url: string) => ask(`${url}/user/${NAME}`);

  expectCost("the first load of a player", await counted(redis, () => page(first.url)));
  expectCost("a view at a server that has the player", await counted(redis, () => page(first.url)));
  expectCost(
    "the first card with ten icons and an avatar",
    await counted(redis, () => ask(`${first.url}/user/${NAME}/cards/recent.svg?count=10`)),
  );
  await expect.poll(() => storedPlayer(redis, player)).not.toBeNull();
  const second = await startOwnSite(own);
  expectCost("the first view at another server", await counted(redis, () => page(second.url)));
  standIn.setPlayer(aPlayer(GAMES + 1));
  expectCost(
    "such a view, and a refresh with news behind it",
    await counted(redis, () => page(other.url)),
  );
  await agePlayer(redis, player, 26);
  await redis.command("SET", watchedKey(player), `${Date.now() - 26 * 3_600_000} 0`);
  const third = await startOwnSite(own);
  const cron = () =>
    ask(`${third.url}/api/cron/watch`, { headers: { Authorization: `Bearer ${secret}` } });
  expectCost("a check without a visitor", await counted(redis, cron));

  let bytes = 0;
  for (const key of await storedKeys(redis)) {
    const isTheirs = key.toLowerCase().includes(player.profile.ULID.toLowerCase());
    if (isTheirs) bytes += Number(await redis.command("MEMORY", "USAGE", key));
  }
  expectCost("kB of a player with 1,313 games", Math.round(bytes / 1000));
});
