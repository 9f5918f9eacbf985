import { afterEach, beforeEach, expect, test, vi } from "vitest";
import {
  aCache,
  aServer,
  later,
  rows,
  shareOneStore,
  site,
  ulid,
} from "@/e2e/support/unit-servers";
import { aClient, standIn } from "@/e2e/support/unit-stand-in";
import type { Player } from "@/lib/domain/player";
import { type ObservedEvent, setObserver } from "@/lib/observe/observe";

shareOneStore();

let events: ObservedEvent[];
beforeEach(() => {
  events = [];
  setObserver((event) => events.push(event));
});
afterEach(() => {
  setObserver(() => undefined);
});

test("each load and each refresh is observed with how it ended", async () => {
  const cache = aServer();
  const loads = () => events.splice(0).filter(({ type }) => type === "load");
  const load = (cause: string, outcome: string, games: number) => ({
    type: "load",
    cause,
    outcome,
    milliseconds: expect.any(Number),
    games,
  });
  await cache.get("MaxMilyin");
  expect(loads()).toEqual([load("load", "ok", 3)]);
  later(301);
  standIn.fail("unavailable");
  await (await cache.get("MaxMilyin")).refresh?.();
  expect(loads()).toEqual([load("refresh", "unavailable", 0)]);
});

test("a bug in a refresh is a warning, and goes no further", async () => {
  const upstream = aClient();
  const cache = aCache({ upstream });
  await cache.get("MaxMilyin");
  later(301);
  upstream.fetchPlayer = () => Promise.reject(new TypeError("slip"));
  await (await cache.get("MaxMilyin")).refresh?.();
  expect(events).toContainEqual({
    type: "warning",
    message: "A refresh failed: TypeError: slip",
  });
  expect((await cache.get("MaxMilyin")).state).toBe("stale");
});

test("each snapshot is handed on with the one before, and nothing but its end waits for that", async () => {
  const states: [Player, Player | null][] = [];
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const onSnapshot = (...given: [Player, Player | null]) => {
    states.push(given);
    return ended;
  };
  const cache = aCache({ onSnapshot });
  const first = await cache.get("MaxMilyin");
  expect(states).toEqual([[first.player, null]]);
  let isOver = false;
  void first.stored?.then(() => {
    isOver = true;
  });
  // The player is stored, and the lock is free, all the same.
  const isStored = async () =>
    (await site.store.get(`longplay:player:${ulid().toLowerCase()}`)) !== null;
  await vi.waitUntil(isStored);
  rows(4);
  later(301);
  const refresh = (await cache.get("MaxMilyin")).refresh?.();
  await vi.waitUntil(() => states.length === 2);
  const { player, state } = await cache.get("MaxMilyin");
  expect(state).toBe("hit");
  expect(states[1]).toEqual([player, first.player]);
  rows(5);
  later(301);
  expect((await cache.getSince(ulid(), Date.now())).player.games).toHaveLength(5);
  expect(isOver).toBe(false);
  end();
  await Promise.all([first.stored, refresh]);
});

test("a snapshot that cannot be handed on is stored all the same", async () => {
  const onSnapshot = () => Promise.reject(new Error("full"));
  await (await aCache({ onSnapshot }).get("MaxMilyin")).stored;
  expect((await aServer().get("MaxMilyin")).state).toBe("hit");
});
