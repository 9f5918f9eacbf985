import { TimeoutError } from "p-timeout";
import { expect, test } from "vitest";
import { PlayerNotServed, TooManyRequests, upstreamErrorOf } from "@/lib/domain/upstream-error";
import { TooManyDrawings } from "./drawing-queue";
import { messageOf } from "./message";

test.each([
  [new TimeoutError(), "too-late", "One moment"],
  [new TooManyDrawings(), "busy", "One moment"],
  [new Error("a bug"), "internal", "One moment"],
  [upstreamErrorOf("busy", 60), "busy", "One moment"],
  [upstreamErrorOf("rate-limited", 60), "rate-limited", "One moment"],
  [new TooManyRequests(60), "too-many-requests", "One moment"],
  [new PlayerNotServed(), "player-not-served", "Not shown here"],
  [upstreamErrorOf("player-not-found", null), "player-not-found", "No such player"],
  [upstreamErrorOf("invalid-user", null), "invalid-user", "No such player"],
  [upstreamErrorOf("unavailable", 30), "unavailable", "RetroAchievements is not answering"],
])("%o is told as %s: %s", (error, code, title) => {
  expect(messageOf(error, "Anna")).toMatchObject({ code, title });
});

test("a user of any length makes a short text", () => {
  for (const code of ["player-not-found", "invalid-user"]) {
    const { text } = messageOf(upstreamErrorOf(code, null), "<漢>".repeat(10_000));
    expect(text.length).toBeLessThan(80);
  }
});

test("all that is no user name is told in the same words", () => {
  const invalid = upstreamErrorOf("invalid-user", null);
  expect(messageOf(invalid, "no!such")).toEqual(messageOf(invalid, "nor-this"));
});
