import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { ask, askAll, askOver, statuses } from "./support/ask";
import { expect, settings, test } from "./support/fixtures";
import { IS_LONG } from "./support/long-tests";
import type { RaStandIn } from "./support/ra-stand-in";
import { refusalExpires, resetLimiter } from "./support/rate-limiter";
import { type Site, startSite } from "./support/site";
import { agePlayer, storedKeys, storedPlayer, withoutFilled } from "./support/stored";
import { aWirePlayer, library } from "./support/wire-player";

const SERVERS = 4;
const LATENCY_MS = 150;

const progress = (user: string) => `/api/v1/users/${user}/completion-progress?count=5`;

interface Progress {
  total: number;
  results: { title: string }[];
}

/** `npm run test:long` has more and larger crowds. */
const CROWDS = IS_LONG ? [40, 400] : [40];
const REFRESHES = [
  ...CROWDS.map((crowd) => ({ crowd, name: `Refreshed${crowd}`, games: 1313 })),
  ...(IS_LONG ? [{ crowd: 40, name: "RefreshedHuge", games: 20_000 }] : []),
];

let servers: Site[] = [];

test.beforeAll(async ({ standIn, redis }) => {
  await resetLimiter(redis);
  standIn.reset();
  const env = settings(standIn, redis);
  servers = await Promise.all(Array.from({ length: SERVERS }, () => startSite({ env })));
});
test.afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
});

/** The URLs of a number of requests for a player, one server after the other. */
function spread(user: string, requests: number): string[] {
  return Array.from({ length: requests }, (_, at) => {
    const server = servers[at % servers.length];
    return `${server?.url}${progress(user)}`;
  });
}

/**
 * The requests to RA about players whose names or ULIDs begin in one of these ways: servers of earlier tests have another
 * budget, and may still read their players' unlocks.
 */
function callsAbout(standIn: RaStandIn, ...starts: string[]): number {
  return [...standIn.calls(), ...standIn.fillingCalls()].filter(({ params: { u = "" } }) =>
    starts.some((start) => u.toLowerCase().startsWith(start.toLowerCase())),
  ).length;
}

for (const busyLoops of IS_LONG ? [0, 6] : []) {
  test(`400 requests on four servers that have just started beside ${busyLoops} busy loops cost one load`, async ({
    standIn,
    redis,
  }) => {
    test.setTimeout(240_000);
    const name = `Started${busyLoops}`;
    standIn.setPlayer(aWirePlayer({ name, games: 1313 }));
    standIn.setLatency(300);
    const loops = Array.from({ length: busyLoops }, () =>
      spawn("yes", [], { stdio: ["ignore", "ignore", "ignore"] }),
    );
    const started: Site[] = [];
    try {
      const env = settings(standIn, redis);
      const starting = Array.from({ length: SERVERS }, async () => {
        started.push(await startSite({ env }));
      });
      await Promise.all(starting);
      const urls = started.flatMap(({ url }) => Array(100).fill(url + progress(name)));
      const answers = await askAll(urls, { signal: AbortSignal.timeout(120_000) });
      expect(statuses(answers)).toEqual({ 200: 400 });
      for (const answer of answers) expect(answer.json<Progress>().total).toBe(1313);
      expect(standIn.count("progress")).toBe(3);
      expect(standIn.count("profile")).toBe(1);
      for (const site of started) expect(site.logs()).not.toMatch(/"event":"(store|budget)"/);
    } finally {
      for (const loop of loops) loop.kill("SIGKILL");
      await Promise.all(started.map((site) => site.stop()));
    }
  });
}

if (IS_LONG) {
  test("a library of 20,000 games is read once for all servers", async ({ standIn }) => {
    standIn.setPlayer(aWirePlayer({ name: "TwentyThousand", games: 20_000 }));
    standIn.setLatency(LATENCY_MS);
    const answers = await askAll(spread("TwentyThousand", 8));
    expect(statuses(answers)).toEqual({ 200: 8 });
    for (const answer of answers) expect(answer.json<Progress>().total).toBe(20_000);
    expect(standIn.count("progress")).toBe(40);
    expect(standIn.count("profile")).toBe(1);
  });
}

for (const crowd of CROWDS) {
  test(`${crowd} requests over four servers for a player who is not cached cost one load`, async ({
    standIn,
  }) => {
    standIn.setPlayer(aWirePlayer({ name: `Cold${crowd}`, games: 1313 }));
    standIn.setLatency(LATENCY_MS);
    const answers = await askAll(spread(`Cold${crowd}`, crowd));
    expect(statuses(answers)).toEqual({ 200: crowd });
    for (const answer of answers) expect(answer.json<Progress>().total).toBe(1313);
    expect(standIn.count("progress")).toBe(3);
    expect(standIn.count("profile")).toBe(1);
  });
}

for (const { crowd, name, games } of REFRESHES) {
  test(`${crowd} requests for ${games} games that are stale cost one small refresh`, async ({
    standIn,
    redis,
    site,
  }) => {
    const before = aWirePlayer({ name, games });
    standIn.setPlayer(before);
    await ask(site.url + progress(name));
    await expect.poll(() => storedPlayer(redis, before)).not.toBeNull();
    // To servers that do not have the player in memory.
    await agePlayer(redis, before, 1);
    standIn.resetCalls();
    const unlocked = library(3, 99).map((row, at) => ({
      ...row,
      GameID: 900_001 + at,
      Title: `Unlocked since ${at}`,
      MostRecentAwardedDate: `2026-08-0${3 - at}T10:00:00+00:00`,
    }));
    standIn.setPlayer(aWirePlayer({ name, games: [...unlocked, ...library(games)] }));
    standIn.setLatency(LATENCY_MS);
    const answers = await askAll(spread(name, crowd));
    expect(statuses(answers)).toEqual({ 200: crowd });
    for (const answer of answers) {
      expect([games, games + 3]).toContain(answer.json<Progress>().total);
    }
    // One of the servers has what is new.
    await expect
      .poll(async () => {
        const now = await askAll(spread(name, SERVERS));
        return now.map((answer) => answer.json<Progress>()).filter(({ total }) => total > games);
      })
      .toContainEqual(
        expect.objectContaining({
          total: games + 3,
          results: expect.arrayContaining([
            expect.objectContaining({ title: "Unlocked since 0" }),
            expect.objectContaining({ title: "Unlocked since 2" }),
          ]),
        }),
      );
    expect(standIn.count("profile")).toBe(1);
    const pages = standIn.calls().filter(({ endpoint }) => endpoint === "progress");
    expect(pages).toHaveLength(1);
    expect(Number(pages[0]?.params.c ?? 100)).toBeLessThanOrEqual(100);
  });
}

test("when the server that loads a player dies, another takes over", async ({
  standIn,
  startOwnSite,
}) => {
  const owner = await startOwnSite();
  standIn.setPlayer(aWirePlayer({ name: "Orphaned", games: 1313 }));
  standIn.setLatency(20_000);
  const lost = ask(owner.url + progress("Orphaned")).catch(() => null);
  await expect.poll(() => standIn.calls().length).toBeGreaterThan(0);
  standIn.setLatency(50);
  const waiting = askAll(spread("Orphaned", 40));
  await sleep(500);
  const callsOfOwner = standIn.calls().length;
  expect(callsOfOwner).toBeLessThanOrEqual(2);
  owner.kill();
  expect(statuses(await waiting)).toEqual({ 200: 40 });
  expect(standIn.calls().length - callsOfOwner).toBe(4);
  await lost;
});

test("RA's request to slow down stops a crowd on all servers", async ({ standIn, redis }) => {
  standIn.setPlayer(aWirePlayer({ name: "Slowed", games: 1313 }));
  standIn.setPlayer(aWirePlayer({ name: "SlowedToo", games: 5 }));
  standIn.setLatency(LATENCY_MS);
  standIn.fail("rate-limited", { retryAfter: 60 });
  const answers = await askAll(spread("Slowed", 100));
  expect(statuses(answers)).toEqual({ 429: 100 });
  expect(standIn.calls().length).toBeLessThanOrEqual(2);
  for (const { headers } of answers) {
    const seconds = Number(headers.get("Retry-After"));
    expect(seconds).toBeGreaterThan(30);
    expect(seconds).toBeLessThanOrEqual(60);
  }
  standIn.reset();
  const others = await askAll(spread("SlowedToo", SERVERS));
  expect(statuses(others)).toEqual({ 429: SERVERS });
  expect(standIn.calls()).toHaveLength(0);
  await resetLimiter(redis);
  await refusalExpires();
  expect(statuses(await askAll(spread("SlowedToo", SERVERS)))).toEqual({ 200: SERVERS });
});

test("made-up names cost RA at most the budget, and the store a bounded number of small entries", async ({
  standIn,
  redis,
  startOwnSite,
}) => {
  const budget = 20;
  const env = { UPSTREAM_REQUESTS_PER_MINUTE: String(budget), CACHE_FRESH_SECONDS: "1" };
  const sites = await Promise.all([startOwnSite(env), startOwnSite(env)]);
  const [site, other] = sites;
  if (!site || !other) throw new Error("Two sites were started.");
  standIn.setPlayer(aWirePlayer({ name: "BudgetKept", games: 5 }));
  await ask(site.url + progress("BudgetKept"));
  const spent = standIn.calls().length;
  // History and the use of a name are written behind the answer, each by itself.
  const player = aWirePlayer({ name: "BudgetKept" }).profile.ULID.toLowerCase();
  const written = [`longplay:history:${player}:`, "longplay:name:budgetkept"];
  const missing = async () => {
    const keys = await storedKeys(redis);
    return written.filter((start) => !keys.some((key) => key.startsWith(start)));
  };
  await expect.poll(missing).toEqual([]);
  const before = await storedKeys(redis);

  const urls = Array.from({ length: 100 }, (_, at) => {
    return `${at % 2 ? site.url : other.url}${progress(`MadeUp${at}`)}`;
  });
  const answers = await askOver(50, urls);
  expect(callsAbout(standIn, "BudgetKept", player, "MadeUp")).toBeLessThanOrEqual(budget);
  const found = statuses(answers);
  expect(Object.keys(found).sort()).toEqual(["404", "503"]);
  for (const answer of answers) {
    if (answer.status !== 503) continue;
    expect(answer.json()).toMatchObject({ code: "busy" });
    const seconds = Number(answer.headers.get("Retry-After"));
    expect(seconds).toBeGreaterThanOrEqual(1);
    expect(seconds).toBeLessThanOrEqual(60);
  }
  const added = withoutFilled(await storedKeys(redis)).filter((key) => !before.includes(key));
  expect(added.length).toBeLessThanOrEqual(budget - spent);
  for (const key of added) {
    expect(key).toMatch(/^longplay:unknown:madeup\d+$/);
    expect(Number(await redis.command("STRLEN", key))).toBeLessThan(100);
  }

  // With nothing left, pages and cards say so, and what is stored is shown, old as it is.
  const page = await ask(`${site.url}/user/MadeUpAtLast`);
  expect(page.status).toBe(503);
  expect(page.headers.get("Cache-Status")).toContain("detail=busy");
  expect(Number(page.headers.get("Retry-After"))).toBeGreaterThanOrEqual(1);
  const card = await ask(`${site.url}/user/MadeUpAtLast/cards/summary.svg`);
  expect(card.status).toBe(200);
  expect(card.headers.get("X-Longplay-Error")).toBe("busy");
  for (const { url } of sites) {
    const kept = await ask(url + progress("BudgetKept"));
    expect(kept.status).toBe(200);
    expect(kept.headers.get("Cache-Status")).toContain("detail=stale");
  }
  expect(callsAbout(standIn, "BudgetKept", player, "MadeUp")).toBeLessThanOrEqual(budget);
});

test("a server whose clock is ten minutes ahead keeps to the budget, and hinders no other", async ({
  standIn,
  startOwnSite,
}) => {
  const budget = 20;
  const env = { UPSTREAM_REQUESTS_PER_MINUTE: String(budget) };
  const ahead = "const now=Date.now;Date.now=()=>now()+600000";
  const sites = await Promise.all([
    startOwnSite(env),
    startOwnSite({
      ...env,
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(ahead)}`,
    }),
  ]);
  const urls = Array.from({ length: 60 }, (_, at) => {
    return `${sites[at % 2]?.url}${progress(`ClockApart${at}`)}`;
  });
  const answers = await askOver(6, urls);
  expect(callsAbout(standIn, "ClockApart")).toBeLessThanOrEqual(budget);
  expect(standIn.calls().length).toBeGreaterThan(budget / 2);
  const refused = answers.filter(({ status }) => status === 503);
  expect(refused.length).toBeGreaterThan(20);
  for (const { headers } of refused) {
    expect(Number(headers.get("Retry-After"))).toBeLessThanOrEqual(60);
  }
});

test("while RA hangs, 100 requests for as many players leave no more open than the budget", async ({
  standIn,
  startOwnSite,
}) => {
  const budget = 20;
  const site = await startOwnSite({
    UPSTREAM_REQUESTS_PER_MINUTE: String(budget),
    UPSTREAM_TIMEOUT_MS: "1000",
  });
  standIn.fail("hang");
  const users = Array.from({ length: 100 }, (_, at) => `Hanging${at}`);
  const answers = await askAll(users.map((user) => site.url + progress(user)));
  expect(standIn.peak("profile") + standIn.peak("progress")).toBeLessThanOrEqual(budget);
  expect(callsAbout(standIn, "Hanging")).toBeLessThanOrEqual(budget);
  for (const { status } of answers) expect([503, 504]).toContain(status);
});

test("a client over its limit gets 429 with Retry-After, and others are served", async ({
  standIn,
  startOwnSite,
}) => {
  const site = await startOwnSite({ TRUSTED_PROXY: "1", CLIENT_REQUESTS_PER_MINUTE: "5" });
  const greedy = { headers: { "X-Forwarded-For": "198.51.100.7" } };
  const names = Array.from({ length: 10 }, (_, at) => `Asked${at}`);
  for (const name of names) standIn.setPlayer(aWirePlayer({ name, games: 3 }));
  const urlOf = (name: string) => site.url + progress(name);

  expect(statuses(await askAll(names.slice(0, 5).map(urlOf), greedy))).toEqual({ 200: 5 });
  standIn.resetCalls();
  // Only what the proxy itself wrote counts, which is what stands last.
  for (const address of ["198.51.100.7", "192.0.2.1, 198.51.100.7"]) {
    const refused = await ask(urlOf("Asked5"), { headers: { "X-Forwarded-For": address } });
    expect(refused.status).toBe(429);
    expect(refused.json()).toMatchObject({ code: "too-many-requests" });
    expect(Number(refused.headers.get("Retry-After"))).toBeGreaterThanOrEqual(1);
    expect(Number(refused.headers.get("Retry-After"))).toBeLessThanOrEqual(60);
    expect(refused.headers.get("RateLimit-Policy")).toMatch(/\bq=5\b.*\bw=60\b/);
    expect(refused.headers.get("RateLimit")).toMatch(/\br=0\b.*\bt=\d+/);
    expect(refused.headers.get("Cache-Control")).toBe("no-store");
  }
  expect((await ask(`${site.url}/user/Asked5`, greedy)).status).toBe(429);
  const dropIn = await ask(`${site.url}/API/API_GetUserCompletionProgress.php?u=Asked5`, greedy);
  expect(dropIn.status).toBe(429);
  const card = await ask(`${site.url}/user/Asked5/cards/summary.svg`, greedy);
  expect(card.status).toBe(200);
  expect(card.headers.get("X-Longplay-Error")).toBe("too-many-requests");
  expect(standIn.calls()).toHaveLength(0);

  // Stored players are never refused, and do not count.
  const stored = Array.from({ length: 40 }, (_, at) => urlOf(`Asked${at % 5}`));
  expect(statuses(await askAll(stored, greedy))).toEqual({ 200: 40 });
  const elsewhere = Array.from({ length: 40 }, () => urlOf("Asked6"));
  expect((await ask(`${servers[0]?.url}${progress("Asked6")}`)).status).toBe(200);
  // The other server may answer a moment before its write is done; the limit lets nothing new through in that time.
  const answered = async () => statuses(await askAll(elsewhere, greedy));
  await expect.poll(answered, { timeout: 5000 }).toEqual({ 200: 40 });
  const polite = await ask(urlOf("Asked5"), { headers: { "X-Forwarded-For": "203.0.113.9" } });
  expect(polite.status).toBe(200);
});

test("without a trusted proxy no client is identified by a header", async ({
  standIn,
  startOwnSite,
}) => {
  const site = await startOwnSite({ CLIENT_REQUESTS_PER_MINUTE: "2" });
  const names = Array.from({ length: 6 }, (_, at) => `Untrusted${at}`);
  for (const name of names) standIn.setPlayer(aWirePlayer({ name, games: 3 }));
  const answers = await askAll(
    names.map((name) => site.url + progress(name)),
    { headers: { "X-Forwarded-For": "198.51.100.7" } },
  );
  expect(statuses(answers)).toEqual({ 200: 6 });
});
