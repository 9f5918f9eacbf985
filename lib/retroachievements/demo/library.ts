import type { AwardKind, Game } from "@/lib/domain/player";
import type { Random } from "./random";
import { createTitles } from "./titles";
import { SUBSETS, SYSTEMS } from "./words";

const DAY = 86_400;

/** The share of games that were played last, and how many times as fast: there is always something recent to show. */
const RECENT = 0.06;
const RECENT_PACE = 3;

/** The time in which a demo player played, in epoch seconds. */
export interface Span {
  from: number;
  to: number;
}

/**
 * A realistic library: bursts and quiet months, abandoned games, casual progress, sets since revised or retired. Newest
 * unlock first, as RA lists it.
 */
export function makeLibrary(random: Random, size: number, span: Span): Game[] {
  const nextTitle = createTitles(random);
  const games: Game[] = [];
  let id = 1000 + random.between(0, 400);
  let icon = 1000 + random.between(0, 400);
  for (const unlockedAt of unlockMoments(random, size, span)) {
    const [systemId, systemName] = aSystem(random);
    const base = games.at(-1);
    // A subset follows its base game, in which the player just unlocked something.
    const isSubset = base !== undefined && random.chance(0.035) && !base.title.includes("[");
    id += random.between(1, 19);
    icon += random.between(1, 57);
    const title = isSubset ? `${base.title} [Subset - ${random.pick(SUBSETS)}]` : nextTitle();
    const made = progress(random, unlockedAt);
    games.push({
      id,
      title,
      iconPath: `/Images/${String(icon).padStart(6, "0")}.png`,
      systemId: isSubset ? base.systemId : systemId,
      systemName: isSubset ? base.systemName : systemName,
      mostRecentAwardedAt: unlockedAt,
      ...(games.length < size * RECENT ? withSet(made, unlockedAt) : made),
    });
  }
  return games;
}

/** Progress in a set that is not retired: recent games are the first to be seen. */
function withSet(made: Progress, unlockedAt: number): Progress {
  if (made.maxPossible > 0) return made;
  const all = { maxPossible: 24, numAwarded: 24, numAwardedHardcore: 24 };
  return { ...all, highestAwardKind: "mastered", highestAwardAt: unlockedAt };
}

function aSystem(random: Random): readonly [id: number, name: string] {
  const total = SYSTEMS.reduce((sum, [, , weight]) => sum + weight, 0);
  let at = random.fraction() * total;
  for (const [id, name, weight] of SYSTEMS) {
    at -= weight;
    if (at < 0) return [id, name];
  }
  return [7, "NES/Famicom"];
}

/** Times of unlocks, newest first, in bursts of different pace. */
function unlockMoments(random: Random, size: number, { from, to }: Span): number[] {
  const paces: number[] = [];
  while (paces.length < size) {
    const pace = random.pick([0.3, 0.6, 1, 1, 2, 5]);
    for (let run = random.between(4, 30); run > 0; run--) {
      paces.push(pace * (0.2 + random.fraction()));
    }
  }
  const recent = size * RECENT;
  const steps = paces.slice(0, size).map((step, at) => (at < recent ? step / RECENT_PACE : step));
  const total = steps.reduce((sum, step) => sum + step, 0);
  let at = to;
  return steps.map((step) => {
    const moment = Math.round(at);
    at -= (step / total) * (to - from);
    return moment;
  });
}

type Progress = Pick<
  Game,
  "maxPossible" | "numAwarded" | "numAwardedHardcore" | "highestAwardKind" | "highestAwardAt"
>;

/** Random progress in a set, with the award for it. */
function progress(random: Random, unlockedAt: number): Progress {
  const max = random.pick([12, 18, 24, 30, 36, 40, 45, 50, 58, 64, 72, 84, 100, 131]);
  const earlier = () => unlockedAt - random.between(0, 40) * DAY - random.between(0, 3600);
  const award = (
    kind: AwardKind | null,
    numAwarded: number,
    numAwardedHardcore: number,
    maxPossible = max,
  ): Progress => ({
    maxPossible,
    numAwarded,
    numAwardedHardcore,
    highestAwardKind: kind,
    highestAwardAt: kind === null ? null : kind === "mastered" ? unlockedAt : earlier(),
  });
  const part = (from: number, to: number) =>
    Math.max(1, Math.min(max - 1, Math.round(max * (from + random.fraction() * (to - from)))));

  const draw = random.fraction();
  if (draw < 0.33) return award("mastered", max, max);
  if (draw < 0.36) return award("mastered", max, max, max + random.between(2, 9)); // revised since
  if (draw < 0.37) return award("mastered", max, max, max - random.between(1, 4)); // made smaller
  if (draw < 0.38) {
    return award(random.pick(["mastered", "beaten-hardcore", "completed"] as const), 0, 0, 0); // retired
  }
  if (draw < 0.42) return award("completed", max, part(0, 0.6));
  if (draw < 0.64) {
    const won = part(0.35, 0.95);
    return award("beaten-hardcore", won, random.chance(0.8) ? won : Math.ceil(won * 0.7));
  }
  if (draw < 0.72) return award("beaten-softcore", part(0.35, 0.9), 0);
  const won = part(0.02, 0.6);
  return award(null, won, random.chance(0.82) ? won : 0);
}
