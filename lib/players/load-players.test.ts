import { beforeEach, expect, test, vi } from "vitest";
import { aGame, aPlayer } from "@/lib/domain/test-games";
import { PlayerNotFound, Unavailable } from "@/lib/domain/upstream-error";
import { isUlid } from "@/lib/domain/user";
import { type LoadedPlayer, loadPlayer } from "./load-player";
import { loadPlayers, oldestOf } from "./load-players";

vi.mock("./load-player", () => ({ loadPlayer: vi.fn() }));

const ULIDS: Record<string, string> = {
  anna: "01HDEM0AMP11GHTERX0000Z7QA",
  bert: "01HDEM0AMP11GHTERX0000Z7QB",
};
const request = new Request("http://site.example/compare");

function loadedAs(name: string, given: Partial<LoadedPlayer> = {}): LoadedPlayer {
  const player = aPlayer([aGame()], { name, ulid: ULIDS[name.toLowerCase()] ?? `ulid of ${name}` });
  return { player, state: "hit", ageSeconds: 1, refreshError: null, ...given };
}

beforeEach(() => {
  vi.mocked(loadPlayer).mockReset();
  vi.mocked(loadPlayer).mockImplementation(async (user) => {
    const name = Object.keys(ULIDS).find((each) => ULIDS[each] === user.toUpperCase()) ?? user;
    return loadedAs(name[0]?.toUpperCase() + name.slice(1).toLowerCase());
  });
});

const namesOf = (loaded: LoadedPlayer[]) => loaded.map(({ player }) => player.profile.name);
const askedFor = () => vi.mocked(loadPlayer).mock.calls.map(([user]) => user);

test("players are loaded at the same time, and come in the order in which they were named", async () => {
  let under = 0;
  let most = 0;
  vi.mocked(loadPlayer).mockImplementation(async (user) => {
    under++;
    most = Math.max(most, under);
    await Promise.resolve();
    under--;
    return loadedAs(user);
  });
  const { loaded, failed } = await loadPlayers(["Dora", "Anna", "Cleo", "Bert"], request);
  expect(namesOf(loaded)).toEqual(["Dora", "Anna", "Cleo", "Bert"]);
  expect(failed).toEqual([]);
  expect(most).toBe(4);
});

test("a player named twice is loaded once", async () => {
  const { loaded } = await loadPlayers(["anna", "BERT", "ANNA", "Anna"], request);
  expect(namesOf(loaded)).toEqual(["Anna", "Bert"]);
  expect(askedFor()).toEqual(["anna", "BERT"]);
});

test("a ULID of a named player waits until the name is known", async () => {
  const { anna = "", bert = "" } = ULIDS;
  const done: string[] = [];
  const load = vi.mocked(loadPlayer).getMockImplementation();
  vi.mocked(loadPlayer).mockImplementation(async (user, request) => {
    if (isUlid(user)) expect(done).toEqual(["Anna"]);
    const loaded = await load?.(user, request);
    done.push(user);
    return loaded ?? loadedAs(user);
  });
  const { loaded } = await loadPlayers([bert, anna.toLowerCase(), "Anna"], request);
  expect(namesOf(loaded)).toEqual(["Bert", "Anna"]);
  expect(askedFor()[0]).toBe("Anna");
});

test("a player who cannot be loaded is named with the reason, and the others are loaded", async () => {
  vi.mocked(loadPlayer).mockImplementation(async (user) => {
    if (user === "Cleo") throw new Unavailable();
    if (user === "Dora") throw new PlayerNotFound();
    return loadedAs(user);
  });
  const { loaded, failed } = await loadPlayers(["Dora", "Anna", "Cleo"], request);
  expect(namesOf(loaded)).toEqual(["Anna"]);
  expect(failed.map(({ user, error }) => [user, error.code])).toEqual([
    ["Dora", "player-not-found"],
    ["Cleo", "unavailable"],
  ]);
});

test("where one user is impossible, none is loaded", async () => {
  const { loaded, failed } = await loadPlayers(["Anna", "a!", ""], request);
  expect(loaded).toEqual([]);
  expect(failed.map(({ user, error }) => [user, error.code])).toEqual([
    ["a!", "invalid-user"],
    ["", "invalid-user"],
  ]);
  expect(loadPlayer).not.toHaveBeenCalled();
});

test("a bug of this site is not a player's failure", async () => {
  vi.mocked(loadPlayer).mockRejectedValue(new TypeError("slip"));
  await expect(loadPlayers(["Anna", "Bert"], request)).rejects.toThrow(TypeError);
});

test("the age of several players is that of the oldest", () => {
  expect(
    oldestOf([
      loadedAs("Anna", { state: "miss", ageSeconds: 0 }),
      loadedAs("Bert", { state: "stale", ageSeconds: 400 }),
      loadedAs("Cleo", { state: "hit", ageSeconds: 20 }),
    ]),
  ).toEqual({ state: "stale", ageSeconds: 400 });
  expect(oldestOf([loadedAs("Anna", { state: "miss", ageSeconds: 0 })]).state).toBe("miss");
});
