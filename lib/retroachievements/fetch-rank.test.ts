import { expect, test } from "vitest";
import { aClient, standIn } from "@/e2e/support/unit-stand-in";
import { aWirePlayer, type WirePlayer } from "@/e2e/support/wire-player";

function setPlayer(
  changed: Partial<WirePlayer> = {},
  profile: Partial<WirePlayer["profile"]> = {},
) {
  standIn.setPlayer({ ...aWirePlayer({ name: "Ranked", games: 3, profile }), ...changed });
}

test("the rank, of how many, and what is being played with its date", async () => {
  setPlayer({ rank: { rankCasual: 77 } });
  expect(await aClient().fetchPlayerRank("ranked")).toEqual({
    hardcore: { rank: 1234, of: 95_000 },
    casual: { rank: 77, of: 12_000 },
    playing: {
      text: "Exploring the first level",
      at: Date.parse("2026-07-31T20:20:00Z") / 1000,
    },
  });
  expect(standIn.calls().map(({ endpoint }) => endpoint)).toEqual(["player-rank"]);
});

test.each([
  ["has no rank", { rankHardcore: null }],
  ["is unranked", { isUnranked: true }],
])("a player who %s has none", async (_, rank) => {
  setPlayer({ rank });
  expect((await aClient().fetchPlayerRank("Ranked")).hardcore).toBeNull();
});

test("what is being played without a date is not known", async () => {
  setPlayer({ rank: { richPresenceUpdatedAt: null } });
  expect((await aClient().fetchPlayerRank("Ranked")).playing).toBeNull();
});

const OF_V1 = { hardcore: { rank: 1234, of: 95_000 }, casual: null, playing: null };

test("where API v2 is off, refused, or does not find the player, v1 tells the rank alone", async () => {
  setPlayer();
  expect(await aClient({ v2BaseUrl: "" }).fetchPlayerRank("Ranked")).toEqual(OF_V1);
  standIn.fail("missing-scope", { endpoint: "player-rank" });
  expect(await aClient().fetchPlayerRank("Ranked")).toEqual(OF_V1);
  standIn.fail(null);
  setPlayer({ isUnknownToV2: true });
  expect(await aClient().fetchPlayerRank("Ranked")).toEqual(OF_V1);
  setPlayer({}, { Untracked: 1 });
  const unranked = await aClient({ v2BaseUrl: "" }).fetchPlayerRank("Ranked");
  expect(unranked).toEqual({ ...OF_V1, hardcore: null });
});

test("a player whom nobody knows is not found; each call asks the rate limiter", async () => {
  let granted = 0;
  const acquire = async (calls: number) => {
    granted += calls;
  };
  const asked = aClient().fetchPlayerRank("Nobody", { acquire });
  await expect(asked).rejects.toMatchObject({ code: "player-not-found" });
  expect(granted).toBe(2);
});
