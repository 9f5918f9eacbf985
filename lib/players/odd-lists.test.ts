import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { aClient, standIn } from "@/e2e/support/unit-stand-in";
import { anOddRow, aWirePlayer, library, type WireRow } from "@/e2e/support/wire-player";
import { createArchive } from "@/lib/archive/archive";
import { createEmbeddedStore } from "@/lib/kv/embedded";
import type { Store } from "@/lib/kv/store";
import { type ObservedEvent, setObserver } from "@/lib/observe/observe";
import { createPlayerCache } from "./player-cache";

// Lists of RA that are odd, and what is stored of their players.

let events: ObservedEvent[];

const HOUR = 3600;
const DAY = 24 * HOUR;
const NAME = "Oddly";
const { ULID } = aWirePlayer({ name: NAME }).profile;

let store: Store;

beforeEach(() => {
  // The time of day alone: answers of the stand-in take what they take.
  vi.useFakeTimers({ toFake: ["Date"], now: Date.UTC(2026, 10, 20) });
  events = [];
  setObserver((event) => events.push(event));
  store = createEmbeddedStore(Date.now);
});
afterEach(() => {
  setObserver(() => undefined);
  vi.useRealTimers();
  expect(events.filter(({ type }) => type === "error")).toEqual([]);
});

const later = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000);

/** An instance of the site, as after a restart: it has what is stored, and a history. */
function anInstance() {
  const archive = createArchive(store);
  const cache = createPlayerCache({
    store,
    upstream: aClient(),
    freshSeconds: 300,
    staleSeconds: 30 * DAY,
    callsPerMinute: 10_000,
    onSnapshot: archive.keep,
  });
  return {
    cache,
    /** The player as RA describes them now, if that is believed. */
    async refreshed(user = NAME) {
      const { refresh, stored } = await cache.get(user);
      await (refresh?.() ?? stored);
      return cache.get(user);
    },
    check: () => cache.check(ULID, Date.now() - HOUR),
    /** All changes of games in the history. */
    async changes() {
      const history = await archive.read(ULID, "2026-01-01", "2027-01-01");
      if (!history?.startedAt) throw new Error("There is no history.");
      return history.days.flatMap(({ games }) => games);
    },
  };
}

const says = (games: WireRow[], profile = {}) =>
  standIn.setPlayer(aWirePlayer({ name: NAME, games, profile }));

/** What RA was asked since the last look, as `profile` and the rows of each list. */
function asked(): string[] {
  const calls = standIn.calls().map(({ endpoint, params }) => params.c ?? endpoint);
  standIn.resetCalls();
  return calls.sort();
}

describe("a row that cannot be read", () => {
  const rows = library(150);
  const at = (place: number, changed: Record<string, unknown>) =>
    rows.map((row, index) => (index === place ? anOddRow(row, changed) : row));

  test.each([
    ["among the newest", 2, { NumAwarded: "many" }],
    ["at the very top", 0, { NumAwarded: -1 }],
    ["further down", 120, { Title: 5 }],
    ["without an id", 2, { GameID: "x" }],
    ["without an id, at the very top", 0, { GameID: null }],
    ["without an id, further down", 120, { GameID: {} }],
  ])("%s keeps what is stored, is no news, and is none in the history", async (_, place, odd) => {
    const site = anInstance();
    says(rows);
    const { player } = await site.refreshed();
    says(at(place, odd));
    later(DAY + HOUR);
    expect((await site.refreshed()).player.games).toEqual(player.games);
    expect(events).toContainEqual({ type: "unreadable-rows", rows: 1 });
    later(HOUR);
    expect((await site.refreshed()).player.games).toEqual(player.games);
    later(20 * HOUR);
    asked();
    expect(await site.check()).toMatchObject({ outcome: "same" });
    expect(asked()).toEqual(["1"]);
    expect(await site.changes()).toEqual([]);
    // What does change is seen as ever.
    says(
      at(place, odd).map((row) =>
        row.GameID === rows[60]?.GameID ? { ...row, NumAwarded: 99 } : row,
      ),
    );
    later(2 * DAY);
    expect((await anInstance().refreshed()).player.games[60]).toMatchObject({ numAwarded: 99 });
  });

  test.each([
    [0, ["2"]],
    [2, ["1"]],
    [120, ["1"]],
  ])("at %i is skipped where nothing is stored, and is no news for good", async (place, calls) => {
    says(at(place, { NumAwarded: "many" }));
    const site = anInstance();
    const { player, state } = await site.refreshed();
    expect(state).toBe("hit");
    expect(player.games.map(({ id }) => id)).toEqual(
      rows.filter((_, index) => index !== place).map(({ GameID }) => GameID),
    );
    later(HOUR);
    asked();
    await site.refreshed();
    expect(asked()).toEqual(["100", "profile"]);
    later(20 * HOUR);
    expect(await anInstance().check()).toMatchObject({ outcome: "same" });
    expect(asked()).toEqual(calls);
    // Once it can be read it is a game like the others.
    says(rows);
    later(2 * DAY);
    expect((await anInstance().refreshed()).player.games).toHaveLength(150);
  });

  test("keeps what is stored of a renamed player", async () => {
    says(rows);
    const { player } = await anInstance().refreshed();
    standIn.removePlayer(NAME);
    const games = at(2, { NumAwarded: "many" });
    standIn.setPlayer(aWirePlayer({ name: "Renamed", games, profile: { ULID } }));
    later(HOUR);
    expect((await anInstance().refreshed("Renamed")).player.games).toEqual(player.games);
    standIn.removePlayer("Renamed");
  });

  test.each([{ NumAwarded: "many" }, { GameID: "x" }])(
    "is no event where only the history knows of its game: %j",
    async (odd) => {
      says(rows);
      await anInstance().refreshed();
      await store.set(`longplay:player:${ULID.toLowerCase()}`, "gone", 1);
      says(at(2, odd));
      later(HOUR);
      const site = anInstance();
      expect((await site.refreshed()).player.games).toHaveLength(149);
      expect(await site.changes()).toEqual([]);
      later(DAY);
      says(rows);
      await site.refreshed();
      expect(await site.changes()).toEqual([]);
    },
  );
});

describe("an empty list", () => {
  const rows = library(40);
  const POINTS = { TotalPoints: 5000 };

  test("about a player with points is believed where nothing is stored", async () => {
    says([], POINTS);
    const { player, state } = await anInstance().refreshed();
    expect([state, player.games.length, player.profile.points]).toEqual(["hit", 0, 5000]);
  });

  async function knownAndEmptied() {
    says(rows);
    await anInstance().refreshed();
    says([], POINTS);
    later(HOUR);
    return anInstance();
  }

  test("is not believed where games are stored, until a day later, also after a restart", async () => {
    const site = await knownAndEmptied();
    for (const instance of [site, anInstance()]) {
      const { player, state, refreshError } = await instance.refreshed();
      expect(player.games).toHaveLength(40);
      expect([state, refreshError]).toEqual(["stale", "invalid-response"]);
    }
    expect(await site.changes()).toEqual([]);
    later(DAY - 60);
    expect((await anInstance().refreshed()).player.games).toHaveLength(40);
    later(60);
    const { player, state } = await anInstance().refreshed();
    expect([state, player.games.length]).toEqual(["hit", 0]);
  });

  test("is forgotten once RA lists games again", async () => {
    const site = await knownAndEmptied();
    await site.refreshed();
    says(rows);
    later(HOUR);
    expect(await site.refreshed()).toMatchObject({ state: "hit", refreshError: null });
    says([], POINTS);
    later(DAY);
    for (const instance of [site, anInstance()]) {
      expect((await instance.refreshed()).player.games).toHaveLength(40);
    }
  });

  test("of a renamed player shows what is stored", async () => {
    await knownAndEmptied();
    standIn.removePlayer(NAME);
    standIn.setPlayer(aWirePlayer({ name: "Renamed", games: [], profile: { ULID, ...POINTS } }));
    const { player, refreshError } = await anInstance().cache.get("Renamed");
    expect([player.games.length, refreshError]).toEqual([40, "invalid-response"]);
    standIn.removePlayer("Renamed");
  });

  test("is not checked again before it can be believed", async () => {
    const site = await knownAndEmptied();
    await expect(site.check()).rejects.toMatchObject({ code: "invalid-response" });
    asked();
    expect(await site.check()).toMatchObject({ outcome: "known" });
    expect(asked()).toEqual([]);
    later(DAY);
    expect(await site.check()).toMatchObject({ outcome: "read" });
    expect((await site.cache.get(NAME)).player.games).toEqual([]);
  });
});

test("players whose answers cannot be read cost no other player their page", async () => {
  for (const name of ["One", "Other", "Healthy"]) standIn.setPlayer(aWirePlayer({ name }));
  for (const user of ["One", "Other"]) standIn.fail("malformed", { user, endpoint: "profile" });
  const { cache } = anInstance();
  for (let round = 0; round < 6; round++) {
    for (const name of ["One", "Other"]) {
      await expect(cache.get(name)).rejects.toMatchObject({ code: "invalid-response" });
    }
  }
  expect((await cache.get("Healthy")).state).toBe("miss");
  expect(events.some((event) => event.type === "rate-limiter" && event.breaker === "open")).toBe(
    false,
  );
});
