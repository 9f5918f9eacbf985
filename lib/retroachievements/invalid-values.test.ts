import { expect, test } from "vitest";
import { aClient, standIn } from "@/e2e/support/unit-stand-in";
import {
  anOddRow,
  aWirePlayer,
  library,
  type WirePlayer,
  type WireRow,
} from "@/e2e/support/wire-player";
import type { Game, Profile } from "@/lib/domain/player";

// Each field of each answer of RA, with each kind of invalid value.

const INVALID = {
  missing: undefined,
  null: null,
  "of a wrong type": { a: ["b"] },
  negative: -1,
  fractional: 1.5,
  "too large": 4_294_967_296,
};
type Kind = keyof typeof INVALID;
const KINDS = Object.keys(INVALID) as Kind[];

/** The expected value of a field for each kind: no other field changes. */
type Expected<Value> = Record<Kind, Value | "unreadable">;
const always = <Value>(value: Value): Record<Kind, Value> => ({
  missing: value,
  null: value,
  "of a wrong type": value,
  negative: value,
  fractional: value,
  "too large": value,
});
const UNREADABLE = always<"unreadable">("unreadable");
/** Nullable in RA's schema; other kinds are invalid. */
const nullIs = <Value>(value: Value): Expected<Value> => ({
  ...UNREADABLE,
  null: value,
});

const [, ROW, LAST] = library(3) as [WireRow, WireRow, WireRow];
const row: WireRow = {
  ...ROW,
  NumAwarded: 12,
  NumAwardedHardcore: 7,
  HighestAwardKind: "beaten-hardcore",
  HighestAwardDate: "2026-05-03T10:00:00+00:00",
};
const PLAYER = aWirePlayer({ name: "Odd", games: [row, LAST], profile: { ULID: "7".repeat(26) } });

async function read(player: WirePlayer) {
  standIn.setPlayer(player);
  return aClient().fetchPlayer("Odd");
}
const usual = (await read(PLAYER)).player;
const [usualGame, lastGame] = usual.games as [Game, Game];

function each<Value>(fields: Record<string, Expected<Value>>) {
  return Object.entries(fields).flatMap(([field, expected]) =>
    KINDS.map((kind) => [field, kind, expected[kind]] as const),
  );
}

const ROW_FIELDS: Record<keyof WireRow, Expected<Partial<Game>>> = {
  GameID: UNREADABLE,
  Title: nullIs({ title: "(no title)" }),
  ImageIcon: always({ iconPath: "/Images/000001.png" }),
  ConsoleID: nullIs({ systemId: 0 }),
  ConsoleName: always({ systemName: null }),
  MaxPossible: nullIs({ maxPossible: 0 }),
  NumAwarded: nullIs({ numAwarded: 0 }),
  NumAwardedHardcore: nullIs({ numAwardedHardcore: 0 }),
  MostRecentAwardedDate: always({ mostRecentAwardedAt: null }),
  HighestAwardKind: always({ highestAwardKind: null, highestAwardAt: null }),
  HighestAwardDate: always({ highestAwardAt: null }),
};

test.each(each(ROW_FIELDS))("a row whose %s is %s: %j", async (field, kind, expected) => {
  const invalid = anOddRow(row, { [field]: INVALID[kind] });
  const { player, leftOut } = await read({ ...PLAYER, results: [invalid, LAST] });
  const id = field === "GameID" ? null : usualGame.id;
  if (expected === "unreadable") {
    expect(player.games).toEqual([lastGame]);
    expect(leftOut).toEqual([{ after: 0, id, isUnreadable: true }]);
  } else {
    expect(player.games).toEqual([{ ...usualGame, ...expected }, lastGame]);
    expect(leftOut).toBeUndefined();
  }
});

const PAGE_FIELDS: Record<string, Expected<"as usual">> = {
  Count: always("as usual"),
  Total: UNREADABLE,
  Results: UNREADABLE,
};

test.each(each(PAGE_FIELDS))("a list whose %s is %s: %j", async (field, kind, expected) => {
  standIn.setPlayer(PLAYER);
  standIn.setFields("progress", "Odd", { [field]: INVALID[kind] });
  const fetched = aClient().fetchPlayer("Odd");
  if (expected === "unreadable") {
    await expect(fetched).rejects.toMatchObject({ code: "invalid-response", about: "player" });
  } else {
    expect((await fetched).player.games).toEqual(usual.games);
  }
});

const PROFILE_FIELDS: Record<string, Expected<Partial<Profile>>> = {
  User: UNREADABLE,
  ULID: UNREADABLE,
  UserPic: always({ avatarPath: "/UserPic/Odd.png" }),
  MemberSince: UNREADABLE,
  RichPresenceMsg: always({ lastSeen: "" }),
  LastGameID: always({ lastGameId: null }),
  ContribCount: always({}),
  ContribYield: always({}),
  TotalPoints: nullIs({ points: 0 }),
  TotalSoftcorePoints: nullIs({ casualPoints: 0 }),
  TotalTruePoints: nullIs({ retroPoints: 0 }),
  Untracked: always({}),
  ID: always({}),
  UserWallActive: always({}),
  Motto: always({ motto: "" }),
};

test.each(each(PROFILE_FIELDS))("a profile whose %s is %s: %j", async (field, kind, expected) => {
  standIn.setPlayer(PLAYER);
  standIn.setFields("profile", "Odd", { [field]: INVALID[kind] });
  const fetched = aClient().fetchPlayer("Odd");
  if (expected === "unreadable") {
    await expect(fetched).rejects.toMatchObject({ code: "invalid-response", about: "player" });
  } else {
    expect((await fetched).player.profile).toEqual({ ...usual.profile, ...expected });
  }
});

test.each(each({ Permissions: always({}) }))("a profile whose %s is %s", async (_, kind) => {
  standIn.setPlayer(PLAYER);
  standIn.setFields("profile", "Odd", { Permissions: INVALID[kind] });
  const fetched = aClient().fetchPlayer("Odd");
  if (kind === "negative") {
    // RA itself shows no page of them.
    await expect(fetched).rejects.toMatchObject({ code: "player-not-found" });
  } else {
    expect((await fetched).player.profile).toEqual(usual.profile);
  }
});

test.each([
  "2016-01-02T00:43:04+00:00",
  "2016-01-02T00:43:04.000000Z",
  "2016-01-02T02:43:04+02:00",
  "2016-01-02T00:43:04",
])("MemberSince can be %s", async (MemberSince) => {
  const { player } = await read({ ...PLAYER, profile: { ...PLAYER.profile, MemberSince } });
  expect(player.profile.memberSince).toBe(Date.parse("2016-01-02T00:43:04Z") / 1000);
});

test("an account that never started a game has no games and points", async () => {
  standIn.setPlayer(aWirePlayer({ name: "Newcomer", games: 0 }));
  standIn.setFields("profile", "Newcomer", { TotalTruePoints: null, TotalPoints: null });
  const { player } = await aClient().fetchPlayer("Newcomer");
  expect(player).toMatchObject({ games: [], profile: { points: 0, retroPoints: 0 } });
});

test("a game that was just launched is left out, as on RA's own page", async () => {
  const nothing = { HighestAwardKind: null, HighestAwardDate: null, MostRecentAwardedDate: null };
  for (const count of [null, 0]) {
    const launched = anOddRow(row, { NumAwarded: count, NumAwardedHardcore: count, ...nothing });
    const { player, leftOut } = await read({ ...PLAYER, results: [launched, LAST] });
    expect(player.games).toEqual([lastGame]);
    expect(leftOut).toEqual([{ after: 0, id: usualGame.id, isUnreadable: false }]);
  }
  // A retired set has an award, but no achievements.
  const retired = anOddRow(row, { MaxPossible: 0, NumAwarded: 0, NumAwardedHardcore: 0 });
  expect((await read({ ...PLAYER, results: [retired, LAST] })).player.games).toHaveLength(2);
});

test("a list without a readable row is another format", async () => {
  const rows = library(12).map((each) => anOddRow(each, { NumAwarded: undefined }));
  const invalid = { ...PLAYER, results: rows };
  await expect(read(invalid)).rejects.toMatchObject({ code: "invalid-response" });
});
