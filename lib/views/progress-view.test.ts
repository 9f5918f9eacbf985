import { expect, test } from "vitest";
import { AWARD_KINDS } from "@/lib/domain/player";
import { aGame, aPlayer } from "@/lib/domain/test-games";
import { DEFAULT_LIST_QUERY } from "@/lib/progress/list-query";
import { progressView } from "./make-progress-view";
import { packView, unpackView } from "./progress-view";

const viewOf = (...games: ReturnType<typeof aGame>[]) =>
  progressView(
    { player: aPlayer(games), refreshError: null },
    { query: DEFAULT_LIST_QUERY, ignored: [] },
  );

test("a milestone has what its game is shown by", () => {
  const game = aGame({
    title: "Tin Moth",
    iconPath: "/Images/000042.png",
    highestAwardKind: "mastered",
    highestAwardAt: 5 * 86_400 + 7,
  });
  expect(viewOf(game, aGame()).milestones).toEqual([
    {
      kind: "mastered",
      which: 1,
      day: 5,
      gameId: game.id,
      title: "Tin Moth",
      iconPath: "/Images/000042.png",
    },
  ]);
});

test("a packed view comes back as it was", () => {
  const games = AWARD_KINDS.flatMap((highestAwardKind, kind) =>
    [1, 2].map((at) =>
      aGame({
        highestAwardKind,
        highestAwardAt: (kind * 10 + at) * 86_400,
        mostRecentAwardedAt: at,
        iconPath: kind === 0 ? "/Images/odd.png" : `/Images/00010${kind}.png`,
      }),
    ),
  );
  const view = viewOf(...games);
  expect(view.milestones.map(({ which }) => which)).toContain("latest");
  expect(unpackView(packView(view))).toEqual({ ...view });
});
