import type { Game, Player } from "@/lib/domain/player";
import { type GameTime, UNKNOWN_TIME } from "@/lib/times/game-time";
import type { Unlock } from "@/lib/unlocks/unlock";
import { demoPointsOfSet, unlocksByGame, unlocksOfSet } from "./achievements";
import { demoPlayers, demoPlaytime, demoRarity } from "./figures";
import { randomFrom } from "./random";

type DemoPlayer = Pick<Player, "profile" | "games">;

const made = new WeakMap<Game[], GameTime[]>();

/**
 * The made-up times of a demo player's games, always the same: dates and points of their unlocks and awards, and the time that lies
 * between the unlocks.
 */
export function demoTimes(player: DemoPlayer): GameTime[] {
  const known = made.get(player.games);
  if (known) return known;
  const unlocks = unlocksByGame(player);
  // The list of one demo player has some games twice: the first is the one that a game's page shows.
  const once = new Map(player.games.toReversed().map((game) => [game.id, game]));
  const times = [...once.values()].map((game) => timeOf(game, unlocks.get(game.id) ?? []));
  made.set(player.games, times);
  return times;
}

function timeOf(game: Game, unlocks: readonly Unlock[]): GameTime {
  const { id, maxPossible, title, highestAwardKind: kind } = game;
  const random = randomFrom(`times of ${id}`);
  const until = (at: number | null) =>
    at === null ? null : demoPlaytime(unlocks.filter((unlock) => unlock.at <= at)) || null;
  const { beatenAt, beatenHardcoreAt } = beatenOf(game, unlocks);
  const completedAt = kind === "mastered" || kind === "completed" ? game.highestAwardAt : null;
  const masteredAt = kind === "mastered" ? game.highestAwardAt : null;
  const won = unlocksOfSet(game, unlocks);
  const sum = (value: (unlock: Unlock) => number) =>
    won.reduce((total, unlock) => total + value(unlock), 0);
  const minutes = maxPossible === 0 ? null : maxPossible * random.between(7, 24);
  // RA has no median of a game that hardly anybody has mastered.
  const master = random.chance(0.08) ? null : minutes;
  const part = (share: number) => master && Math.max(1, Math.round(master * share));
  return {
    ...UNKNOWN_TIME,
    gameId: id,
    playtime: demoPlaytime(unlocks) || null,
    firstUnlockAt: unlocks[0]?.at ?? null,
    ...{ beatenAt, beatenHardcoreAt, completedAt, masteredAt },
    timeToBeat: until(beatenAt),
    timeToBeatHardcore: until(beatenHardcoreAt),
    timeToComplete: until(completedAt),
    timeToMaster: until(masteredAt),
    points: sum(({ points }) => points),
    pointsHardcore: sum(({ points, isHardcore }) => (isHardcore ? points : 0)),
    retroPoints: sum(({ retroPoints, isHardcore }) => (isHardcore ? retroPoints : 0)),
    pointsTotal: demoPointsOfSet(game, won),
    medianMasterMinutes: master,
    medianCompleteMinutes: part(0.9),
    medianBeatHardcoreMinutes: part(0.4),
    medianBeatMinutes: part(0.36),
    playersHardcore: demoPlayers(id),
    timesMastered: Math.max(masteredAt ? 1 : 0, Math.floor(demoPlayers(id) * demoRarity(id))),
    isSubset: title.includes("[Subset"),
  };
}

/** A game is beaten with its award, or in the middle of the way to a higher one. */
function beatenOf(
  { highestAwardKind: kind, highestAwardAt: awardAt }: Game,
  unlocks: readonly Unlock[],
): Pick<GameTime, "beatenAt" | "beatenHardcoreAt"> {
  const middle = unlocks[Math.floor(unlocks.length * 0.6)]?.at ?? awardAt;
  const onTheWay = awardAt !== null && middle !== null ? Math.min(middle, awardAt) : awardAt;
  switch (kind) {
    case "mastered":
      return { beatenAt: null, beatenHardcoreAt: onTheWay };
    case "beaten-hardcore":
      return { beatenAt: null, beatenHardcoreAt: awardAt };
    case "completed":
      return { beatenAt: onTheWay, beatenHardcoreAt: null };
    case "beaten-softcore":
      return { beatenAt: awardAt, beatenHardcoreAt: null };
    default:
      return { beatenAt: null, beatenHardcoreAt: null };
  }
}
