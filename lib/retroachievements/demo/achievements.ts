import type { Game, Player } from "@/lib/domain/player";
import type {
  Achievement,
  AchievementDates,
  AchievementType,
  GameOfPlayer,
} from "@/lib/games/achievement";
import type { Unlock } from "@/lib/unlocks/unlock";
import { demoPlayers, demoPlaytime, demoRarity } from "./figures";
import { type Random, randomFrom } from "./random";
import { DEMO_POINTS, demoName, demoUnlocks, IDS_A_GAME } from "./unlocks";
import { ADJECTIVES, NOUNS, PLACES } from "./words";

type DemoPlayer = Pick<Player, "profile" | "games">;

/** How often a set has achievements that are part of beating its game. */
const PROGRESSION = 0.2;
const MISSABLE = 0.06;

const grouped = new WeakMap<Game[], Map<number, Unlock[]>>();

/** A demo player's unlocks by game, oldest first. */
export function unlocksByGame(player: DemoPlayer): Map<number, Unlock[]> {
  const known = grouped.get(player.games);
  if (known) return known;
  const games = new Map<number, Unlock[]>();
  for (const unlock of demoUnlocks(player).unlocks) {
    const own = games.get(unlock.gameId) ?? [];
    own.push(unlock);
    games.set(unlock.gameId, own);
  }
  grouped.set(player.games, games);
  return games;
}

/**
 * The made-up achievements of a demo player's game, always the same: those that the player has unlocked, with their titles,
 * badges and points, and others up to the size of the set. Null for a game that is not in the player's list.
 */
export function demoGame(player: DemoPlayer, gameId: number): GameOfPlayer | null {
  const game = player.games.find(({ id }) => id === gameId);
  if (!game) return null;
  const random = randomFrom(`achievements of ${gameId}`);
  const players = demoPlayers(gameId);
  const played = unlocksByGame(player).get(gameId) ?? [];
  const unlocks = unlocksOfSet(game, played);
  const unlockOf = new Map(unlocks.map((unlock) => [unlock.achievementId, unlock]));
  const ids = Array.from({ length: game.maxPossible }, (_, at) => gameId * IDS_A_GAME + at);
  const achievements = ids.map((id, at) =>
    anAchievement(id, unlockOf.get(id), gameId, at / game.maxPossible),
  );
  return {
    facts: {
      gameId,
      parentGameId: parentOf(game, player),
      players,
      // Mostly in the order in which they are unlocked.
      achievements: achievements
        .map((each, at) => ({ each, place: at + 12 * random.fraction() }))
        .sort((a, b) => a.place - b.place)
        .map(({ each }, at, all) =>
          at === all.length - 1 ? { ...each, type: "win_condition" } : each,
        ),
    },
    own: {
      playtimeSeconds: demoPlaytime(played),
      dates: unlocks.map(datesOf),
    },
  };
}

/** The unlocks that are of a set as it is now: one that was made smaller has lost its last achievements. */
export function unlocksOfSet({ id, maxPossible }: Game, unlocks: readonly Unlock[]): Unlock[] {
  return unlocks.filter(({ achievementId }) => achievementId - id * IDS_A_GAME < maxPossible);
}

/** The points of a game's set: those of its unlocks, and of the achievements that are not unlocked. */
export function demoPointsOfSet({ id, maxPossible }: Game, unlocks: readonly Unlock[]): number {
  const pointsOf = new Map(unlocks.map(({ achievementId, points }) => [achievementId, points]));
  let sum = 0;
  for (let at = 0; at < maxPossible; at++) {
    const achievementId = id * IDS_A_GAME + at;
    sum += pointsOf.get(achievementId) ?? lockedPoints(randomFrom(`facts of ${achievementId}`));
  }
  return sum;
}

const lockedPoints = (random: Random) => random.pick(DEMO_POINTS.slice(2, -1));

function datesOf({ achievementId, at, isHardcore }: Unlock): AchievementDates {
  return { achievementId, at, hardcoreAt: isHardcore ? at : null };
}

/** The game before a subset in the list is the one that it belongs to. */
function parentOf({ title }: Game, { games }: DemoPlayer): number | null {
  const [base, subset] = title.split(" [Subset - ");
  if (subset === undefined) return null;
  return games.find((each) => each.title === base)?.id ?? null;
}

/** @param depth how far into the game it is, from 0 to 1 */
function anAchievement(
  id: number,
  unlock: Unlock | undefined,
  gameId: number,
  depth: number,
): Achievement {
  const random = randomFrom(`facts of ${id}`);
  const points = unlock?.points ?? lockedPoints(random);
  const players = demoPlayers(gameId);
  const likely = (1 - depth) ** 2 * (0.28 + 0.48 * random.fraction());
  const reached = Math.max(demoRarity(gameId), likely);
  const numAwardedHardcore = Math.max(unlock ? 1 : 0, Math.floor(players * reached));
  const { title, badgeName } = demoName(id);
  return {
    ...{ id, title, description: descriptionOf(id), points, badgeName, numAwardedHardcore },
    retroPoints: unlock?.retroPoints ?? Math.round(points * (1 + 3 * random.fraction())),
    type: typeOf(random.fraction()),
    numAwarded: Math.min(players, Math.round(numAwardedHardcore * (1.05 + random.fraction() / 4))),
  };
}

function typeOf(drawn: number): AchievementType | null {
  if (drawn < PROGRESSION) return "progression";
  return drawn < PROGRESSION + MISSABLE ? "missable" : null;
}

function descriptionOf(id: number): string {
  const random = randomFrom(`description of ${id}`);
  const forms = [
    () => `Reach ${random.pick(PLACES)}`,
    () => `Defeat the ${random.pick(ADJECTIVES)} ${random.pick(NOUNS)}`,
    () => `Finish ${random.pick(PLACES)} without taking damage`,
    () => `Collect ${random.between(2, 99)} coins in ${random.pick(PLACES)}`,
    () => `Find the ${random.pick(ADJECTIVES)} ${random.pick(NOUNS)} in ${random.pick(PLACES)}`,
    () => `Finish chapter ${random.between(1, 12)} in under ${random.between(3, 20)} minutes`,
  ];
  return random.pick(forms)();
}
