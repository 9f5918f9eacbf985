import { expect, test } from "vitest";
import { aClient, standIn } from "@/e2e/support/unit-stand-in";
import { aWirePlayer, type WirePlayer } from "@/e2e/support/wire-player";

function setPlayer(
  changed: Partial<WirePlayer> = {},
  profile: Partial<WirePlayer["profile"]> = {},
) {
  standIn.setPlayer({ ...aWirePlayer({ name: "Ranked", games: 3, profile }), ...changed });
}

/** What API v2 says; fails where it is not available. */
async function rankOfV2(user: string) {
  const answer = await aClient().fetchPlayerRank(user);
  if (answer.state !== "ok") throw new Error(answer.reason);
  return answer.content;
}

test("the rank, of how many, and what is being played with its date", async () => {
  setPlayer({ rank: { rankCasual: 77 } });
  expect(await rankOfV2("ranked")).toEqual({
    hardcore: { rank: 1234, of: 95_000 },
    casual: { rank: 77, of: 12_000 },
    playing: {
      text: "Exploring the first level",
      at: Date.parse("2026-07-31T20:20:00Z") / 1000,
    },
  });
  expect(standIn.fillingCalls().map(({ endpoint }) => endpoint)).toEqual(["player-rank"]);
});

test.each([
  ["has no rank", { rankHardcore: null }],
  ["is unranked", { isUnranked: true }],
])("a player who %s has none", async (_, rank) => {
  setPlayer({ rank });
  expect((await rankOfV2("Ranked")).hardcore).toBeNull();
});

test("what is being played without a date is not known", async () => {
  setPlayer({ rank: { richPresenceUpdatedAt: null } });
  expect((await rankOfV2("Ranked")).playing).toBeNull();
});

test("where API v2 is off, refused, or does not find the player, it says so", async () => {
  setPlayer();
  const off = await aClient({ v2BaseUrl: "" }).fetchPlayerRank("Ranked");
  expect(off).toEqual({ state: "unavailable", reason: "off" });
  expect(await aClient().fetchPlayerRank("Nobody")).toMatchObject({ reason: "not-found" });
  standIn.fail("missing-scope", { endpoint: "player-rank" });
  expect(await aClient().fetchPlayerRank("Ranked")).toMatchObject({ reason: "refused" });
});

test("v1 has the rank alone", async () => {
  setPlayer();
  const ofV1 = { hardcore: { rank: 1234, of: 95_000 }, casual: null, playing: null };
  expect(await aClient().fetchRank("Ranked")).toEqual(ofV1);
  setPlayer({}, { Untracked: 1 });
  expect(await aClient().fetchRank("Ranked")).toEqual({ ...ofV1, hardcore: null });
  await expect(aClient().fetchRank("Nobody")).rejects.toMatchObject({ code: "player-not-found" });
});
