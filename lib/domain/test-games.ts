import type { Game, Player, Profile } from "./player";

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

/** A player for tests: Anna with these games, ordinary but for what is given. */
export function aPlayer(games: Game[], given: Partial<Profile> = {}): Player {
  return {
    profile: {
      name: "Anna",
      ulid: "01HDEM0AMP11GHTERX0000Z7Q1",
      avatarPath: "/UserPic/Anna.png",
      memberSince: 1_400_000_000,
      points: 12_345,
      casualPoints: 67,
      retroPoints: 20_000,
      motto: "",
      lastSeen: "",
      lastGameId: null,
      ...given,
    },
    games,
    checkedAt: Date.UTC(2026, 10, 24, 12),
  };
}
