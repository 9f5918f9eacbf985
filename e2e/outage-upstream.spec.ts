import { setTimeout as sleep } from "node:timers/promises";
import { ask } from "./support/ask";
import { expect, settings, test } from "./support/fixtures";
import type { FailureMode } from "./support/ra-stand-in";
import { ageLimiter, resetLimiter } from "./support/rate-limiter";
import { type Site, startSite } from "./support/site";
import { storedPlayer } from "./support/stored";
import { askSurfaces, expectPlayer, expectTrouble, showOnSurfaces } from "./support/surfaces";
import { anOddRow, aWirePlayer, library, type WireRow } from "./support/wire-player";

interface Outage {
  mode: FailureMode;
  /** The answer about a player who is not stored. */
  status: number;
  code: string;
  /** Most seconds; null where waiting does not help. */
  retryAfter: number | null;
  /** What it may answer as well, on a busy machine: whichever of two bounds comes first. */
  or?: { status: number; code: string; retryAfter?: number };
}

const TIMED_OUT = { status: 504, code: "timed-out" };
/** Of cards, which wait less long. */
const TOO_LATE = { ...TIMED_OUT, code: "too-late" };
const UNAVAILABLE = { status: 503, code: "unavailable" };
const INVALID = { status: 502, code: "invalid-response" };

const OUTAGES: readonly Outage[] = [
  { mode: "hang", ...TIMED_OUT, or: TOO_LATE, retryAfter: 30 },
  { mode: "refuse", ...UNAVAILABLE, retryAfter: 30 },
  { mode: "error", ...UNAVAILABLE, retryAfter: 30 },
  { mode: "rate-limited", status: 429, code: "rate-limited", retryAfter: 2 },
  { mode: "forbidden", ...UNAVAILABLE, retryAfter: 30 },
  { mode: "html", ...INVALID, retryAfter: 30 },
  { mode: "cut", ...UNAVAILABLE, retryAfter: 30 },
  { mode: "malformed", ...INVALID, retryAfter: 30 },
  // A card that came too late is asked for again, and five failed loads open the circuit breaker.
  {
    ...{ mode: "revoked", status: 502, code: "unauthorized-key", retryAfter: null },
    or: { ...UNAVAILABLE, retryAfter: 30 },
  },
  { mode: "endless", ...INVALID, or: TIMED_OUT, retryAfter: 30 },
  { mode: "huge", ...INVALID, or: TIMED_OUT, retryAfter: 30 },
  { mode: "not-found", ...UNAVAILABLE, retryAfter: 30 },
];

const GAMES = 12;
/** The upstream timeout of the site where everything is stale: an answer that waited for RA would exceed the limit of `ask`. */
const PATIENCE_MS = 60_000;

const progress = (user: string) => `/api/v1/users/${user}/completion-progress?count=1`;
const kept = (at: number, games = GAMES) => aWirePlayer({ name: `OutageKept${at}`, games });
const unseen = (at: number) => aWirePlayer({ name: `OutageNew${at}`, games: GAMES });

const RECOVERY = { timeout: 60_000, intervals: [100, 250] };

// Both on one store: what is fresh at one is stale at the other.
let fresh: Site;
let stale: Site;

test.beforeAll(async ({ standIn, redis }) => {
  standIn.reset();
  await resetLimiter(redis);
  const env = settings(standIn, redis);
  [fresh, stale] = await Promise.all([
    startSite({ env: { ...env, CACHE_FRESH_SECONDS: "3600", UPSTREAM_TIMEOUT_MS: "4000" } }),
    startSite({
      env: { ...env, CACHE_FRESH_SECONDS: "1", UPSTREAM_TIMEOUT_MS: String(PATIENCE_MS) },
    }),
  ]);
  await Promise.all(
    OUTAGES.map(async (_, at) => {
      standIn.setPlayer(kept(at));
      await ask(stale.url + progress(kept(at).profile.User));
    }),
  );
  // What is timed below is an outage, and not the first use of each page's code.
  standIn.setPlayer(aWirePlayer({ name: "BeforeOutages", games: GAMES }));
  for (const { url } of [fresh, stale]) await askSurfaces(url, "BeforeOutages");
  await sleep(1100);
});
test.afterAll(async () => {
  await Promise.all([fresh.stop(), stale.stop()]);
});

for (const [at, outage] of OUTAGES.entries()) {
  const { mode } = outage;
  test(`while RA fails (${mode}), what is stored is shown and kept, and all else says so`, async ({
    standIn,
    redis,
  }) => {
    const player = kept(at);
    const name = player.profile.User;
    const newcomer = unseen(at);
    standIn.setPlayer(newcomer);
    const before = await storedPlayer(redis, player);
    expect(before).not.toBeNull();
    standIn.fail(mode, { retryAfter: 2 });
    // So that all surfaces share one load.
    standIn.setLatency(200);

    const [atFresh, atStale, atNothing] = await Promise.all([
      showOnSurfaces(fresh.url, name),
      showOnSurfaces(stale.url, name),
      // Only where RA hangs is a card to say that it would come too late.
      (mode === "hang" ? askSurfaces : showOnSurfaces)(fresh.url, newcomer.profile.User),
    ]);
    for (const shown of atFresh) expectPlayer(shown, { state: "hit", name, games: GAMES }, mode);
    for (const shown of atStale) expectPlayer(shown, { state: "stale", name, games: GAMES }, mode);
    for (const shown of atNothing) {
      const isOther = shown.answer.headers.get("Cache-Status")?.endsWith(`=${outage.or?.code}`);
      expectTrouble(shown, isOther ? { ...outage, ...outage.or } : outage, mode);
    }

    // Refreshes run behind the answers: theirs have failed by now, or hang.
    await sleep(500);
    expect(await storedPlayer(redis, player)).toBe(before);
    expect(await storedPlayer(redis, newcomer)).toBeNull();

    standIn.reset();
    standIn.setPlayer(kept(at, GAMES + 1));
    await expect
      .poll(async () => (await ask(fresh.url + progress(newcomer.profile.User))).status, RECOVERY)
      .toBe(200);
    await expect
      .poll(async () => (await ask(stale.url + progress(name))).json(), RECOVERY)
      .toMatchObject({ total: GAMES + 1 });
  });
}

test("an empty list is believed of a new player with points, and not of one whose games are stored", async ({
  standIn,
  redis,
}) => {
  const player = aWirePlayer({ name: "Emptied", games: GAMES });
  standIn.setPlayer(player);
  await ask(stale.url + progress("Emptied"));
  await expect.poll(() => storedPlayer(redis, player)).not.toBeNull();
  const before = await storedPlayer(redis, player);
  const profile = { TotalPoints: player.profile.TotalPoints };
  standIn.setPlayer(aWirePlayer({ name: "Emptied", games: 0, profile }));
  standIn.setPlayer(aWirePlayer({ name: "EmptyAtFirst", games: 0, profile }));
  await sleep(1100);
  standIn.resetCalls();
  for (const shown of await showOnSurfaces(stale.url, "Emptied")) {
    expectPlayer(shown, { state: "stale", name: "Emptied", games: GAMES });
  }
  await expect.poll(() => standIn.count("progress")).toBeGreaterThan(0);
  await sleep(300);
  expect((await ask(stale.url + progress("Emptied"))).json()).toMatchObject({ total: GAMES });
  expect(await storedPlayer(redis, player)).toBe(before);
  expect((await ask(fresh.url + progress("EmptyAtFirst"))).json()).toMatchObject({ total: 0 });
  expect((await ask(`${fresh.url}/user/EmptyAtFirst`)).status).toBe(200);
});

test("nulls and unreadable rows cost a player no page, and what is stored of their games stays", async ({
  standIn,
}) => {
  const rows = library(4);
  const [first, second, third, fourth] = rows as [WireRow, WireRow, WireRow, WireRow];
  standIn.setPlayer(aWirePlayer({ name: "OddRows", games: rows }));
  expect((await ask(stale.url + progress("OddRows"))).json()).toMatchObject({ total: 4 });
  const nothing = { NumAwarded: null, NumAwardedHardcore: null };
  const odd = [
    anOddRow(first, { Title: null, ImageIcon: null, ConsoleID: null, ConsoleName: null }),
    anOddRow(second, { NumAwarded: "many" }),
    anOddRow(third, { ...nothing, HighestAwardKind: null, HighestAwardDate: null }),
    fourth,
  ];
  const profile = { TotalTruePoints: null, MemberSince: "2016-01-02T00:43:04+00:00" };
  for (const name of ["OddRows", "OddAtFirst"]) {
    standIn.setPlayer(aWirePlayer({ name, games: odd, profile }));
  }
  const titles = async (site: Site, user: string) => {
    const answer = await ask(`${site.url}/api/v1/users/${user}/completion-progress`);
    const { results } = answer.json() as { results: { title: string }[] };
    return results.map(({ title }) => title);
  };
  await expect
    .poll(() => titles(stale, "OddRows"), RECOVERY)
    .toEqual(["(no title)", second.Title, fourth.Title]);
  expect(await titles(fresh, "OddAtFirst")).toEqual(["(no title)", fourth.Title]);
  for (const path of ["", "/cards/recent.svg", "/feed.xml", "/games.csv", "/progress?system=0"]) {
    const answer = await ask(`${fresh.url}/user/OddAtFirst${path}`);
    expect(answer.status, path).toBe(200);
    if (path === "" || path.startsWith("/progress")) expect(answer.text).toContain("(no title)");
  }
});

test("unreadable answers about two players do not open the breaker for others", async ({
  standIn,
  redis,
}) => {
  await resetLimiter(redis);
  for (const name of ["OddA", "OddB", "Sound"]) standIn.setPlayer(aWirePlayer({ name }));
  for (const user of ["OddA", "OddB"]) standIn.setFields("profile", user, { TotalPoints: -1 });
  for (let round = 0; round < 4; round++) {
    expect((await ask(`${fresh.url}/compare/OddA/OddB`)).status).toBe(502);
  }
  expect((await ask(fresh.url + progress("Sound"))).status).toBe(200);
});

test("oversized answers do not hold up other requests", async ({ standIn }) => {
  const player = aWirePlayer({ name: "BesideMuch" });
  standIn.setPlayer(player);
  await ask(fresh.url + progress("BesideMuch"));
  for (const mode of ["many-rows", "brackets", "bomb"] as const) {
    const user = `Much${mode.replace("-", "")}`;
    standIn.setPlayer(aWirePlayer({ name: user }));
    standIn.fail(mode, { user, endpoint: "progress" });
    // A busy machine holds up a request now and then, a blocked event loop each time.
    await expect(async () => {
      let isOver = false;
      const started = performance.now();
      const much = ask(fresh.url + progress(user)).finally(() => {
        isOver = true;
      });
      let longest = 0;
      while (!isOver) {
        const beside = await ask(fresh.url + progress("BesideMuch"));
        expect(beside.status).toBe(200);
        longest = Math.max(longest, beside.milliseconds);
      }
      const total = performance.now() - started;
      expect((await much).json(), mode).toMatchObject({ status: 502, code: "invalid-response" });
      // One that parses it in the way of all others keeps them waiting for as long as it takes.
      expect(longest, mode).toBeLessThan(Math.max(1000, total / 2));
    }).toPass({ timeout: 60_000 });
  }
});

test("five failures in a row stop all instances for 30 seconds, then one at a time tries", async ({
  standIn,
  redis,
}) => {
  const users = Array.from({ length: 24 }, (_, at) => `Breaker${at}`);
  for (const name of users) standIn.setPlayer(aWirePlayer({ name, games: GAMES }));
  standIn.fail("error");
  for (const user of users.slice(0, 5)) {
    expect((await ask(fresh.url + progress(user))).status).toBe(503);
  }
  standIn.resetCalls();
  for (const [at, user] of users.slice(5, 9).entries()) {
    const refused = await ask((at % 2 ? fresh : stale).url + progress(user));
    expect(refused.status).toBe(503);
    expect(refused.json()).toMatchObject({ code: "unavailable" });
    const seconds = Number(refused.headers.get("Retry-After"));
    expect(seconds).toBeGreaterThanOrEqual(1);
    expect(seconds).toBeLessThanOrEqual(30);
  }
  expect(standIn.calls()).toHaveLength(0);

  // Still failing after the pause: one load, whose failure begins another pause.
  await ageLimiter(redis, 31);
  standIn.setLatency(300);
  const tried = await Promise.all(
    users.slice(9, 19).map((user, at) => ask((at % 2 ? fresh : stale).url + progress(user))),
  );
  expect(tried.map(({ status }) => status)).toEqual(tried.map(() => 503));
  const tries = new Set(standIn.calls().map(({ params }) => params.u?.toLowerCase()));
  expect(tries.size).toBe(1);
  standIn.resetCalls();
  expect((await ask(stale.url + progress("Breaker19"))).status).toBe(503);
  expect(standIn.calls()).toHaveLength(0);

  // Mended: the one that tries ends the pause for all.
  await ageLimiter(redis, 31);
  standIn.reset();
  expect((await ask(stale.url + progress("Breaker20"))).status).toBe(200);
  const served = await Promise.all(
    users.slice(20).map((user, at) => ask((at % 2 ? fresh : stale).url + progress(user))),
  );
  expect(served.map(({ status }) => status)).toEqual(served.map(() => 200));
});
