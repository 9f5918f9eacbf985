import { expect, test } from "vitest";
import { aGame } from "@/lib/domain/test-games";
import { systemProgress } from "./system-progress";

test("each system has its own counts, and the one with most games comes first", () => {
  const games = [
    aGame({ systemId: 3, systemName: "SNES/Super Famicom", highestAwardKind: "mastered" }),
    aGame({ systemId: 7, systemName: "NES/Famicom", highestAwardKind: "completed" }),
    aGame({ systemId: 7, systemName: "NES/Famicom", title: "A Game [Subset - Bonus]" }),
  ];
  const none = { beatenCasual: 0, beaten: 0 };
  expect(systemProgress(games)).toEqual([
    {
      id: 7,
      name: "NES/Famicom",
      counts: { ...none, played: 2, unfinished: 0, completed: 1, mastered: 0 },
    },
    {
      id: 3,
      name: "SNES/Super Famicom",
      counts: { ...none, played: 1, unfinished: 0, completed: 0, mastered: 1 },
    },
  ]);
});

test("systems with the same number of games are sorted by name", () => {
  const games = ["Zeta", "Alpha", "Mid"].map((systemName, index) =>
    aGame({ systemId: 900 + index, systemName }),
  );
  expect(systemProgress(games).map(({ name }) => name)).toEqual(["Alpha", "Mid", "Zeta"]);
});
