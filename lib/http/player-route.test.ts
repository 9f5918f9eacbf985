import { beforeEach, expect, test, vi } from "vitest";
import { aGame, aPlayer } from "@/lib/domain/test-games";
import { PlayerNotFound } from "@/lib/domain/upstream-error";
import { loadPlayer } from "@/lib/players/load-player";
import { json, playerRoute, readListQuery, readNothing, readPage, saveAs } from "./player-route";

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

test("a bad query names what is bad, and nobody is loaded for it", async () => {
  const response = await ask("?status=won&sort=colour");
  expect(response.status).toBe(422);
  expect((await response.json()).errors).toEqual([
    { name: "status", reason: "has no such value" },
    { name: "sort", reason: "has no such value" },
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
