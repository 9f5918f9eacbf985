import { expect, test } from "vitest";
import { typedInSegment, typedUser } from "./typed-user";

test("a pasted URL of a player's page gives the player", () => {
  for (const address of [
    "https://retroachievements.org/user/Ann9",
    "http://www.retroachievements.org/user/Ann9/",
    "retroachievements.org/user/Ann9?tab=games",
    "www.retroachievements.org/User/Ann9#top",
    "  https://retroachievements.org/user/Ann9/progress  ",
    "https://longplay.test/user/Ann9?status=eq-mastered&q=a/user/b",
    "localhost:3000/user/Ann9/embed",
    "/user/Ann9",
    "@Ann9",
    " Ann9 ",
  ]) {
    expect(typedUser(address), address).toBe("Ann9");
  }
});

test("any other text is returned unchanged", () => {
  for (const text of ["no one", "https://retroachievements.org/game/1", "a/b/user/c", "é%", ""]) {
    expect(typedUser(text), text).toBe(text);
  }
});

test("a typed text is read back from a URL, even if it is cut off or malformed", () => {
  expect(typedInSegment("no%20one%2Felse")).toBe("no one/else");
  expect(typedInSegment("no%20on%2")).toBe("no on");
  expect(typedInSegment("no%20on%")).toBe("no on");
  expect(typedInSegment("a%zzb")).toBe("a%zzb");
  expect(typedInSegment("%C3")).toBe("%C3");
});
