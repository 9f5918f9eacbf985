import { expect, test } from "vitest";
import { aClient, standIn } from "@/e2e/support/unit-stand-in";
import { aWireRow } from "@/e2e/support/wire-games";
import { aWirePlayer } from "@/e2e/support/wire-player";

const read = (user: string, ids: readonly number[]) => aClient().fetchUserProgress(user, ids);

test("a game has its points, what was won of them, and what was won in hardcore mode", async () => {
  const games = [
    aWireRow({ GameID: 3, MaxPossible: 10, NumAwarded: 10, NumAwardedHardcore: 10 }),
    aWireRow({ GameID: 4, MaxPossible: 10, NumAwarded: 4, NumAwardedHardcore: 0 }),
    aWireRow({ GameID: 5, MaxPossible: 0, NumAwarded: 0, HighestAwardKind: "mastered" }),
  ];
  standIn.setPlayer(aWirePlayer({ name: "Points", games }));
  const [mastered, casual, retired] = await read("points", [3, 4, 5]);
  expect(mastered?.possible).toBeGreaterThan(0);
  expect(mastered).toEqual({
    gameId: 3,
    possible: mastered?.possible,
    won: mastered?.possible,
    wonHardcore: mastered?.possible,
  });
  expect(casual).toMatchObject({ gameId: 4, wonHardcore: 0 });
  expect(casual?.won).toBeGreaterThan(0);
  expect(casual?.won).toBeLessThan(casual?.possible ?? 0);
  expect(retired).toEqual({ gameId: 5, possible: 0, won: 0, wonHardcore: 0 });
});

test("1,313 games take three calls, and a repeated game is asked for once", async () => {
  standIn.setPlayer(aWirePlayer({ name: "Many", games: 1313 }));
  const ids = Array.from({ length: 1313 }, (_, at) => 1 + at * 7);
  const points = await read("Many", [...ids, ...ids]);
  expect(points.map(({ gameId }) => gameId)).toEqual(ids);
  expect(standIn.fillingCalls().map(({ params }) => params.i?.split(",").length)).toEqual([
    500, 500, 313,
  ]);
});

test("without a game nothing is asked", async () => {
  expect(await read("Many", [])).toEqual([]);
  expect(standIn.fillingCalls()).toEqual([]);
});

test("an unknown game has zeros, and an unknown player nothing", async () => {
  standIn.setPlayer(aWirePlayer({ name: "Known", games: 1 }));
  const none = { gameId: 999, possible: 0, won: 0, wonHardcore: 0 };
  expect((await read("Known", [1, 999]))[1]).toEqual(none);
  expect(await read("Stranger", [1])).toEqual([]);
});

test("asks the rate limiter before each call", async () => {
  standIn.setPlayer(aWirePlayer({ name: "Budget", games: 600 }));
  let granted = 0;
  const acquire = async (calls: number) => {
    if (granted === 1) throw new Error("no budget");
    granted += calls;
  };
  const ids = Array.from({ length: 600 }, (_, at) => 1 + at * 7);
  await expect(aClient().fetchUserProgress("Budget", ids, acquire)).rejects.toThrow("no budget");
  expect(standIn.count("points")).toBe(1);
});

test.each(["huge", "endless", "bomb", "many-rows", "brackets", "html", "malformed"] as const)(
  "an answer like %s is refused",
  async (mode) => {
    standIn.fail(mode, { endpoint: "points" });
    await expect(read("Hostile", [1])).rejects.toMatchObject({ code: "invalid-response" });
  },
);

test("a failure of RetroAchievements is that error", async () => {
  standIn.fail("rate-limited", { endpoint: "points" });
  await expect(read("Slow", [1])).rejects.toMatchObject({ code: "rate-limited" });
});
