import { expect, test } from "vitest";
import { gamesOf } from "@/e2e/support/games-of";
import { aWirePlayer, library } from "@/e2e/support/wire-player";
import { aGame } from "@/lib/domain/test-games";
import { LIMITS } from "@/lib/limits";
import { isHiddenByRa, toApiRow, toWireRow, userProfile } from "./wire";

const game = aGame({
  id: 7,
  title: "Étoile",
  iconPath: "/Images/012345.png",
  systemId: 3,
  systemName: "SNES/Super Famicom",
  maxPossible: 20,
  numAwarded: 19,
  numAwardedHardcore: 5,
  mostRecentAwardedAt: 1_777_888_800,
  highestAwardKind: "beaten-softcore",
  highestAwardAt: 1_777_802_400,
});

test("a row of RA is written back unchanged", () => {
  const [row] = library(1);
  expect(gamesOf([row]).map(toWireRow)).toEqual([row]);
});

test("a game is written in the formats of RA and of its official client", () => {
  expect(toWireRow(game)).toEqual({
    GameID: 7,
    Title: "Étoile",
    ImageIcon: "/Images/012345.png",
    ConsoleID: 3,
    ConsoleName: "SNES/Super Famicom",
    MaxPossible: 20,
    NumAwarded: 19,
    NumAwardedHardcore: 5,
    MostRecentAwardedDate: "2026-05-04T10:00:00+00:00",
    HighestAwardKind: "beaten-softcore",
    HighestAwardDate: "2026-05-03T10:00:00+00:00",
  });
  expect(toApiRow(game)).toEqual({
    gameId: 7,
    title: "Étoile",
    imageIcon: "/Images/012345.png",
    consoleId: 3,
    consoleName: "SNES/Super Famicom",
    maxPossible: 20,
    numAwarded: 19,
    numAwardedHardcore: 5,
    mostRecentAwardedDate: "2026-05-04T10:00:00+00:00",
    highestAwardKind: "beaten-softcore",
    highestAwardDate: "2026-05-03T10:00:00+00:00",
  });
});

test("a missing date is written as null", () => {
  const undated = { ...game, mostRecentAwardedAt: null, highestAwardAt: null };
  expect(toWireRow(undated)).toMatchObject({ MostRecentAwardedDate: null, HighestAwardDate: null });
  expect(toApiRow(undated)).toMatchObject({ mostRecentAwardedDate: null, highestAwardDate: null });
});

/** The game of a row with changed fields; null if it is none. */
const gameOf = (changed: Record<string, unknown>) =>
  gamesOf([{ ...library(1)[0], ...changed }])[0] ?? null;

test.each([-1, 1.5, "1.5", "-3", "many", "1e3", "", true])(
  "%j is not a number of achievements",
  (MaxPossible) => expect(gameOf({ MaxPossible })).toBeNull(),
);

test("a number can be a string, or 0", () => {
  expect(gameOf({ MaxPossible: "12", NumAwarded: 0 })).toMatchObject({
    maxPossible: 12,
    numAwarded: 0,
  });
});

test("an unreadable date or award is left out, and the game stays", () => {
  expect(
    gameOf({ MostRecentAwardedDate: "yesterday", HighestAwardKind: "won", HighestAwardDate: "2" }),
  ).toMatchObject({ mostRecentAwardedAt: null, highestAwardKind: null, highestAwardAt: null });
  const mastered = { HighestAwardKind: "mastered", HighestAwardDate: "2026-05-03T12:00:00+02:00" };
  expect(gameOf(mastered)).toMatchObject({
    highestAwardKind: "mastered",
    highestAwardAt: 1_777_802_400,
  });
  expect(gameOf({ ...mastered, HighestAwardKind: null })?.highestAwardAt).toBeNull();
});

const profileOf = (changed: Record<string, unknown>) =>
  userProfile.parse({ ...aWirePlayer({ name: "Reader" }).profile, ...changed });

test("a profile has this site's names, and an optional motto", () => {
  const changed = { ULID: "01arz3ndektsv4rrffq69g5fav", TotalPoints: "12", Motto: null };
  expect(profileOf(changed)).toEqual({
    name: "Reader",
    ulid: "01ARZ3NDEKTSV4RRFFQ69G5FAV",
    avatarPath: "/UserPic/Reader.png",
    memberSince: Date.parse("2016-01-02T00:43:04Z") / 1000,
    points: 12,
    casualPoints: 1243,
    retroPoints: 1_599_212,
    motto: "",
    lastSeen: "Exploring the first level",
    lastGameId: 1,
  });
  expect(profileOf({ Motto: "Slow and steady" }).motto).toBe("Slow and steady");
});

const lastSeen = (RichPresenceMsg: unknown) => profileOf({ RichPresenceMsg }).lastSeen;

test.each([null, undefined, 7, true, ["Level 1"], {}, "", " \n\t", "\u0000\u202e "])(
  "a rich presence message of %j is none",
  (message) => expect(lastSeen(message)).toBe(""),
);

test("a rich presence message is one line without control characters", () => {
  expect(lastSeen("  World 1-1\r\n\t3 lives\u2028\u0000\u001b[31mred  ")).toBe(
    "World 1-1 3 lives [31mred",
  );
  expect(lastSeen("evil\u202egnp.exe\u2066\ud800")).toBe("evilgnp.exe");
});

test("a rich presence message in any script, or with markup, stays as RA sends it", () => {
  for (const message of ["العالم ١-١", "ステージ３ 🧭", "<script>alert(1)</script> &amp;"]) {
    expect(lastSeen(message)).toBe(message);
  }
});

test("a rich presence message of 10,000 characters is cut, and no character is cut in two", () => {
  expect(lastSeen("x".repeat(10_000))).toBe("x".repeat(LIMITS.textLength));
  const pairs = LIMITS.textLength / 2 - 1;
  expect(lastSeen(`x${"🧭".repeat(5_000)}`)).toBe(`x${"🧭".repeat(pairs)}`);
  expect(lastSeen(`${" ".repeat(9_999)}x`)).toBe("x");
});

test.each([
  [1446, 1446],
  ["1446", 1446],
  [0, null],
  ["0", null],
  [-1, null],
  ["many", null],
  [null, null],
  [undefined, null],
])("a last game of %j is %j", (LastGameID, id) => {
  expect(profileOf({ LastGameID }).lastGameId).toBe(id);
});

test("negative permissions are hidden, others are not", () => {
  const hidden = [-1, "-2", 0, 1, null, undefined, "many"].map((Permissions) =>
    isHiddenByRa({ Permissions }),
  );
  expect(hidden).toEqual([true, true, false, false, false, false, false]);
  expect([null, [], "text"].map(isHiddenByRa)).toEqual([false, false, false]);
});
