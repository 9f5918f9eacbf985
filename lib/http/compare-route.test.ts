import { beforeEach, expect, test, vi } from "vitest";
import { aGame, aPlayer } from "@/lib/domain/test-games";
import { PlayerNotFound, Unavailable } from "@/lib/domain/upstream-error";
import { type LoadedPlayer, loadPlayer } from "@/lib/players/load-player";
import { compareRoute } from "./compare-route";

vi.mock("@/lib/players/load-player", () => ({ loadPlayer: vi.fn() }));

const players: Record<string, LoadedPlayer> = Object.fromEntries(
  ["Anna", "Bert", "Cleo"].map((name, at) => [
    name.toLowerCase(),
    {
      player: aPlayer([aGame()], { name, ulid: `01HDEM0AMP11GHTERX0000Z7Q${at}` }),
      state: at === 1 ? "stale" : "hit",
      ageSeconds: at === 1 ? 400 : 10,
      refreshError: null,
    },
  ]),
);

beforeEach(() => {
  vi.mocked(loadPlayer)
    .mockReset()
    .mockImplementation(async (user) => {
      const player = players[user.toLowerCase().replace("formeranna", "anna")];
      if (player) return player;
      throw user === "Down" ? new Unavailable() : new PlayerNotFound();
    });
});

const route = compareRoute();
const ask = (query: string, headers: Record<string, string> = {}) =>
  route(new Request(`http://site.example/api/v1/compare${query}`, { headers }));

test("a comparison is as old as its oldest player", async () => {
  const response = await ask("?users=anna,Bert&sort=gap");
  expect(response.status).toBe(200);
  expect((await response.json()).players.map(({ name }: { name: string }) => name)).toEqual([
    "Anna",
    "Bert",
  ]);
  expect(response.headers.get("Cache-Status")).toBe("Longplay; hit; ttl=-100; detail=stale");
  const tag = response.headers.get("ETag") ?? "";
  expect((await ask("?users=Anna,bert&sort=gap", { "If-None-Match": tag })).status).toBe(304);
  expect((await ask("?users=Bert,Anna&sort=gap", { "If-None-Match": tag })).status).toBe(200);
});

test("a cached comparison changes when one of its players was refreshed", async () => {
  const tag = (await ask("?users=Anna,Cleo")).headers.get("ETag") ?? "";
  const cleo = players.cleo;
  if (!cleo) throw new Error("Cleo is one of the players.");
  const player = { ...cleo.player, games: [], checkedAt: cleo.player.checkedAt + 1 };
  vi.mocked(loadPlayer).mockImplementation(async (user) =>
    user === "Cleo" ? { ...cleo, player } : (players[user.toLowerCase()] ?? cleo),
  );
  const after = await ask("?users=Anna,Cleo", { "If-None-Match": tag });
  expect(after.status).toBe(200);
  expect(after.headers.get("ETag")).not.toBe(tag);
});

test.each([
  ["", "users"],
  ["?users=Anna", "users"],
  ["?users=Anna,anna", "users"],
  ["?users=aa,bb,cc,dd,ee", "users"],
  ["?users=Anna,Bert&who=c-ahead", "who"],
  ["?users=Anna,Bert&sort=points", "sort"],
])("%s is refused by name, and no player is loaded", async (query, name) => {
  const response = await ask(query);
  expect(response.status).toBe(422);
  expect((await response.json()).errors).toMatchObject([{ name }]);
  expect(loadPlayer).not.toHaveBeenCalled();
});

test("two names of one player count as one", async () => {
  expect((await ask("?users=Anna,FormerAnna")).status).toBe(422);
  expect((await ask("?users=Anna,FormerAnna,Bert&who=c-ahead")).status).toBe(422);
  const both = await (await ask("?users=Anna,FormerAnna,Bert&who=b-ahead")).json();
  expect(both.players).toHaveLength(2);
});

test("the problem names the players who could not be loaded", async () => {
  const unknown = await ask("?users=Anna,Nobody,Down");
  expect(unknown.status).toBe(404);
  expect(await unknown.json()).toMatchObject({
    code: "player-not-found",
    detail: "Nobody: RetroAchievements has no such player.",
    users: ["Nobody"],
  });
  const down = await ask("?users=Anna,Down");
  expect(down.status).toBe(503);
  expect(down.headers.get("Retry-After")).toBe("30");
  expect((await down.json()).users).toEqual(["Down"]);
});
