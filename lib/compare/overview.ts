import type { Game } from "@/lib/domain/player";
import { awardMonths } from "@/lib/progress/award-months";
import { type Counts, countGames, libraryCounts } from "@/lib/progress/counts";
import { libraryAverage } from "@/lib/progress/distribution";
import { perLibrary } from "@/lib/progress/per-library";
import { systemProgress } from "@/lib/progress/system-progress";
import { isEvent, withoutEvents } from "@/lib/progress/systems";
import { sortCompared } from "./compare-sort";
import { type ComparedGame, joinLibraries } from "./join-libraries";
import { onSameMonths } from "./same-months";
import { suggestGames } from "./suggestions";

/** How many games several players share. Each figure is the length of the list of its filter. */
export interface Overlap {
  /** Games of any player. */
  all: number;
  /** Games of all players. */
  both: number;
  /** Games of two players or more without a leader. */
  even: number;
  /** For each player the games that they lead. */
  ahead: number[];
  /** For each player the games that no other player has. */
  only: number[];
}

/** A system with the counts of each player on it. */
export interface ComparedSystem {
  /** RA's console id. */
  id: number;
  name: string;
  /** One per player. */
  counts: Counts[];
}

/** Figures of compared players, in their order, independent of the list's filters. RA's Events are left out. */
export type CompareOverview = ReturnType<typeof makeOverview>;

/** The overview of several libraries. It is cached and shared: it must not be changed. */
export function compareOverview(libraries: readonly Game[][]): CompareOverview {
  const games = joinLibraries(libraries);
  let made = overviews.get(games);
  if (!made) {
    made = makeOverview(libraries, games);
    overviews.set(games, made);
  }
  return made;
}

const overviews = new WeakMap<ComparedGame[], CompareOverview>();

function makeOverview(libraries: readonly Game[][], games: ComparedGame[]) {
  const counted = sortCompared(games, "latest").filter(({ game }) => !isEvent(game));
  return {
    players: libraries.map(figuresOf),
    overlap: overlapOf(counted, libraries.length),
    /** One list per player, all with the same months: from the first award of any player to the last. */
    months: onSameMonths(libraries.map(monthsOf)),
    /** Most games of all players together first, then by name. */
    systems: systemsOfAll(libraries),
    /** For each player, games that others have mastered. */
    suggestions: libraries.map((_, player) => suggestGames(counted, player)),
  };
}

/** Figures of one player, which are the same in every comparison. */
const figuresOf = perLibrary((games) => ({
  counts: libraryCounts(games),
  averageWon: libraryAverage(games),
}));
const monthsOf = perLibrary((games) => awardMonths(withoutEvents(games)));
const systemsOfOne = perLibrary((games) => systemProgress(withoutEvents(games)));

function overlapOf(games: readonly ComparedGame[], players: number): Overlap {
  const overlap: Overlap = {
    all: games.length,
    both: 0,
    even: 0,
    ahead: Array.from({ length: players }, () => 0),
    only: Array.from({ length: players }, () => 0),
  };
  for (const { playing, leader, progress } of games) {
    if (playing === players) overlap.both++;
    if (playing === 1) count(overlap.only, progress.findIndex(Boolean));
    else if (leader === null) overlap.even++;
    else count(overlap.ahead, leader);
  }
  return overlap;
}

function count(counts: number[], at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}

function systemsOfAll(libraries: readonly Game[][]): ComparedSystem[] {
  const byId = new Map<number, ComparedSystem>();
  for (const [player, games] of libraries.entries()) {
    for (const { id, name, counts } of systemsOfOne(games)) {
      const system = byId.get(id) ?? { id, name, counts: libraries.map(() => countGames([])) };
      system.counts[player] = counts;
      byId.set(id, system);
    }
  }
  const played = ({ counts }: ComparedSystem) => counts.reduce((sum, each) => sum + each.played, 0);
  return [...byId.values()].sort((a, b) => played(b) - played(a) || (a.name < b.name ? -1 : 1));
}
