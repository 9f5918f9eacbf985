import { DAY_SECONDS, dayIndex } from "@/lib/domain/days";
import type { Game, Player } from "@/lib/domain/player";
import { compareUnlocks, type Unlock, type UnlockName } from "@/lib/unlocks/unlock";
import { playedIn, sessionsOf } from "./game-past";
import { randomFrom } from "./random";
import { ADJECTIVES, NOUNS, PLACES, SUBTITLES } from "./words";

/** More than any set of a demo player has, so that ids of two games never meet. */
export const IDS_A_GAME = 1000;
/** What achievements of RA are worth. */
export const DEMO_POINTS = [1, 2, 3, 4, 5, 10, 25, 50, 100];
/** RetroPoints of a point at most, as a multiple of the average. */
const RAREST = 2.2;

/** Unlocks, and the names of their achievements in the same order. */
export interface DemoUnlocks {
  unlocks: Unlock[];
  names: UnlockName[];
}

const made = new WeakMap<Game[], DemoUnlocks>();

/**
 * The made-up unlocks of a demo player, oldest first; always the same. Each game has as many as its counts say, up to its
 * newest unlock, and one at the time of its award; points add up to the profile's.
 */
export function demoUnlocks(player: Pick<Player, "profile" | "games">): DemoUnlocks {
  const unlocks = made.get(player.games) ?? makeUnlocks(player);
  made.set(player.games, unlocks);
  return unlocks;
}

type Undated = Omit<Unlock, "points" | "retroPoints">;

function makeUnlocks({ profile, games }: Pick<Player, "profile" | "games">): DemoUnlocks {
  const dated = games.flatMap((game) => unlocksOf(game, profile.memberSince));
  const random = randomFrom(`points of ${profile.name}`);
  const hardcore = dated.filter(({ isHardcore }) => isHardcore);
  const casual = dated.filter(({ isHardcore }) => !isHardcore);
  const points = shareOut(hardcore.length, profile.points, (each) => {
    const wanted = each * (0.2 + 1.6 * random.fraction());
    return DEMO_POINTS.findLast((value) => value <= wanted) ?? 1;
  });
  const casualPoints = shareOut(casual.length, profile.casualPoints, (each) =>
    Math.round(each * 2 * random.fraction()),
  );
  const retroPoints = shareOut(hardcore.length, profile.retroPoints, (each) =>
    Math.round(each * RAREST * random.fraction()),
  );
  const unlocks = [
    ...hardcore.map((unlock, at) => withPoints(unlock, points[at] ?? 0, retroPoints[at] ?? 0)),
    ...casual.map((unlock, at) => withPoints(unlock, casualPoints[at] ?? 0, 0)),
  ].sort(compareUnlocks);
  return { unlocks, names: unlocks.map(({ achievementId }) => demoName(achievementId)) };
}

function withPoints(unlock: Undated, points: number, retroPoints: number): Unlock {
  return { ...unlock, points, retroPoints: Math.max(points, retroPoints) };
}

/** Whole numbers that add up to a total; each is chosen near what is left for it on average. */
function shareOut(count: number, total: number, choose: (average: number) => number): number[] {
  let left = total;
  return Array.from({ length: count }, (_, at) => {
    const chosen = at === count - 1 ? left : Math.min(left, choose(left / (count - at)));
    left -= chosen;
    return chosen;
  });
}

/** A game's unlocks without points: hardcore and casual ones on the days on which its past has them. */
function unlocksOf(game: Game, memberSince: number): Undated[] {
  const newest = game.mostRecentAwardedAt;
  if (newest === null || game.numAwarded === 0) return [];
  const past = playedIn(game);
  const days = [...sessionsOf(game).map(({ day }) => day), dayIndex(newest)];
  const states = days.map((day) => past(day) ?? game);
  // What was demoted later counts as never unlocked, and a casual unlock that became a hardcore one as the latter alone.
  const leastFrom = (count: (state: Game) => number) =>
    states.map((_, at) => Math.min(...states.slice(at).map(count)));
  const hardcoreBy = leastFrom(({ numAwardedHardcore }) => numAwardedHardcore);
  const casualBy = leastFrom((each) => each.numAwarded - each.numAwardedHardcore);
  const random = randomFrom(`unlocks of ${game.id}`);
  let number = 0;
  const unlocks = days.flatMap((day, at) => {
    const ends = at === days.length - 1 ? newest : day * DAY_SECONDS + 75_600;
    const hardcore = (hardcoreBy[at] ?? 0) - (hardcoreBy[at - 1] ?? 0);
    const casual = (casualBy[at] ?? 0) - (casualBy[at - 1] ?? 0);
    const count = hardcore + casual;
    const pace = Math.min(random.between(40, 900), Math.floor((ends % DAY_SECONDS) / count));
    return Array.from({ length: count }, (_, index): Undated => {
      const before = (count - 1 - index) * pace;
      return {
        achievementId: game.id * IDS_A_GAME + number++,
        gameId: game.id,
        isHardcore: index < hardcore,
        at: Math.max(ends - before, memberSince),
      };
    });
  });
  return withAward(unlocks, game);
}

/** Moves the unlock before an award to its time: the award came with it. */
function withAward(unlocks: Undated[], { highestAwardAt, mostRecentAwardedAt }: Game): Undated[] {
  if (highestAwardAt === null || highestAwardAt === mostRecentAwardedAt) return unlocks;
  const others = unlocks.slice(0, -1);
  const nearest = others.toSorted(
    (a, b) => Math.abs(a.at - highestAwardAt) - Math.abs(b.at - highestAwardAt),
  )[0];
  return unlocks.map((each) => (each === nearest ? { ...each, at: highestAwardAt } : each));
}

/** The title and badge of a made-up achievement. */
export function demoName(achievementId: number): UnlockName {
  const random = randomFrom(`achievement ${achievementId}`);
  const forms = [
    () => `${random.pick(ADJECTIVES)} ${random.pick(NOUNS)}`,
    () => `Welcome to ${random.pick(PLACES)}`,
    () => random.pick(SUBTITLES),
    () => `The ${random.pick(NOUNS)}'s ${random.pick(NOUNS)}`,
    () => `${random.pick(ADJECTIVES)} Finish`,
  ];
  const title = random.pick(forms)();
  return { achievementId, title, badgeName: String(random.between(10_000, 399_999)) };
}
