import type { Game } from "./player";

let nextId = 1;

/** A game for tests: what matters to a test is given, the rest is ordinary. Each has an id of its own. */
export function aGame(given: Partial<Game> = {}): Game {
  return {
    id: nextId++,
    title: "A Game",
    iconPath: "/Images/000001.png",
    systemId: 7,
    systemName: "NES/Famicom",
    maxPossible: 10,
    numAwarded: 5,
    numAwardedHardcore: 5,
    mostRecentAwardedAt: 1_000,
    highestAwardKind: null,
    highestAwardAt: null,
    ...given,
  };
}
