import { decode } from "fast-png";
import { expect, test } from "./support/fixtures";
import { createRaStandIn, type RaStandIn } from "./support/ra-stand-in";
import { aWirePlayer } from "./support/wire-player";

// The stand-in behaves as RetroAchievements does, or the other specs prove nothing.

const KEY = "aKeyOfThisSpec";
const many = aWirePlayer({ name: "ManyGames", games: 1313 });
let standIn: RaStandIn;

test.beforeAll(async () => {
  standIn = await createRaStandIn({ key: KEY });
  standIn.setPlayer(many);
});
test.beforeEach(() => standIn.reset());
test.afterAll(() => standIn.close());

function ask(path: string, params: Record<string, string>, init?: RequestInit) {
  const query = new URLSearchParams({ y: KEY, ...params });
  return fetch(`${standIn.url}/${path}?${query}`, init);
}
const askProgress = (params: Record<string, string>, init?: RequestInit) =>
  ask("API_GetUserCompletionProgress.php", params, init);
const askProfile = (params: Record<string, string>) => ask("API_GetUserProfile.php", params);

test("a wrong or missing key is refused before anything else", async () => {
  for (const response of [
    await askProgress({ u: "!", y: "wrong" }),
    await askProfile({ u: "ManyGames", y: "" }),
    await fetch(`${standIn.url}/API_GetUserCompletionProgress.php?u=ManyGames`),
  ]) {
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({
      message: "Unauthenticated.",
      errors: [{ status: "401", code: "unauthorized", title: "Unauthenticated." }],
    });
  }
});

test("the list comes in pages of 100 by default", async () => {
  const first = await (await askProgress({ u: "ManyGames" })).json();
  expect(first).toEqual({ Count: 100, Total: 1313, Results: many.results.slice(0, 100) });
  const last = await (await askProgress({ u: "ManyGames", c: "500", o: "1000" })).json();
  expect(last).toEqual({ Count: 313, Total: 1313, Results: many.results.slice(1000) });
  const beyond = await (await askProgress({ u: "ManyGames", o: "5000" })).json();
  expect(beyond).toEqual({ Count: 0, Total: 1313, Results: [] });
});

test("a POST with its parameters in the query string is answered alike", async () => {
  const post = await askProgress({ u: "ManyGames", c: "3" }, { method: "POST" });
  expect(await post.json()).toEqual({ Count: 3, Total: 1313, Results: many.results.slice(0, 3) });
});

test("a player is found by name in any case and by ULID in any case", async () => {
  for (const u of ["ManyGames", "manygames", many.profile.ULID, many.profile.ULID.toLowerCase()]) {
    expect((await (await askProgress({ u, c: "1" })).json()).Total).toBe(1313);
    expect(await (await askProfile({ u })).json()).toEqual(many.profile);
  }
});

test("an unknown name is an empty list, and its profile is not found", async () => {
  const progress = await askProgress({ u: "Nobody" });
  expect(progress.status).toBe(200);
  expect(await progress.json()).toEqual({ Count: 0, Total: 0, Results: [] });
  const profile = await askProfile({ u: "Nobody" });
  expect(profile.status).toBe(404);
  expect(await profile.json()).toEqual([]);
});

for (const [params, parameter] of [
  [{}, "u"],
  [{ u: "x" }, "u"],
  [{ u: "with space" }, "u"],
  [{ u: "x".repeat(21) }, "u"],
  [{ u: "!".repeat(26) }, "u"],
  [{ u: "ManyGames", c: "0" }, "c"],
  [{ u: "ManyGames", c: "501" }, "c"],
  [{ u: "ManyGames", c: "ten" }, "c"],
  [{ u: "ManyGames", o: "-1" }, "o"],
  [{ u: "ManyGames", o: "1.5" }, "o"],
] as const) {
  test(`${JSON.stringify(params)} is refused because of ${parameter}`, async () => {
    const response = await askProgress(params);
    expect(response.status).toBe(422);
    const { message, errors } = await response.json();
    expect(Object.keys(errors)).toEqual([parameter]);
    expect(errors[parameter]).toEqual([message]);
  });
}

test("failures look as they do in the wild, and end", async () => {
  const failing = async (...args: Parameters<RaStandIn["fail"]>) => {
    standIn.fail(...args);
    const response = await askProgress({ u: "ManyGames" });
    return { response, body: await response.text() };
  };
  const limited = await failing("rate-limited", { retryAfter: 7, times: 1 });
  expect(limited.response.status).toBe(429);
  expect(limited.response.headers.get("Retry-After")).toBe("7");
  expect((await failing("unavailable")).response.status).toBe(503);
  const forbidden = await failing("forbidden");
  expect(forbidden.response.status).toBe(403);
  expect(forbidden.body).toContain("<html>");
  const challenge = await failing("html");
  expect(challenge.response.status).toBe(200);
  expect(challenge.response.headers.get("Content-Type")).toContain("text/html");
  expect(JSON.parse((await failing("malformed")).body).Results).not.toBeInstanceOf(Array);
  expect((await failing(null)).response.status).toBe(200);
});

test("a failure can be of one endpoint and of the next requests only", async () => {
  standIn.fail("unavailable", { endpoint: "progress", times: 2 });
  const statuses = [];
  for (let at = 0; at < 3; at++) statuses.push((await askProgress({ u: "ManyGames" })).status);
  expect(statuses).toEqual([503, 503, 200]);
  standIn.fail("unavailable", { endpoint: "progress" });
  expect((await askProfile({ u: "ManyGames" })).status).toBe(200);
});

test("a connection can hang or be cut half-way through the body", async () => {
  standIn.fail("hang", { times: 1 });
  const hanging = askProgress({ u: "ManyGames" }, { signal: AbortSignal.timeout(200) });
  await expect(hanging).rejects.toThrow(/timeout/);
  standIn.fail("cut");
  const cut = await askProgress({ u: "ManyGames" });
  expect(cut.status).toBe(200);
  await expect(cut.text()).rejects.toThrow();
});

test("calls are recorded with all but the key", async () => {
  await askProgress({ u: "ManyGames", o: "500" }, { headers: { "User-Agent": "Spec/1" } });
  await askProfile({ u: "ManyGames" });
  expect(standIn.count("progress")).toBe(1);
  expect(standIn.count("profile")).toBe(1);
  expect(standIn.calls()[0]).toMatchObject({
    endpoint: "progress",
    method: "GET",
    params: { u: "ManyGames", o: "500" },
    userAgent: "Spec/1",
  });
  expect(JSON.stringify(standIn.calls())).not.toContain(KEY);
});

test("latency holds answers back, and requests open at once are counted", async () => {
  standIn.setLatency(100);
  const start = performance.now();
  await Promise.all([1, 2, 3].map(() => askProgress({ u: "ManyGames" })));
  expect(performance.now() - start).toBeGreaterThanOrEqual(95);
  expect(standIn.peak("progress")).toBe(3);
});

test("the list can shift while it is being paged", async () => {
  const [newest, ...older] = many.results;
  if (!newest) throw new Error("The library is empty.");
  const shifting = aWirePlayer({ name: "Shifting", games: older });
  standIn.setPlayer(shifting);
  standIn.onCall((call) => {
    if (call.params.o === "500") {
      standIn.setPlayer({ ...shifting, results: [newest, ...older] });
    }
  });
  const first = await (await askProgress({ u: "Shifting", c: "500" })).json();
  const second = await (await askProgress({ u: "Shifting", c: "500", o: "500" })).json();
  expect([first.Total, second.Total]).toEqual([1312, 1313]);
  expect(second.Results[0]).toEqual(first.Results[499]);
});

test("icons and avatars are 96×96 PNGs", async () => {
  for (const path of ["/Images/074560.png", "/UserPic/ManyGames.png"]) {
    const response = await fetch(`${standIn.mediaUrl}${path}`);
    expect(response.headers.get("Content-Type")).toBe("image/png");
    const { width, height } = decode(await response.arrayBuffer());
    expect([width, height]).toEqual([96, 96]);
  }
  expect((await fetch(`${standIn.mediaUrl}/Images/074560.gif`)).status).toBe(404);
  standIn.fail("not-found", { endpoint: "media" });
  expect((await fetch(`${standIn.mediaUrl}/Images/074560.png`)).status).toBe(404);
});

test("a made-up library is the same each time, newest first, and has every kind of row", () => {
  expect(aWirePlayer({ name: "ManyGames", games: 1313 })).toEqual(many);
  const rows = many.results;
  const dates = rows.map((row) => row.MostRecentAwardedDate ?? "");
  expect(dates).toEqual([...dates].sort().reverse());
  expect(new Set(rows.map((row) => row.GameID)).size).toBe(1313);
  expect(new Set(rows.map((row) => row.HighestAwardKind)).size).toBe(5);
  expect(rows.some((row) => row.MaxPossible === 0 && row.HighestAwardKind)).toBe(true);
  expect(rows.some((row) => row.ConsoleName === null)).toBe(true);
  expect(rows.some((row) => Number(row.NumAwarded) > Number(row.MaxPossible))).toBe(true);
});

test("a failure can be of one user alone", async () => {
  standIn.fail("error", { user: "manygames" });
  expect((await askProfile({ u: "ManyGames" })).status).toBe(500);
  expect((await askProfile({ u: many.profile.ULID })).status).toBe(200);
});

test("the key can be revoked, and the connection refused", async () => {
  standIn.fail("revoked", { times: 1 });
  expect((await askProfile({ u: "ManyGames" })).status).toBe(401);
  standIn.fail("refuse", { times: 1 });
  await expect(askProfile({ u: "ManyGames" })).rejects.toThrow();
});

test("a body can be huge, or endless until the client stops reading", async () => {
  standIn.fail("huge", { times: 1 });
  let size = 0;
  for await (const chunk of (await askProfile({ u: "ManyGames" })).body ?? []) size += chunk.length;
  expect(size).toBeGreaterThan(100_000_000);
  standIn.fail("endless");
  const endless = await askProfile({ u: "ManyGames" });
  const reader = endless.body?.getReader();
  for (let read = 0; read < 200_000_000; ) read += (await reader?.read())?.value?.length ?? 0;
  await reader?.cancel();
});

test("a Total can be wrong", async () => {
  standIn.setTotal("ManyGames", 9);
  expect((await (await askProgress({ u: "ManyGames" })).json()).Total).toBe(9);
});
