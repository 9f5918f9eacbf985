import { beforeEach, expect, test, vi } from "vitest";
import { aGame, aPlayer } from "@/lib/domain/test-games";
import { PlayerNotFound } from "@/lib/domain/upstream-error";
import { LIMITS } from "@/lib/limits";
import { type LoadedPlayer, loadPlayer } from "@/lib/players/load-player";
import {
  json,
  playerRoute,
  playerRouteWithMore,
  readListQuery,
  readNothing,
  readPage,
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

test("what was asked for and who was loaded make the answer, with its age", async () => {
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

test("who has the answer already gets none", async () => {
  const tag = (await ask()).headers.get("ETag") ?? "";
  expect((await ask("", { "If-None-Match": tag })).status).toBe(304);
});

test("what is the same is written once, and anew for another query, player, time or trouble", async () => {
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

test("no more than there is room for is kept of all routes, and nothing that is too large", async () => {
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
  const isKept = async (offset: number) => {
    const before = write.mock.calls.length;
    await ask(offset);
    return write.mock.calls.length === before;
  };
  await ask(0);
  expect(await isKept(0)).toBe(false);
  for (let offset = 1; offset <= room + 1; offset++) await ask(offset);
  expect(await isKept(room + 1)).toBe(true);
  expect(await isKept(2)).toBe(true);
  expect(await isKept(1)).toBe(false);
});

test("a bad query names what is bad, and nobody is loaded for it", async () => {
  const response = await ask("?status=won&sort=colour");
  expect(response.status).toBe(422);
  expect((await response.json()).errors).toEqual([
    expect.objectContaining({ name: "status", allowed: expect.arrayContaining(["eq-mastered"]) }),
    expect.objectContaining({ name: "sort", allowed: expect.arrayContaining(["-pct_won"]) }),
  ]);
  expect(loadPlayer).not.toHaveBeenCalled();
});

test("why there is no player is a problem, and a slip of this site is none", async () => {
  vi.mocked(loadPlayer).mockRejectedValueOnce(new PlayerNotFound());
  expect((await ask()).status).toBe(404);
  vi.mocked(loadPlayer).mockRejectedValueOnce(new TypeError("slip"));
  await expect(ask()).rejects.toThrow(TypeError);
});

test("a page is asked for under this site's names and under RA's", () => {
  const read = (query: string) => readPage(new URLSearchParams(query));
  expect(read("count=5&offset=7")).toEqual({ asked: { count: 5, offset: 7 } });
  expect(read("c=5&o=7")).toEqual({ asked: { count: 5, offset: 7 } });
  expect(read("c=0")).toEqual({ errors: [{ name: "c", reason: "must be at least 1" }] });
});

test("a route without parameters takes none, and JSON is what it says it is", () => {
  expect(readNothing()).toEqual({ asked: null });
  expect(json({ total: 3 }, { "X-Other": "1" })).toEqual({
    type: "application/json",
    body: '{"total":3}',
    headers: { "X-Other": "1" },
  });
});

test("a route may read its path, and refuse what the player has nothing of", async () => {
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

test("an answer that is made from more is written anew with it, or is why that cannot be had", async () => {
  const write = vi.fn((_: unknown, __: null, more: string) => ({ type: "text/plain", body: more }));
  const readMore = vi.fn();
  const route = playerRouteWithMore<null, string>({ read: readNothing, readMore, write });
  const answer = async (given: { value: string; version: string } | Response) => {
    readMore.mockResolvedValueOnce(given);
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
  expect(readMore).toHaveBeenCalledWith(player, null);
});
