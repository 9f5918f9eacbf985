import { expect, test } from "vitest";
import { addedReason } from "./added-reason";
import { aChange, at, FIRST_SEEN } from "./test-states";

const of = (...change: Parameters<typeof aChange>) => addedReason(aChange(...change), FIRST_SEEN);

test("a game was started if its unlock is newer than the last snapshot, or slightly older", () => {
  expect(of(null, { mostRecentAwardedAt: at(0.5) })).toBe("begun");
  expect(of(null, { mostRecentAwardedAt: at(-0.9) })).toBe("begun");
});

test("a game added with old unlocks or without a date was not started now", () => {
  expect(of(null, { mostRecentAwardedAt: at(-2) })).toBe("listed");
  expect(of(null, { mostRecentAwardedAt: null })).toBe("listed");
});

test("a game that was there before or left was not added", () => {
  expect(of({}, { mostRecentAwardedAt: at(0.5) })).toBeNull();
  expect(of({}, null)).toBeNull();
});
