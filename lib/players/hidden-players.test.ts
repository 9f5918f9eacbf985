import { beforeEach, expect, test, vi } from "vitest";
import { PlayerNotFound, Unavailable } from "@/lib/domain/upstream-error";
import { createEmbeddedStore } from "@/lib/kv/embedded";
import type { Store } from "@/lib/kv/store";
import { createHiddenPlayers, type Pair } from "./hidden-players";

const ANN = { name: "Ann", ulid: "01HZY3".padEnd(26, "0") };
const BERT = { name: "Bert", ulid: "01HZY4".padEnd(26, "0") };
const ALL = [ANN, BERT];

let now: number;
let store: Store;
beforeEach(() => {
  now = 1_795_000_000_000;
  store = createEmbeddedStore(() => now);
});

const askRa = () =>
  vi.fn(async (user: string): Promise<Pair> => {
    const found = ALL.find((pair) => Object.values(pair).some((of) => of.toLowerCase() === user));
    if (!found) throw new PlayerNotFound();
    return found;
  });
const aServer = (ask: (user: string) => Promise<Pair>, listed = ["ANN", BERT.ulid]) =>
  createHiddenPlayers(listed, store, ask, () => now);

test("one call for each player gives the name or the ULID, and all servers know it for a day", async () => {
  const ask = askRa();
  const [first, second] = [aServer(ask), aServer(ask)];
  expect([first.has("ann"), first.has(ANN.ulid)]).toEqual([true, false]);
  for (const server of [first, second, first]) {
    await server.learn();
    for (const { name, ulid } of ALL) {
      expect([server.has(name), server.has(ulid.toLowerCase())]).toEqual([true, true]);
    }
    expect(server.has("Cara")).toBe(false);
  }
  expect(ask).toHaveBeenCalledTimes(2);
  now += 86_400_001;
  await first.learn();
  await vi.waitFor(() => expect(ask).toHaveBeenCalledTimes(4));
});

test("with no hidden player, the store is not read", async () => {
  const asked = vi.spyOn(store, "getMany");
  await aServer(askRa(), []).learn();
  expect(asked).not.toHaveBeenCalled();
});

test("nothing of the pair can be read in the store", async () => {
  await aServer(askRa()).learn();
  const { keys } = await store.keys("longplay:", null);
  const stored = [...keys, ...(await store.getMany(keys))].join("\n");
  expect(keys).toHaveLength(2);
  expect(stored).not.toMatch(/ann|bert|01hzy/i);
});

test("a player seen with both name and ULID is hidden by both from then on", () => {
  const server = aServer(askRa());
  expect(server.hasPair(ANN)).toBe(true);
  expect(server.has(ANN.ulid)).toBe(true);
  expect(server.hasPair({ name: "Cara", ulid: "01HZY5".padEnd(26, "0") })).toBe(false);
});

test("a name that RA does not find costs one call a day, and one a minute while RA is down", async () => {
  const unknown = vi.fn(askRa());
  const gone = aServer(unknown, ["Nobody9"]);
  await gone.learn();
  now += 3_600_000;
  await gone.learn();
  expect(unknown).toHaveBeenCalledTimes(1);

  const down = vi.fn(async (): Promise<Pair> => {
    throw new Unavailable();
  });
  const server = aServer(down, ["Cara"]);
  await server.learn();
  now += 59_000;
  await server.learn();
  expect(down).toHaveBeenCalledTimes(1);
  now += 1000;
  await server.learn();
  await vi.waitFor(() => expect(down).toHaveBeenCalledTimes(2));
  expect(server.has("cara")).toBe(true);
});

test("a name that RA does not find is not fetched again while another is retried", async () => {
  const ask = vi.fn(async (user: string): Promise<Pair> => {
    throw user === "nobody9" ? new PlayerNotFound() : new Unavailable();
  });
  const server = aServer(ask, ["Nobody9", "Cara"]);
  await server.learn();
  for (const times of [2, 3]) {
    now += 60_000;
    await server.learn();
    await vi.waitFor(() => expect(ask.mock.calls.flat().filter(isCara)).toHaveLength(times));
  }
  expect(ask.mock.calls.flat().filter((user) => !isCara(user))).toEqual(["nobody9"]);
  now += 86_400_000;
  await server.learn();
  await vi.waitFor(() => {
    expect(ask.mock.calls.flat().filter((user) => !isCara(user))).toHaveLength(2);
  });
});

const isCara = (user: string) => user === "cara";

test("while RA hangs no request waits after the first second", async () => {
  const server = aServer(() => new Promise(() => undefined));
  await server.learn();
  expect(server.has("ann")).toBe(true);
  await server.learn();
});
