import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { aGame } from "@/lib/domain/test-games";
import { packGames, unpackGames } from "./packed-games";

test("packed games are restored unchanged", () => {
  const games = [
    aGame({ title: "~Hack~ Étoile", mostRecentAwardedAt: 1_700_000_000, systemName: null }),
    aGame({ highestAwardKind: "beaten-softcore", highestAwardAt: 1_600_000_000, systemId: 3 }),
    aGame({ mostRecentAwardedAt: null, highestAwardKind: "mastered", highestAwardAt: 5 }),
    aGame({ highestAwardKind: "completed", highestAwardAt: null, maxPossible: 0, numAwarded: 3 }),
    aGame({ iconPath: "/Images/1234567.png", numAwardedHardcore: 0 }),
    aGame({ iconPath: "/Images/odd name.png" }),
  ];
  expect(unpackGames(JSON.parse(JSON.stringify(packGames(games))))).toEqual(games);
  expect(unpackGames(packGames([]))).toEqual([]);
});

test("a packed game takes at most 45 bytes, even with nothing in common with others", () => {
  let seed = 1;
  const random = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  const word = () => Array.from({ length: 5 }, () => String.fromCharCode(97 + random(26))).join("");
  const games = Array.from({ length: 2000 }, () => {
    const at = 1_400_000_000 + random(300_000_000);
    return aGame({
      id: random(30_000),
      title: `${word()} ${word()} ${word()}`,
      iconPath: `/Images/${100_000 + random(80_000)}.png`,
      systemId: random(60),
      maxPossible: random(120),
      numAwarded: random(60),
      numAwardedHardcore: random(60),
      mostRecentAwardedAt: at,
      highestAwardKind: "mastered",
      highestAwardAt: random(2) ? at : at - random(9_000_000),
    });
  });
  const bytes = gzipSync(JSON.stringify(packGames(games))).length;
  expect(bytes / games.length).toBeLessThanOrEqual(45);
});
