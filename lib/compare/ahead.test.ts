import { expect, test } from "vitest";
import { AWARD_KINDS } from "@/lib/domain/player";
import { aGame } from "@/lib/domain/test-games";
import { compareProgress, isAheadByDate, leaderOf } from "./ahead";

test("the higher award is ahead, regardless of achievements and dates", () => {
  const ranked = [...AWARD_KINDS, null].map((highestAwardKind, at) =>
    aGame({ highestAwardKind, highestAwardAt: 100 - at, numAwarded: at }),
  );
  for (const [at, better] of ranked.entries()) {
    for (const worse of ranked.slice(at + 1)) {
      expect(compareProgress(better, worse)).toBeLessThan(0);
      expect(compareProgress(worse, better)).toBeGreaterThan(0);
    }
  }
});

test("with the same award, more achievements are ahead, even if later", () => {
  const more = aGame({ highestAwardKind: "beaten-hardcore", highestAwardAt: 9, numAwarded: 6 });
  const less = aGame({ highestAwardKind: "beaten-hardcore", highestAwardAt: 1, numAwarded: 5 });
  expect(leaderOf([less, more])).toBe(1);
  expect(leaderOf([aGame({ numAwarded: 2 }), aGame({ numAwarded: 1 })])).toBe(0);
});

test("with the same award and achievements, the older award is ahead", () => {
  const at = (highestAwardAt: number | null) =>
    aGame({ highestAwardKind: "mastered", highestAwardAt });
  expect(leaderOf([at(20), at(10)])).toBe(1);
  expect(leaderOf([at(10), at(10)])).toBeNull();
  expect(leaderOf([at(null), at(10)])).toBeNull();
  expect(leaderOf([at(10), at(null)])).toBeNull();
});

test("a leader is ahead by date where another has the same award and as many achievements", () => {
  const at = (highestAwardAt: number, numAwarded = 10) =>
    aGame({ highestAwardKind: "mastered", highestAwardAt, numAwarded });
  const byDate = (...games: (ReturnType<typeof at> | null)[]) =>
    isAheadByDate(games, leaderOf(games));
  expect(byDate(at(20), at(10))).toBe(true);
  expect(byDate(at(20), null, at(10), at(5, 9))).toBe(true);
  expect(byDate(at(20), at(10, 9))).toBe(false);
  expect(byDate(at(10), aGame({ numAwarded: 10 }))).toBe(false);
  expect(byDate(at(10), at(10))).toBe(false);
});

test("a game of one player has no leader", () => {
  expect(leaderOf([aGame(), null])).toBeNull();
  expect(leaderOf([null, null])).toBeNull();
});

test("the leader of three is ahead of both others, else they are tied", () => {
  const won = (numAwarded: number) => aGame({ numAwarded });
  expect(leaderOf([won(1), won(3), won(2)])).toBe(1);
  expect(leaderOf([won(3), won(1), won(3)])).toBeNull();
  expect(leaderOf([null, won(1), null, won(2)])).toBe(3);
  const dated = (highestAwardAt: number | null) =>
    aGame({ highestAwardKind: "mastered", highestAwardAt });
  expect(leaderOf([dated(1), dated(null), dated(2)])).toBeNull();
});

test("equal progress is a tie", () => {
  const game = aGame({ highestAwardKind: "mastered", highestAwardAt: 1 });
  expect(leaderOf([game, game])).toBeNull();
  expect(leaderOf([game, { ...game }])).toBeNull();
});
