import { readdir, readFile } from "node:fs/promises";
import { isUlid } from "../lib/domain/user";
import { createVercelKvStore } from "../lib/kv/vercel-kv";
import { forgetPlayer } from "../lib/players/forget-player";
import { tombstoneKey } from "../lib/players/removal-keys";
import { ask } from "./support/ask";
import { expect, settings, test } from "./support/fixtures";
import type { RaStandIn } from "./support/ra-stand-in";
import { resetLimiter } from "./support/rate-limiter";
import type { Redis } from "./support/redis";
import { runScript } from "./support/script";
import type { Site } from "./support/site";
import { storedPlayer, watchedKey } from "./support/stored";
import { SURFACES } from "./support/surfaces";
import { aWirePlayer, type WirePlayer } from "./support/wire-player";

const GAMES = 5;
const SOON = { timeout: 40_000, intervals: [250] };
const YEAR = new Date().getUTCFullYear();

/** Every path that shows a player, or leads to one. */
const pathsOf = (user: string) => [
  ...SURFACES.map(({ path }) => path(user)),
  `/user/${user}/embed`,
  `/user/${user}/frame`,
  `/user/${user}/games.csv`,
  `/user/${user}/games.json`,
  `/user/${user}/history.csv`,
  `/user/${user}/cards/lately.svg`,
  `/user/RemovalFriend/cards/versus-${user}.svg`,
  `/api/v1/users/${user}/games`,
  `/api/v1/users/${user}/summary`,
  `/api/v1/users/${user}/library`,
  `/api/v1/users/${user}/awards`,
  `/api/v1/users/${user}/years`,
  `/api/v1/users/${user}/years/${YEAR}`,
  `/api/v1/users/${user}/history`,
  `/api/v1/compare?users=RemovalFriend,${user}`,
  `/compare/RemovalFriend/${user}`,
  `/api/oembed?url=${encodeURIComponent(`/user/${user}`)}`,
];

/** What a card says when a busy machine took too long for it. */
const TOO_BUSY = ["too-late", "busy"];

/** An answer that is about its player. */
async function answerInTime(address: string): ReturnType<typeof ask> {
  for (;;) {
    const answer = await ask(address);
    if (!TOO_BUSY.includes(answer.headers.get("X-Longplay-Error") ?? "")) return answer;
  }
}

/** Checks that a site's answers about a user equal those about one unknown to RA, on every path. */
async function expectUnknown({ url }: Site, user: string): Promise<void> {
  const unknownUser = isUlid(user) ? "0".repeat(26) : "NobodyAtAll9";
  const answerOf = async (path: string, who: string) => {
    const { status, headers, text } = await answerInTime(url + path);
    const names = ["Content-Type", "Cache-Control", "Cache-Status", "X-Longplay-Error"];
    // Letters of a card are outlines.
    const isCard = path.includes("/cards/");
    return [
      status,
      ...names.map((name) => headers.get(name)),
      isCard || text.replaceAll(who, "WHO"),
    ];
  };
  const theirs = pathsOf(user);
  await Promise.all(
    pathsOf(unknownUser).map(async (path, at) => {
      const own = theirs[at] ?? "";
      expect.soft(await answerOf(own, user), own).toEqual(await answerOf(path, unknownUser));
    }),
  );
  expect.soft((await ask(`${url}/user/${user}`)).status).toBe(404);
}

/** Every key and value of the store that names the player, but for locks. */
async function tracesOf(redis: Redis, { profile }: WirePlayer): Promise<string[]> {
  const words = [profile.User, profile.ULID].map((word) => word.toLowerCase());
  return (
    [...(await redis.dump())]
      .map((entry) => entry.join(" ").toLowerCase())
      // Locks run out by themselves.
      .filter((entry) => !entry.startsWith("longplay:lock:"))
      .filter((entry) => words.some((word) => entry.includes(word)))
  );
}

/** How often RA was asked about the player. */
const asked = (standIn: RaStandIn, { profile }: WirePlayer) =>
  standIn
    .calls()
    .filter(({ params }) =>
      [profile.User, profile.ULID].some((user) => user.toLowerCase() === params.u?.toLowerCase()),
    ).length;

/** Has a site show a player until all that it keeps of one is stored. */
async function show(site: Site, redis: Redis, player: WirePlayer): Promise<void> {
  const { User, ULID } = player.profile;
  expect((await ask(`${site.url}/user/${User}`)).status).toBe(200);
  await ask(`${site.url}/user/${User}/cards/summary.svg`);
  const keys = [
    watchedKey(player),
    `longplay:name:${User.toLowerCase()}`,
    `longplay:history:${ULID.toLowerCase()}`,
    `longplay:image:/UserPic/${User}.png`,
  ];
  for (const key of keys) await expect.poll(() => redis.command("EXISTS", key), key).toBe(1);
  await expect.poll(() => storedPlayer(redis, player)).not.toBeNull();
}

test.beforeAll(({ standIn }) => standIn.setPlayer(aWirePlayer({ name: "RemovalFriend" })));

test("a player who is removed is gone from the store at once, and from each server within its notice time", async ({
  standIn,
  redis,
  startOwnSite,
}) => {
  test.slow();
  const player = aWirePlayer({ name: "RemovedWarm", games: GAMES });
  const { User: name, ULID: ulid } = player.profile;
  standIn.setPlayer(player);
  const env: Record<string, string> = {
    ...settings(standIn, redis),
    DATA_DIR: test.info().outputPath("data"),
  };
  // Notice time is the fresh time, which is far longer by default.
  const warm = await startOwnSite({ CACHE_FRESH_SECONDS: "5" });
  await show(warm, redis, player);
  expect((await ask(warm.url)).text).toContain(`/user/${name}"`);

  const forgotten = await runScript("history", ["forget", name.toUpperCase()], env);
  expect(forgotten, forgotten.output).toMatchObject({ code: 0 });
  expect(forgotten.output).toMatch(/[5-9] keys were taken from the store of KV_REST_API_URL/);
  expect(await tracesOf(redis, player)).toEqual([]);

  const status = async () => (await ask(`${warm.url}/api/v1/users/${name}/summary`)).status;
  await expect.poll(status, SOON).toBe(404);
  standIn.resetCalls();
  const cold = await startOwnSite();
  for (const site of [warm, cold]) {
    for (const user of [name, name.toLowerCase(), ulid, ulid.toLowerCase()]) {
      await expectUnknown(site, user);
    }
    expect((await ask(site.url)).text).not.toContain(name);
  }
  expect(asked(standIn, player)).toBe(0);
  expect(await tracesOf(redis, player)).toEqual([]);

  const remembered = await runScript("history", ["remember", ulid], env);
  expect(remembered, remembered.output).toMatchObject({ code: 0 });
  const again = await startOwnSite();
  for (const user of [ulid, name]) {
    expect((await ask(`${again.url}/api/v1/users/${user}/summary`)).status).toBe(200);
  }
  expect(await runScript("history", ["remember", ulid], env)).toMatchObject({ code: 1 });
});

test("a removed player stays unknown under a new name, and who takes the old one is shown", async ({
  standIn,
  redis,
  startOwnSite,
}) => {
  const player = aWirePlayer({ name: "RemovedRenamed", games: GAMES });
  standIn.setPlayer(player);
  const store = createVercelKvStore(redis.restUrl, redis.token);
  await forgetPlayer(store, player.profile.ULID);
  const renamed = { ...player, profile: { ...player.profile, User: "RemovedAgain" } };
  standIn.setPlayer(renamed);
  const heir = aWirePlayer({ name: "RemovedRenamed", games: 3, seed: 9 });
  standIn.setPlayer({
    ...heir,
    profile: { ...heir.profile, ULID: heir.profile.ULID.replace(/.$/, "9") },
  });
  const site = await startOwnSite();
  await expectUnknown(site, "RemovedAgain");
  await expectUnknown(site, player.profile.ULID);
  // RA was asked for the new name once, and answered with the same ULID.
  expect(asked(standIn, renamed)).toBeLessThanOrEqual(2);
  expect(await tracesOf(redis, renamed)).toEqual([]);
  const shown = await ask(`${site.url}/api/v1/users/RemovedRenamed/completion-progress`);
  expect(shown.json<{ total: number }>().total).toBe(3);
});

for (const by of ["name", "ULID"] as const) {
  test(`a load by ${by} that is under way brings nothing back`, async ({
    standIn,
    redis,
    startOwnSite,
  }) => {
    const player = aWirePlayer({ name: `RemovedLoading${by}`, games: GAMES });
    standIn.setPlayer(player);
    const site = await startOwnSite();
    const user = by === "name" ? player.profile.User : player.profile.ULID;
    standIn.setLatency(3000);
    const loading = ask(`${site.url}/api/v1/users/${user}/completion-progress`);
    await expect.poll(() => standIn.count("progress")).toBe(1);
    await forgetPlayer(createVercelKvStore(redis.restUrl, redis.token), player.profile.ULID);
    // A request from before the removal may still get its answer.
    const { status } = await loading;
    expect(by === "name" ? [404] : [200, 404]).toContain(status);
    standIn.setLatency(0);
    const answers = async () => (await ask(`${site.url}/api/v1/users/${user}/summary`)).status;
    await expect.poll(answers).toBe(404);
    await expectUnknown(site, player.profile.User);
    await expectUnknown(site, player.profile.ULID);
    await expect.poll(() => tracesOf(redis, player)).toEqual([]);
  });
}

test("an import does not restore removed players, and an export contains the tombstones", async ({
  standIn,
  redis,
  site,
}) => {
  const player = aWirePlayer({ name: "RemovedImport", games: GAMES });
  const other = aWirePlayer({ name: "KeptImport", games: GAMES });
  const env: Record<string, string> = {
    ...settings(standIn, redis),
    DATA_DIR: test.info().outputPath("data"),
  };
  for (const each of [player, other]) {
    standIn.setPlayer(each);
    await show(site, redis, each);
  }
  const backup = test.info().outputPath("backup.jsonl");
  expect(await runScript("history", ["export", backup], env)).toMatchObject({ code: 0 });
  const ulid = player.profile.ULID.toLowerCase();
  expect(await readFile(backup, "utf8")).toContain(ulid);

  expect(await runScript("history", ["forget", ulid], env)).toMatchObject({ code: 0 });
  for (const words of [[backup], [backup, "--force"]]) {
    const imported = await runScript("history", ["import", ...words], env);
    expect(imported, imported.output).toMatchObject({ code: 0 });
    expect(imported.output).toMatch(/2 left out: their players were removed/);
    expect(await tracesOf(redis, player)).toEqual([]);
  }
  const after = test.info().outputPath("after.jsonl");
  expect(await runScript("history", ["export", after], env)).toMatchObject({ code: 0 });
  const lines = await readFile(after, "utf8");
  expect(lines).not.toContain(ulid);
  expect(lines).toContain(other.profile.ULID.toLowerCase());

  // Another store that has the player: the export removes them there too.
  const folder = { DATA_DIR: test.info().outputPath("data") };
  expect(await runScript("history", ["import", backup], folder)).toMatchObject({ code: 0 });
  expect(await runScript("history", ["import", after], folder)).toMatchObject({ code: 0 });
  const moved = test.info().outputPath("moved.jsonl");
  expect(await runScript("history", ["export", moved], folder)).toMatchObject({ code: 0 });
  expect(await readFile(moved, "utf8")).toBe(lines);
});

/** Whether the files of a folder hold a text. */
async function isOnDisk(folder: string, text: string): Promise<boolean> {
  const files = await readdir(folder);
  const all = await Promise.all(files.map((file) => readFile(`${folder}/${file}`, "latin1")));
  return all.some((content) => content.toLowerCase().includes(text.toLowerCase()));
}

test("with a folder in place of a store, the disk has nothing of the player left, nor has the next start", async ({
  standIn,
  startOwnSite,
}) => {
  const player = aWirePlayer({ name: "RemovedFolded", games: GAMES });
  const { User: name, ULID: ulid } = player.profile;
  standIn.setPlayer(player);
  const env = {
    KV_REST_API_URL: "",
    KV_REST_API_TOKEN: "",
    DATA_DIR: test.info().outputPath("data"),
    RA_API_BASE_URL: standIn.url,
  };
  const first = await startOwnSite(env);
  expect((await ask(`${first.url}/user/${name}`)).status).toBe(200);
  const folder = `${env.DATA_DIR}/history`;
  await expect.poll(() => isOnDisk(folder, ulid)).toBe(true);
  const busy = await runScript("history", ["forget", ulid], env);
  expect(busy).toMatchObject({ code: 1 });
  expect(busy.output).toContain("Another process has the folder");
  await first.terminate();

  // Without a key only the history knows the ULID of the name.
  const forgotten = await runScript("history", ["forget", name.toLowerCase()], env);
  expect(forgotten, forgotten.output).toMatchObject({ code: 0 });
  expect(await isOnDisk(folder, ulid)).toBe(false);
  standIn.resetCalls();
  const second = await startOwnSite(env);
  for (const user of [ulid, name]) await expectUnknown(second, user);
  expect(asked(standIn, player)).toBeLessThanOrEqual(2);
  await second.terminate();
  expect(await isOnDisk(folder, ulid)).toBe(false);

  expect(await runScript("history", ["remember", ulid], env)).toMatchObject({ code: 0 });
  const third = await startOwnSite(env);
  for (const user of [ulid, name]) {
    expect((await ask(`${third.url}/api/v1/users/${user}/summary`)).status).toBe(200);
  }
});

test("an unknown name is not removed, and an invalid one is refused", async ({
  standIn,
  redis,
}) => {
  const env: Record<string, string> = {
    ...settings(standIn, redis),
    DATA_DIR: test.info().outputPath("data"),
  };
  const unknown = await runScript("history", ["forget", "NobodyAtAll9"], env);
  expect(unknown).toMatchObject({ code: 1 });
  expect(unknown.output).toContain("give the ULID");
  const odd = await runScript("history", ["forget", "no!name"], env);
  expect(odd).toMatchObject({ code: 1 });
  expect(odd.output).toContain("not a user name");
  expect(await runScript("history", ["forget"], env)).toMatchObject({ code: 2 });
  expect(unknown.output + odd.output).not.toContain(env.RA_WEB_API_KEY);
});

test("HIDDEN_PLAYERS are unknown by name and by ULID, at the cost of one profile call each", async ({
  standIn,
  redis,
  startOwnSite,
}) => {
  const byName = aWirePlayer({ name: "HiddenByName", games: GAMES });
  const byUlid = aWirePlayer({ name: "HiddenByUlid", games: GAMES });
  for (const player of [byName, byUlid]) standIn.setPlayer(player);
  const HIDDEN_PLAYERS = `hiddenbyname, ${byUlid.profile.ULID}`;
  const EXAMPLE_PLAYERS = "HiddenByName,RemovalFriend";
  await resetLimiter(redis);
  for (let servers = 0; servers < 2; servers++) {
    const site = await startOwnSite({ HIDDEN_PLAYERS, EXAMPLE_PLAYERS });
    for (const { profile } of [byName, byUlid]) {
      for (const user of [profile.User, profile.ULID, profile.User.toLowerCase()]) {
        await expectUnknown(site, user);
      }
    }
    const home = await ask(site.url);
    expect(home.text).toContain("RemovalFriend");
    expect(home.text).not.toMatch(/HiddenBy/);
  }
  for (const player of [byName, byUlid]) {
    expect(asked(standIn, player)).toBe(1);
    expect(await tracesOf(redis, player)).toEqual([]);
  }
});

test("who is hidden when already stored and watched is shown and asked about no more", async ({
  site,
  standIn,
  redis,
  startOwnSite,
}) => {
  const player = aWirePlayer({ name: "HiddenStored", games: GAMES });
  standIn.setPlayer(player);
  await show(site, redis, player);
  const stored = await storedPlayer(redis, player);
  const CRON_SECRET = "a-secret-of-this-spec";
  const hiding = await startOwnSite({ HIDDEN_PLAYERS: "HiddenStored", CRON_SECRET });
  standIn.resetCalls();
  for (const user of [player.profile.ULID, "HiddenStored"]) await expectUnknown(hiding, user);
  await ask(`${hiding.url}/api/cron/watch`, {
    headers: { Authorization: `Bearer ${CRON_SECRET}` },
  });
  expect(asked(standIn, player)).toBeLessThanOrEqual(1);
  // Hiding takes nothing away: that is for the owner to do.
  expect(await storedPlayer(redis, player)).toBe(stored);
});

test("a tombstone of a later format removes as well", async ({ redis, standIn, startOwnSite }) => {
  const player = aWirePlayer({ name: "RemovedLater" });
  standIn.setPlayer(player);
  const store = createVercelKvStore(redis.restUrl, redis.token);
  await forgetPlayer(store, player.profile.ULID);
  await store.set(tombstoneKey(player.profile.ULID), "lpr9:what a later version writes", null);
  expect((await ask(`${(await startOwnSite()).url}/user/${player.profile.ULID}`)).status).toBe(404);
});
