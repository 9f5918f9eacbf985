import { beforeEach, expect, test, vi } from "vitest";
import type { ObservedEvent } from "./observe";

let outcomes: typeof import("./last-outcomes");
beforeEach(async () => {
  Reflect.deleteProperty(globalThis, Symbol.for("longplay.last-outcomes"));
  vi.resetModules();
  outcomes = await import("./last-outcomes");
});

const store = (command: "get" | "set" | "compare-and-set", ok: boolean): ObservedEvent => ({
  ...{ type: "store", command, ok, milliseconds: 1 },
});
const history = (outcome: "kept" | "older" | "failed" | "refused"): ObservedEvent => ({
  ...{ type: "history", outcome, milliseconds: 1 },
});
const upstream = (
  endpoint: "profile" | "media" | "player-games" | "player-rank",
  outcome: "ok" | "unauthorized-key" | "unavailable" | "player-not-found" | "invalid-response",
): ObservedEvent => ({ type: "upstream", endpoint, outcome, milliseconds: 1 });

function after(...events: ObservedEvent[]) {
  for (const event of events) outcomes.recordOutcome(event);
  return outcomes.lastOutcomes();
}

test("all outcomes are unknown at first", () => {
  expect(after()).toEqual({ store: "unknown", history: "unknown", key: "unknown" });
});

test("a store that answers reads but refuses writes is failing until a write succeeds", () => {
  expect(after(store("get", true)).store).toBe("ok");
  expect(after(store("set", false), store("get", true)).store).toBe("failing");
  expect(after(store("set", true)).store).toBe("ok");
});

test("the last snapshot to store decides about the history", () => {
  expect(after(history("failed"), history("refused")).history).toBe("failing");
  expect(after(history("older")).history).toBe("ok");
});

test("a key is refused until RA answers with it; outages and images do not count", () => {
  expect(after(upstream("media", "ok")).key).toBe("unknown");
  expect(after(upstream("profile", "unauthorized-key")).key).toBe("refused");
  expect(after(upstream("profile", "unavailable"), upstream("media", "ok")).key).toBe("refused");
  expect(after(upstream("profile", "player-not-found")).key).toBe("accepted");
});

test("a key that opens no API v2 is still accepted, and v2 is refused until it answers", () => {
  expect(outcomes.wasV2Refused()).toBe(false);
  after(upstream("profile", "ok"));
  expect(after(upstream("player-games", "unauthorized-key")).key).toBe("accepted");
  expect(outcomes.wasV2Refused()).toBe(true);
  after(upstream("player-games", "unavailable"), upstream("profile", "ok"));
  expect(outcomes.wasV2Refused()).toBe(true);
  after(upstream("player-games", "player-not-found"));
  expect(outcomes.wasV2Refused()).toBe(false);
  after(upstream("player-games", "invalid-response"));
  expect(outcomes.wasV2Refused()).toBe(true);
});

test("times are refused where an endpoint of API v2 refuses the key, but not by ranks that cannot be read", () => {
  after(upstream("player-rank", "invalid-response"));
  expect(outcomes.wasV2Refused()).toBe(false);
  after(upstream("player-games", "invalid-response"), upstream("player-rank", "ok"));
  expect(outcomes.wasV2Refused()).toBe(true);
  after(upstream("player-games", "ok"), upstream("player-rank", "unauthorized-key"));
  expect(outcomes.wasV2Refused()).toBe(true);
});
