import { expect, test } from "vitest";
import { aGame, aPlayer } from "@/lib/domain/test-games";
import { DEFAULT_LIST_QUERY } from "@/lib/progress/list-query";
import { packView, profileView, unpackView } from "./profile-view";

const viewOf = (...games: ReturnType<typeof aGame>[]) =>
  profileView(
    { player: aPlayer(games), refreshError: null },
    { query: DEFAULT_LIST_QUERY, ignored: [] },
  );

test("a milestone has what its game is shown by", () => {
  const game = aGame({
    title: "Tin Moth",
    iconPath: "/Images/000042.png",
    highestAwardKind: "mastered",
    highestAwardAt: 5,
  });
  expect(viewOf(game, aGame()).milestones).toEqual([
    {
      kind: "mastered",
      which: 1,
      at: 5,
      gameId: game.id,
      title: "Tin Moth",
      iconPath: "/Images/000042.png",
    },
  ]);
});

test("a packed view comes back as it was", () => {
  const games = [1, 2].map((at) =>
    aGame({ highestAwardKind: "beaten-hardcore", highestAwardAt: at, mostRecentAwardedAt: at }),
  );
  const view = viewOf(...games);
  expect(unpackView(packView(view))).toEqual({ ...view });
});
