import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { LIMITS } from "@/lib/limits";
import { createLog } from "./log";
import type { ObservedEvent } from "./observe";

const MINUTE_MS = 60_000;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function logging() {
  const written: string[] = [];
  const log = createLog({ write: (line: string) => written.push(line) });
  return {
    log,
    lines: () => written.map((line) => JSON.parse(line) as Record<string, unknown>),
    text: () => written.join(""),
  };
}
const aPlayer = (
  result: (ObservedEvent & { type: "player" })["result"],
): ObservedEvent & { type: "player" } => ({
  type: "player",
  surface: "page",
  result,
  milliseconds: 12.345,
});
const aStoreFailure: ObservedEvent = { type: "store", command: "get", ok: false, milliseconds: 5 };
const aLoad: ObservedEvent & { type: "load" } = {
  type: "load",
  cause: "load",
  outcome: "ok",
  milliseconds: 1,
  games: 3,
};

test("an event is one line of JSON with its duration and its cache result", () => {
  const { log, lines, text } = logging();
  log(aPlayer("miss"));
  log(aLoad);
  expect(text().match(/\n/g)).toHaveLength(2);
  expect(lines()).toEqual([
    expect.objectContaining({
      level: "info",
      event: "player",
      surface: "page",
      cache: "miss",
      ms: 12.3,
    }),
    expect.objectContaining({ level: "info", event: "load", outcome: "ok", games: 3, ms: 1 }),
  ]);
});

test("a run of the daily check is one line of counts", () => {
  const { log, lines } = logging();
  const counts = { same: 3, read: 1, dropped: 0, left: 7, stoppedBy: "busy" } as const;
  log({ type: "watch", ...counts, milliseconds: 5 });
  expect(lines()).toEqual([
    expect.objectContaining({ level: "info", event: "watch", ...counts, ms: 5 }),
  ]);
});

test("a refresh that did not happen is a line with its reason, and each reason is bounded alone", () => {
  const { log, lines } = logging();
  const skip = (reason: (ObservedEvent & { type: "refresh-skipped" })["reason"]) =>
    log({ type: "refresh-skipped", source: "player", reason });
  for (let times = 0; times < 1000; times++) skip("paused");
  skip("locked");
  expect(lines()).toHaveLength(LIMITS.logLinesPerMinute + 1);
  const line = { level: "info", event: "refresh-skipped", source: "player" };
  expect(lines()[0]).toMatchObject({ ...line, reason: "paused" });
  expect(lines().at(-1)).toMatchObject({ ...line, reason: "locked" });
  vi.advanceTimersByTime(MINUTE_MS);
  expect(lines().at(-1)).toMatchObject({
    event: "left-out",
    of: "refresh-skipped paused",
    count: 1000 - LIMITS.logLinesPerMinute,
  });
});

test("unreadable rows are logged as a count", () => {
  const { log, lines } = logging();
  log({ type: "unreadable-rows", rows: 3 });
  expect(lines()).toMatchObject([{ level: "warn", event: "unreadable-rows", rows: 3 }]);
});

test("memory hits and successes are not logged", () => {
  const { log, lines } = logging();
  log(aPlayer("hit"));
  log({ type: "upstream", endpoint: "profile", outcome: "ok", milliseconds: 1 });
  log({ type: "upstream", endpoint: "profile", outcome: "player-not-found", milliseconds: 1 });
  log({ type: "store", command: "get", ok: true, milliseconds: 1 });
  log({ type: "rate-limiter", callsLeft: 1, failures: 0, breaker: "closed" });
  expect(lines()).toEqual([]);
});

test("fields that an event carries in addition are not logged", () => {
  const { log, text } = logging();
  const carried = { user: "Someone", url: "/user/Someone", address: "203.0.113.77" };
  log({ ...aPlayer("miss"), ...carried });
  log({ ...aLoad, ...carried });
  expect(text()).not.toMatch(/Someone|203\.0/);
});

test("a store that is down is logged once a minute, with a count", () => {
  const { log, lines } = logging();
  for (let minute = 0; minute < 3; minute++) {
    for (let times = 0; times < 50; times++) log(aStoreFailure);
    vi.advanceTimersByTime(MINUTE_MS);
  }
  expect(lines()).toEqual([
    expect.objectContaining({ event: "store", level: "warn" }),
    expect.objectContaining({ event: "left-out", of: "store", count: 49 }),
    expect.objectContaining({ event: "left-out", of: "store", count: 50 }),
    expect.objectContaining({ event: "left-out", of: "store", count: 50 }),
  ]);
});

test("lines of one kind are bounded and counted, and do not silence another kind", () => {
  const { log, lines } = logging();
  for (let times = 0; times < 1000; times++) log(aPlayer("stale"));
  log(aLoad);
  expect(lines()).toHaveLength(LIMITS.logLinesPerMinute + 1);
  vi.advanceTimersByTime(MINUTE_MS);
  expect(lines().at(-1)).toMatchObject({
    event: "left-out",
    of: "player",
    count: 1000 - LIMITS.logLinesPerMinute,
  });
  vi.advanceTimersByTime(MINUTE_MS);
  log(aPlayer("stale"));
  expect(lines().at(-1)).toMatchObject({ event: "player", cache: "stale" });
});

test("the breaker is logged when it opens, and when loads go through again", () => {
  const { log, lines } = logging();
  for (const breaker of ["closed", "open", "open", "half-open", "closed"] as const) {
    log({ type: "rate-limiter", callsLeft: 9, failures: 5, breaker });
  }
  expect(lines().map(({ open }) => open)).toEqual([true, false]);
});

test("a used-up budget, or one too small for a request, is logged once a minute", () => {
  const { log, lines } = logging();
  const budgets = () => lines().filter(({ event }) => event === "budget");
  log({ type: "rate-limiter", callsLeft: 0, failures: 0, breaker: "closed" });
  log({ type: "budget" });
  expect(budgets()).toHaveLength(1);
  vi.advanceTimersByTime(2 * MINUTE_MS);
  log({ type: "budget" });
  expect(budgets()).toHaveLength(2);
});

test("a player who failed to load for another reason is not logged as the budget", () => {
  const { log, lines } = logging();
  log(aPlayer("busy"));
  expect(lines()).toEqual([expect.objectContaining({ event: "player", cache: "busy" })]);
});

test("an unexpected error is logged without possible secrets, and with what helps", () => {
  const { log, text, lines } = logging();
  const url = "https://retroachievements.org/API/API_GetUserProfile.php?u=Someone&y=theSecretKey";
  const error = new TypeError(`fetch failed: ${url}`, {
    cause: new Error(`connect ECONNREFUSED 203.0.113.77:443 (${url})`),
  });
  log({ type: "error", where: "card", error });
  log({ type: "error", where: "card", error: `GET /API_GetUserProfile.php?y=theSecretKey` });
  log({ type: "warning", message: `A refresh failed: ${url}` });
  expect(lines()[0]).toMatchObject({
    level: "error",
    where: "card",
    name: "TypeError",
    message: "fetch failed: [url]",
    stack: expect.stringContaining("log.test.ts"),
    cause: expect.stringContaining("ECONNREFUSED"),
  });
  expect(text()).not.toMatch(/theSecretKey|Someone|203\.0/);
});
