import { expect, test } from "vitest";
import { LIMITS } from "@/lib/limits";
import { createLog } from "./log";
import type { ObservedEvent } from "./observe";

function logging() {
  const lines: string[] = [];
  let now = 0;
  const log = createLog({ write: (line: string) => lines.push(line) }, () => now);
  return {
    log,
    lines: () => lines.map((line) => JSON.parse(line) as Record<string, unknown>),
    text: () => lines.join(""),
    pass(milliseconds: number) {
      now += milliseconds;
    },
  };
}
const aPlayer = (result: "hit" | "stale" | "miss"): ObservedEvent => ({
  type: "player",
  surface: "page",
  result,
  milliseconds: 12.345,
});
const aStoreFailure: ObservedEvent = { type: "store", command: "get", ok: false, milliseconds: 5 };

test("an event is one line of JSON with its duration and its cache result", () => {
  const { log, lines } = logging();
  log(aPlayer("miss"));
  expect(lines()).toEqual([
    expect.objectContaining({
      level: "info",
      event: "player",
      surface: "page",
      cache: "miss",
      ms: 12.3,
    }),
  ]);
});

test("what this process had is not worth a line", () => {
  const { log, lines } = logging();
  log(aPlayer("hit"));
  log({ type: "upstream", endpoint: "profile", outcome: "ok", milliseconds: 1 });
  log({ type: "store", command: "get", ok: true, milliseconds: 1 });
  expect(lines()).toEqual([]);
});

test("a store that is down is told of once a minute, with how often it was left out", () => {
  const { log, lines, pass } = logging();
  for (let times = 0; times < 50; times++) log(aStoreFailure);
  pass(60_000);
  log(aStoreFailure);
  expect(lines().map(({ leftOut }) => leftOut)).toEqual([undefined, 49]);
});

test("one kind of line is bounded, and does not silence another", () => {
  const { log, lines } = logging();
  for (let times = 0; times < 1000; times++) log(aPlayer("stale"));
  log({ type: "load", cause: "load", outcome: "ok", milliseconds: 1, games: 3 });
  expect(lines()).toHaveLength(LIMITS.logLinesPerMinute + 1);
});

test("the breaker is told of when it opens and when it closes", () => {
  const { log, lines } = logging();
  for (const isOpen of [false, true, true, false, false]) {
    log({ type: "gate", callsLeft: 9, failures: 5, isOpen });
  }
  expect(lines().map(({ open }) => open)).toEqual([true, false]);
});

test("an unexpected error loses what of it could be a secret", () => {
  const { log, text } = logging();
  const url = "https://retroachievements.org/API/API_GetUserProfile.php?u=Someone&y=theSecretKey";
  log({ type: "error", where: "card", error: new TypeError(`fetch failed: ${url}`) });
  log({
    type: "error",
    where: "card",
    error: `GET /API_GetUserProfile.php?u=Someone&y=theSecretKey`,
  });
  log({ type: "warning", message: `A refresh failed: ${url}` });
  expect(text()).toContain("TypeError");
  expect(text()).not.toMatch(/theSecretKey|Someone/);
});
