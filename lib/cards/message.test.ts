import { TimeoutError } from "p-timeout";
import { expect, test } from "vitest";
import { PlayerNotServed, TooManyRequests, upstreamErrorOf } from "@/lib/domain/upstream-error";
import { TooManyDrawings } from "./drawing-queue";
import { messageOf as messageIn, messageOfOne, samePlayerMessage } from "./message";
import { LANGUAGES } from "./words";

const messageOf = (error: unknown, user: string) => messageIn(error, user, LANGUAGES.en);

test.each([
  [new TimeoutError(), "too-late", "One moment"],
  [new TooManyDrawings(), "busy", "One moment"],
  [new Error("a bug"), "internal", "One moment"],
  [upstreamErrorOf("busy", 60), "busy", "One moment"],
  [upstreamErrorOf("rate-limited", 60), "rate-limited", "One moment"],
  [new TooManyRequests(60), "too-many-requests", "One moment"],
  [new PlayerNotServed(), "player-not-served", "Not shown here"],
  [upstreamErrorOf("player-not-found", null), "player-not-found", "Player not found"],
  [upstreamErrorOf("invalid-user", null), "invalid-user", "Player not found"],
  [upstreamErrorOf("unavailable", 30), "unavailable", "RetroAchievements is not answering"],
])("%o is reported as %s: %s", (error, code, title) => {
  expect(messageOf(error, "Anna")).toMatchObject({ code, title });
});

test("a message cuts long user names", () => {
  for (const code of ["player-not-found", "invalid-user"]) {
    const { text } = messageOf(upstreamErrorOf(code, null), "<漢>".repeat(10_000));
    expect(text.length).toBeLessThan(80);
  }
});

test("all invalid user names have the same message", () => {
  const invalid = upstreamErrorOf("invalid-user", null);
  expect(messageOf(invalid, "no!such")).toEqual(messageOf(invalid, "nor-this"));
});

test("a comparison's message names the player it is about", () => {
  const titleOf = (error: unknown) => messageOfOne(error, "Bob", LANGUAGES.en).title;
  expect(titleOf(new PlayerNotServed())).toBe("Bob: Not shown here");
  expect(titleOf(upstreamErrorOf("unavailable", 30))).toBe(
    "Bob: RetroAchievements is not answering",
  );
  expect(titleOf(new TimeoutError())).toBe("Bob: One moment");
  // Its text has the name, or there is no name.
  const unknown = messageOfOne(upstreamErrorOf("player-not-found", null), "Bob", LANGUAGES.en);
  expect(unknown).toMatchObject({ title: "Player not found" });
  expect(unknown.text).toContain("Bob");
  expect(titleOf(upstreamErrorOf("invalid-user", null))).toBe("Player not found");
});

test("comparing a player with themselves has its own message", () => {
  expect(samePlayerMessage("Anna", LANGUAGES.en)).toEqual({
    code: "same-player",
    title: "Same player twice",
    text: "Compare Anna with another player.",
  });
});

test("a message has the cause and what happens next", () => {
  const textOf = (error: unknown) => messageOf(error, "Anna").text;
  expect(textOf(upstreamErrorOf("player-not-found", null))).toBe(
    "RetroAchievements has no player called Anna.",
  );
  expect(textOf(upstreamErrorOf("invalid-user", null))).toBe(
    "That is not a RetroAchievements user name.",
  );
  expect(textOf(new PlayerNotServed())).toMatch(/^This site shows only /);
  expect(textOf(new TooManyRequests(60))).toMatch(/^Too many new players .* Back soon\.$/);
  for (const error of [new TimeoutError(), new Error("a bug"), upstreamErrorOf("busy", 60)]) {
    expect(textOf(error)).toBe("This card is being made. Back soon.");
  }
  for (const code of ["unavailable", "timed-out", "invalid-response"]) {
    expect(messageOf(upstreamErrorOf(code, 30), "Anna")).toEqual({
      code,
      title: "RetroAchievements is not answering",
      text: "Back soon.",
    });
  }
});

test("an unknown user is named up to the length of a ULID", () => {
  const { text } = messageOf(upstreamErrorOf("player-not-found", null), "u".repeat(27));
  expect(text).toBe(`RetroAchievements has no player called ${"u".repeat(26)}.`);
});

test("a message is in the card's language", () => {
  const unknown = upstreamErrorOf("player-not-found", null);
  expect(messageIn(unknown, "Anna", LANGUAGES.de)).toEqual({
    code: "player-not-found",
    title: "Unbekannter Name",
    text: "RetroAchievements kennt niemanden namens Anna.",
  });
});
