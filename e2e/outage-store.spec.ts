import { setTimeout as sleep } from "node:timers/promises";
import { ask, askAll, statuses } from "./support/ask";
import { expect, settings, test } from "./support/fixtures";
import { paced } from "./support/pace";
import { resetLimiter } from "./support/rate-limiter";
import type { Redis } from "./support/redis";
import { type Site, startSite } from "./support/site";
import { type StoreFaults, startStoreFaults, writesPlayer } from "./support/store-faults";
import { playerKey, storedPlayer } from "./support/stored";
import {
  askSurfaces,
  expectPlayer,
  type Shown,
  SURFACES,
  showOnSurfaces,
} from "./support/surfaces";
import { aWirePlayer } from "./support/wire-player";

interface Outage {
  name: string;
  begin: (faults: StoreFaults, redis: Redis) => Promise<unknown>;
  /** Whether a site is started in it. */
  atStart?: boolean;
}

const OUTAGES: readonly Outage[] = [
  {
    name: "refuses connections",
    begin: (faults) => faults.set({ kind: "refuse" }),
    atStart: true,
  },
  { name: "answers errors", begin: (faults) => faults.set({ kind: "error" }) },
  { name: "hangs", begin: (faults) => faults.set({ kind: "hang" }) },
  {
    name: "answers with the wrong shape",
    begin: (faults) => faults.set({ kind: "odd", body: '{"result":12345}' }),
    atStart: true,
  },
  { name: "is a second slow", begin: (faults) => faults.set({ kind: "slow" }) },
  {
    // A real one: reads go on, and writes are refused.
    name: "is full",
    begin: (_, redis) => redis.command("CONFIG", "SET", "maxmemory", "1"),
  },
];

const GAMES = 8;
/** What a caller waits at most for a player who is nowhere. */
const COLD_MS = 3500;
/** What a card's reader waits at most. */
const CARD_MS = 2500;
/** What a caller waits at most for what the process has in memory. */
const WARM_MS = 1500;
const RECOVERY = { timeout: 60_000, intervals: [100, 250] };

const progress = (user: string) => `/api/v1/users/${user}/completion-progress?count=1`;
const games = (name: string, count = GAMES) => aWirePlayer({ name, games: count });
const FEW = SURFACES.filter(({ name }) => ["overview", "progress", "JSON", "SVG"].includes(name));

let faults: StoreFaults;
// Both on that store: what is fresh at one is stale at the other.
let fresh: Site;
let stale: Site;

test.beforeAll(async ({ standIn, redis }) => {
  standIn.reset();
  await resetLimiter(redis);
  faults = await startStoreFaults(redis.restUrl);
  const env = { ...settings(standIn, redis), KV_REST_API_URL: faults.restUrl };
  [fresh, stale] = await Promise.all([
    startSite({ env: { ...env, CACHE_FRESH_SECONDS: "3600" } }),
    startSite({ env: { ...env, CACHE_FRESH_SECONDS: "1" } }),
  ]);
  for (const at of OUTAGES.keys()) standIn.setPlayer(games(`StoreKept${at}`));
  // One loads, and the other has it from the store.
  const paths = [...OUTAGES.keys()].map((at) => progress(`StoreKept${at}`));
  await askAll(paths.map((path) => stale.url + path));
  await askAll(paths.map((path) => fresh.url + path));
  await sleep(1100);
});
test.afterEach(async ({ redis }) => {
  await faults.set(null);
  await redis.command("CONFIG", "SET", "maxmemory", "0");
});
test.afterAll(async () => {
  await Promise.all([fresh.stop(), stale.stop()]);
  await faults.close();
});

/** Checks that a site stores again what it loads. */
async function expectRecovery(
  site: Site,
  setPlayer: (player: ReturnType<typeof games>) => void,
  redis: Redis,
  label: string,
) {
  let tries = 0;
  await expect
    .poll(async () => {
      const player = games(`${label}${tries++}`);
      setPlayer(player);
      expect((await ask(site.url + progress(player.profile.User))).status).toBe(200);
      await sleep(100);
      return storedPlayer(redis, player);
    }, RECOVERY)
    .not.toBeNull();
}

/** Checks that a cold answer is a player, or, of a card that would be late, says so. */
function expectCold(shown: Shown, name: string, label: string, slowest: number) {
  const { surface, answer } = shown;
  const limit = surface.failure === "card" ? CARD_MS : COLD_MS;
  expect
    .soft(answer.milliseconds, `${label} nothing ${surface.name}`)
    .toBeLessThan(limit + 4 * slowest);
  if (surface.failure === "card" && answer.headers.get("X-Longplay-Error") === "too-late") {
    expect.soft(answer.status).toBe(200);
    return;
  }
  expect.soft(answer.status, `${label} nothing ${surface.name}`).toBe(200);
  const shows = surface.name === "JSON" ? `"total":${GAMES}` : name;
  expect.soft(answer.text.includes(shows), `${label} ${surface.name} shows the player`).toBe(true);
}

test("no answer waits for what is written to the store", async ({ standIn, redis }) => {
  const player = games("Unhurried");
  standIn.setPlayer(player);
  await faults.set({ kind: "hang", only: writesPlayer });
  const givenUp = faults.givenUp();
  const answer = await ask(fresh.url + progress("Unhurried"));
  expect(answer.status).toBe(200);
  // The site has not given up waiting, for it did not wait.
  expect(faults.givenUp()).toBe(givenUp);
  await expect.poll(() => faults.hanging()).toBe(1);
  await faults.set(null);
  await expect.poll(() => storedPlayer(redis, player)).not.toBeNull();
});

const DAMAGE: readonly [name: string, damage: (value: string) => string][] = [
  ["half of it", (value) => value.slice(0, value.length / 2)],
  ["one letter changed", (value) => flipped(value, Math.floor(value.length / 2))],
  ["of another version", (value) => value.replace(/^lp\d+:/, "lp999:")],
  ["of the first version, with nonsense in it", () => "lp1:bm90IGEgcGxheWVy"],
  ["empty", () => ""],
  ["JSON", () => '{"profile":{"name":"Somebody else"},"games":[]}'],
];

function flipped(value: string, at: number): string {
  return value.slice(0, at) + (value[at] === "A" ? "B" : "A") + value.slice(at + 1);
}

test("a stored value that cannot be read is read from RA again, and mended", async ({
  standIn,
  redis,
}) => {
  await Promise.all(
    DAMAGE.map(async ([kind, damage], at) => {
      const player = games(`Unreadable${at}`);
      const { User: name } = player.profile;
      standIn.setPlayer(player);
      await ask(stale.url + progress(name));
      await expect.poll(() => storedPlayer(redis, player)).not.toBeNull();
      const good = await storedPlayer(redis, player);
      const bad = damage(good ?? "");
      expect(bad).not.toBe(good);
      await redis.command("SET", playerKey(player), bad);

      const answer = await ask(fresh.url + progress(name));
      expect(answer.status, kind).toBe(200);
      expect(answer.json(), kind).toMatchObject({ total: GAMES });
      // It is written behind the answer.
      await expect.poll(() => storedPlayer(redis, player), { message: kind }).not.toBe(bad);
      expect((await storedPlayer(redis, player))?.length ?? 0, kind).toBeGreaterThan(100);
    }),
  );
});

test("what a process has at hand is shown, though what is stored of it is damaged", async ({
  standIn,
  redis,
}) => {
  const player = games("AtHand");
  standIn.setPlayer(player);
  await askAll([stale.url, fresh.url].map((url) => url + progress("AtHand")));
  await expect.poll(() => storedPlayer(redis, player)).not.toBeNull();
  await redis.command("SET", playerKey(player), "lp999:AAAA");
  await sleep(1100);
  const [atFresh, atStale] = await askAll(
    [fresh.url, stale.url].map((u) => u + progress("AtHand")),
  );
  expect(atFresh?.headers.get("Cache-Status")).toMatch(/^Longplay; hit; ttl=\d+$/);
  expect(atStale?.headers.get("Cache-Status")).toContain("detail=stale");
  for (const answer of [atFresh, atStale]) expect(answer?.json()).toMatchObject({ total: GAMES });
  // The refresh behind that answer mends it.
  await expect.poll(() => storedPlayer(redis, player), RECOVERY).not.toBe("lp999:AAAA");
});

test("nonsense where a name or the state of RA is stored does no harm", async ({
  standIn,
  redis,
}) => {
  const player = games("OddName");
  standIn.setPlayer(player);
  await redis.command("SET", "longplay:name:oddname", "'; not a ULID");
  const fine = { calls: [], pausedUntil: 0, failures: 0, openUntil: 0, unreadable: "" };
  const ahead = 9_000_000_000;
  for (const nonsense of [
    "not JSON",
    "null",
    "[]",
    '{"pausedUntil":"never"}',
    JSON.stringify({ ...fine, pausedUntil: ahead }),
    JSON.stringify({ ...fine, failures: 5, openUntil: ahead, unreadable: "x" }),
    JSON.stringify({ ...fine, calls: [[ahead, 100_000]] }),
  ]) {
    await redis.command("SET", "longplay:upstream", nonsense);
    standIn.setPlayer(games(`Odd${nonsense.length}`));
    const answer = await ask(fresh.url + progress(`Odd${nonsense.length}`));
    expect(answer.status, nonsense).toBe(200);
  }
  expect((await ask(fresh.url + progress("OddName"))).json()).toMatchObject({ total: GAMES });
});

test("a server that is ready has reached its store", async ({ startOwnSite }) => {
  const commands: string[] = [];
  const only = (words: readonly string[]) => {
    commands.push(words[0]?.toLowerCase() ?? "");
    return false;
  };
  await faults.set({ kind: "error", only });
  await startOwnSite({ KV_REST_API_URL: faults.restUrl });
  expect(commands).toContain("time");
});

const ODD_ANSWERS = [
  ...["12345", '"text"', "true", "null", "[]", "{}", "[[1]]", '["text","text"]'].map(
    (result) => `{"result":${result}}`,
  ),
  "{}",
  "null",
  "12345",
  "<!doctype html>",
];

test("whatever a store answers with status 200, a player is shown", async ({
  standIn,
  startOwnSite,
}) => {
  for (const at of ODD_ANSWERS.keys()) standIn.setPlayer(games(`OddAnswer${at}`));
  await faults.set({ kind: "odd", body: '{"result":12345}' });
  const site = await startOwnSite({ KV_REST_API_URL: faults.restUrl });
  for (const [at, body] of ODD_ANSWERS.entries()) {
    await faults.set({ kind: "odd", body });
    const name = `OddAnswer${at}`;
    const paths = ["", "/progress", "/history", "/cards/recent.svg"].map(
      (path) => `/user/${name}${path}`,
    );
    for (const path of [progress(name), ...paths]) {
      const answer = await ask(site.url + path);
      expect.soft(answer.status, `${body} ${path}`).toBe(200);
    }
    expect.soft((await ask(`${site.url}/user/Nobody${at}`)).status, body).toBe(404);
  }
  const warnings = site.logs().match(/something else than what was asked for/g) ?? [];
  expect(warnings).toHaveLength(1);
});

test("a refused write stops no reads", async ({ standIn }) => {
  const names = ["ReadAfter1", "ReadAfter2", "ReadAfter3"];
  for (const name of [...names, "Refused"]) standIn.setPlayer(games(name));
  await askAll(names.map((name) => stale.url + progress(name)));
  await sleep(300);
  await faults.set({ kind: "error", only: writesPlayer });
  expect((await ask(fresh.url + progress("Refused"))).status).toBe(200);
  await sleep(300);
  standIn.resetCalls();
  for (const name of names) {
    const read = await ask(fresh.url + progress(name));
    expect(read.headers.get("Cache-Status")).toMatch(/^Longplay; hit; ttl=\d+$/);
  }
  expect(standIn.calls()).toHaveLength(0);
});

for (const [at, outage] of OUTAGES.entries()) {
  test(`while the store ${outage.name}, answers are right and in time, and all is well afterwards`, async ({
    standIn,
    redis,
    startOwnSite,
  }) => {
    const name = `StoreKept${at}`;
    const newcomer = games(`StoreNew${at}`);
    standIn.setPlayer(newcomer);
    const surfaces = { surfaces: FEW };
    await outage.begin(faults, redis);

    const asked = Promise.all([
      askSurfaces(fresh.url, newcomer.profile.User, surfaces),
      showOnSurfaces(fresh.url, name, surfaces),
      showOnSurfaces(stale.url, name, surfaces),
    ]);
    const { result, slowest } = await paced(fresh.url, asked);
    const [atNothing, atFresh, atStale] = result;
    for (const shown of atNothing) expectCold(shown, newcomer.profile.User, outage.name, slowest);
    for (const shown of atFresh) {
      expectPlayer(shown, { state: "hit", name, games: GAMES }, outage.name);
    }
    for (const shown of atStale) {
      expectPlayer(shown, { state: "kept", name, games: GAMES }, outage.name);
    }
    // Its refresh may have made the last of them fresh.
    const states = atStale.map(({ answer }) => answer.headers.get("Cache-Status"));
    expect(states.join()).toContain("detail=stale");
    for (const { surface, answer } of [...atFresh, ...atStale]) {
      expect
        .soft(answer.milliseconds, `${outage.name} ${surface.name}`)
        .toBeLessThan(WARM_MS + 4 * slowest);
    }
    // Once loaded it is at hand, whatever the store does.
    const again = await paced(fresh.url, ask(fresh.url + progress(newcomer.profile.User)));
    expect(again.result.status).toBe(200);
    expect(again.milliseconds).toBeLessThan(WARM_MS + 4 * again.slowest);
    // However many ask, one load is enough for them.
    expect(callsFor(standIn.calls(), newcomer)).toBeLessThanOrEqual(2);

    // A site can start without its store, too, and uses it once it is there.
    const started = outage.atStart && (await startOwnSite({ KV_REST_API_URL: faults.restUrl }));
    if (started) expect((await ask(started.url + progress(name))).status).toBe(200);

    await faults.set(null);
    await redis.command("CONFIG", "SET", "maxmemory", "0");
    await Promise.all([
      expectRecovery(fresh, standIn.setPlayer, redis, `Back${at}x`),
      started && expectRecovery(started, standIn.setPlayer, redis, `Started${at}x`),
    ]);
    expect(await storedPlayer(redis, games(name))).not.toBeNull();
    standIn.setPlayer(games(name, GAMES + 1));
    await expect
      .poll(async () => (await ask(stale.url + progress(name))).json(), RECOVERY)
      .toMatchObject({ total: GAMES + 1 });
  });
}

/** How many of these calls were for a player, by name or by ULID. */
function callsFor(
  calls: readonly { params: Record<string, string> }[],
  { profile }: ReturnType<typeof games>,
): number {
  const users = [profile.User.toLowerCase(), profile.ULID.toLowerCase()];
  return calls.filter(({ params }) => users.includes(params.u?.toLowerCase() ?? "")).length;
}

test("a store that dies under load makes no answer wrong", async ({ standIn }) => {
  const known = ["StoreKept0", "StoreKept1", "StoreKept2"];
  const fresher = Array.from({ length: 200 }, (_, at) => `UnderLoad${at}`);
  for (const name of fresher) standIn.setPlayer(games(name));
  const answers: Awaited<ReturnType<typeof ask>>[] = [];
  let goesOn = true;
  const callers = Array.from({ length: 8 }, async (_, caller) => {
    for (let round = 0; goesOn; round++) {
      const site = round % 2 ? fresh : stale;
      const name = caller < 4 ? known[round % 3] : fresher.pop();
      if (name) answers.push(await ask(site.url + progress(name)));
      await sleep(20);
    }
  });
  const answered = async (more: number) => {
    const least = answers.length + more;
    await expect.poll(() => answers.length, RECOVERY).toBeGreaterThan(least);
  };
  await answered(10);
  await faults.set({ kind: "refuse" });
  await answered(40);
  await faults.set(null);
  await answered(10);
  goesOn = false;
  await Promise.all(callers);
  expect(statuses(answers)).toEqual({ 200: answers.length });
});
