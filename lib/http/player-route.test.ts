import { beforeEach, expect, test, vi } from "vitest";
import { aGame, aPlayer } from "@/lib/domain/test-games";
import { PlayerNotFound } from "@/lib/domain/upstream-error";
import { LIMITS } from "@/lib/limits";
import { type LoadedPlayer, loadPlayer } from "@/lib/players/load-player";
import { readPage } from "./page-parameters";
import {
  json,
  playerRoute,
  playerRouteWithData,
  readListQuery,
  readNothing,
  readYear,
  saveAs,
} from "./player-route";

vi.mock("@/lib/players/load-player", () => ({ loadPlayer: vi.fn() }));

const player = aPlayer([aGame({ title: "Moth" }), aGame({ title: "Lantern" })]);

beforeEach(() => {
  vi.mocked(loadPlayer)
    .mockReset()
    .mockResolvedValue({ player, state: "hit", ageSeconds: 100, refreshError: null });
});

const titles = playerRoute({
  read: readListQuery,
  write: ({ player: { profile, games } }, { q }) => ({
    type: "text/plain",
    body: [q, ...games.map(({ title }) => title)].join(),
    headers: saveAs(`${profile.name}.txt`),
  }),
});
const ask = (query = "", headers: Record<string, string> = {}) =>
  titles(new Request(`http://site.example/user/anna/titles${query}`, { headers }), {
    params: Promise.resolve({ user: "anna" }),
  });

test("the response is made from the query and the player, with its age", async () => {
  const response = await ask("?q=tin");
  expect(response.status).toBe(200);
  expect(await response.text()).toBe("tin,Moth,Lantern");
  expect(Object.fromEntries(response.headers)).toMatchObject({
    "content-type": "text/plain",
    "content-disposition": 'attachment; filename="Anna.txt"',
    "cache-control": "public, max-age=0, s-maxage=200",
    "cache-status": "Longplay; hit; ttl=200",
  });
  expect(loadPlayer).toHaveBeenCalledWith("anna", expect.any(Request));
});

test("a caller who has the response gets 304", async () => {
  const tag = (await ask()).headers.get("ETag") ?? "";
  expect((await ask("", { "If-None-Match": tag })).status).toBe(304);
});

test("a response is written once, and again for another query, player, time or refresh error", async () => {
  const write = vi.fn(({ player }: { player: typeof anna }) => ({
    type: "text/plain",
    body: String(player.games.length),
  }));
  const anna = aPlayer([aGame()]);
  const route = playerRoute({ read: readListQuery, write });
  const loaded = { player: anna, state: "hit", ageSeconds: 1, refreshError: null } as const;
  const answer = async (given: Partial<LoadedPlayer>, query = "") => {
    vi.mocked(loadPlayer).mockResolvedValueOnce({ ...loaded, ...given });
    const params = Promise.resolve({ user: "anna" });
    const response = await route(new Request(`http://site.example/user/anna/x${query}`), {
      params,
    });
    return `${await response.text()} ${response.headers.get("Cache-Control")}`;
  };
  expect(await answer({})).toBe("1 public, max-age=0, s-maxage=299");
  expect(await answer({ ageSeconds: 100 })).toBe("1 public, max-age=0, s-maxage=200");
  expect(await answer({}, "?status=all")).toContain("1 ");
  expect(write).toHaveBeenCalledTimes(1);
  await answer({}, "?q=tin");
  const later = { ...aPlayer([aGame(), aGame()]), checkedAt: anna.checkedAt + 1 };
  expect(await answer({ player: later })).toContain("2 ");
  await answer({ player: { ...anna, profile: { ...anna.profile, ulid: "another" } } });
  await answer({ refreshError: "unavailable" });
  expect(write).toHaveBeenCalledTimes(5);
});

test("the cache of all routes is bounded, and takes no response that is too large", async () => {
  const size = LIMITS.answerBytes - 1000;
  const room = Math.floor(LIMITS.answersBytes / size);
  const write = vi.fn((_, { offset }: { offset: number }) => ({
    type: "text/plain",
    body: "x".repeat(offset === 0 ? LIMITS.answerBytes : size),
  }));
  const routes = [playerRoute({ read: readPage, write }), playerRoute({ read: readPage, write })];
  const ask = (offset: number) =>
    routes[offset % 2]?.(new Request(`http://site.example/user/anna/x?offset=${offset}`), {
      params: Promise.resolve({ user: "anna" }),
    });
  const isCached = async (offset: number) => {
    const before = write.mock.calls.length;
    await ask(offset);
    return write.mock.calls.length === before;
  };
  await ask(0);
  expect(await isCached(0)).toBe(false);
  for (let offset = 1; offset <= room + 1; offset++) await ask(offset);
  expect(await isCached(room + 1)).toBe(true);
  expect(await isCached(2)).toBe(true);
  expect(await isCached(1)).toBe(false);
});

test("a bad query names its bad parameters, and no player is loaded", async () => {
  const response = await ask("?status=won&sort=colour");
  expect(response.status).toBe(422);
  expect((await response.json()).errors).toEqual([
    expect.objectContaining({ name: "status", allowed: expect.arrayContaining(["eq-mastered"]) }),
    expect.objectContaining({ name: "sort", allowed: expect.arrayContaining(["-pct_won"]) }),
  ]);
  expect(loadPlayer).not.toHaveBeenCalled();
});

test("a player who cannot be loaded is a problem, an unexpected error is thrown", async () => {
  vi.mocked(loadPlayer).mockRejectedValueOnce(new PlayerNotFound());
  expect((await ask()).status).toBe(404);
  vi.mocked(loadPlayer).mockRejectedValueOnce(new TypeError("bug"));
  await expect(ask()).rejects.toThrow(TypeError);
});

test("count and offset are read under this site's names and RA's", () => {
  const read = (query: string) => readPage(new URLSearchParams(query));
  expect(read("count=5&offset=7")).toEqual({ query: { count: 5, offset: 7 } });
  expect(read("c=5&o=7")).toEqual({ query: { count: 5, offset: 7 } });
  expect(read("c=0")).toEqual({ errors: [{ name: "c", reason: "must be at least 1" }] });
});

test("a route without parameters reads none, and JSON has its type", () => {
  expect(readNothing()).toEqual({ query: null });
  expect(json({ total: 3 }, { "X-Other": "1" })).toEqual({
    type: "application/json",
    body: '{"total":3}',
    headers: { "X-Other": "1" },
  });
});

test("a route can read its path, and refuse a player without the requested data", async () => {
  const write = vi.fn((_: unknown, year: number) => ({ type: "text/plain", body: String(year) }));
  const route = playerRoute({
    read: readYear,
    refuse: ({ player: { games } }, year) =>
      year === 2026 ? null : new Response(`none of ${games.length}`, { status: 404 }),
    write,
  });
  const answer = async (year: string) => {
    const request = new Request("http://site.example/user/anna/years");
    const response = await route(request, { params: Promise.resolve({ user: "anna", year }) });
    return [response.status, await response.text()];
  };
  expect(await answer("2026")).toEqual([200, "2026"]);
  expect(await answer("2025")).toEqual([404, "none of 2"]);
  expect(write).toHaveBeenCalledTimes(1);
  vi.mocked(loadPlayer).mockClear();
  for (const year of ["abc", "20261", "", "02026", "2026 "]) {
    const [status, problem] = await answer(year);
    expect(status, year).toBe(422);
    expect(problem).toContain("year must be a year of four digits");
  }
  expect(loadPlayer).not.toHaveBeenCalled();
});

test("a response with data is written again when the data changes, or is the response without it", async () => {
  const write = vi.fn((_: unknown, __: null, data: string) => ({ type: "text/plain", body: data }));
  const readData = vi.fn();
  const route = playerRouteWithData<null, string>({ read: readNothing, readData, write });
  const answer = async (given: { value: string; version: string } | Response) => {
    readData.mockResolvedValueOnce(given);
    const request = new Request("http://site.example/user/anna/x");
    const response = await route(request, { params: Promise.resolve({ user: "anna" }) });
    return [response.status, await response.text()];
  };
  expect(await answer({ value: "one", version: "1" })).toEqual([200, "one"]);
  expect(await answer({ value: "one", version: "1" })).toEqual([200, "one"]);
  expect(write).toHaveBeenCalledTimes(1);
  expect(await answer({ value: "two", version: "2" })).toEqual([200, "two"]);
  expect(await answer(new Response("later", { status: 503 }))).toEqual([503, "later"]);
  expect(write).toHaveBeenCalledTimes(2);
  expect(readData).toHaveBeenCalledWith(player, null, expect.any(Request));
});

test("queries that are the same for the data share one response", async () => {
  const write = vi.fn((_: unknown, { page }: { page: number }, last: number) =>
    json({ page, last }),
  );
  const route = playerRouteWithData({
    read: (parameters) => ({ query: { page: Number(parameters.get("page")) } }),
    readData: async () => ({ value: 3, version: "" }),
    clamp: ({ page }, last) => ({ page: Math.min(page, last) }),
    write,
  });
  const answer = async (page: number) => {
    const request = new Request(`http://site.example/user/anna/pages?page=${page}`);
    return (await route(request, { params: Promise.resolve({ user: "anna" }) })).json();
  };
  expect(await answer(2)).toEqual({ page: 2, last: 3 });
  expect(await answer(3)).toEqual({ page: 3, last: 3 });
  expect(await answer(4)).toEqual({ page: 3, last: 3 });
  expect(await answer(999_999)).toEqual({ page: 3, last: 3 });
  expect(write).toHaveBeenCalledTimes(2);
});
