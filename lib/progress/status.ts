import type { AwardKind, Game } from "@/lib/domain/player";
import { type ListTime, type ListTimes, NO_TIMES } from "@/lib/times/list-time";
import { isRareMastery } from "@/lib/times/rarity";
import { hardcoreWon, won } from "./won";

interface StatusFilter {
  value: string;
  label: string;
  /** @param time undefined: nothing is known of it */
  keeps: (game: Game, time: ListTime | undefined) => boolean;
}

const has =
  (...kinds: AwardKind[]) =>
  ({ highestAwardKind }: Game) =>
    highestAwardKind !== null && kinds.includes(highestAwardKind);
const isAwarded = (game: Game) => game.highestAwardKind !== null;

/** From where on a set is almost all won: four fifths of it. */
const OF = 5;
const FROM = 4;

/**
 * Whether a set is nearly all won: at least four fifths of its achievements, and not all. A set that
 * was once mastered or completed is not, however it was revised since; nor is a retired one.
 */
function isAlmostThere({ highestAwardKind, numAwarded, maxPossible }: Game): boolean {
  const isFinished = highestAwardKind === "mastered" || highestAwardKind === "completed";
  // Without a division, which can fall short of a fraction that is met.
  return !isFinished && numAwarded * OF >= maxPossible * FROM && numAwarded < maxPossible;
}

/** RA's status filters, in its order, under the values that its URLs use; then this site's own. */
export const STATUS_FILTERS = [
  { value: "all", label: "All games", keeps: () => true },
  { value: "unawarded", label: "Unfinished", keeps: (game) => !isAwarded(game) },
  { value: "eq-beaten-softcore", label: "Beaten (casual)", keeps: has("beaten-softcore") },
  { value: "eq-beaten-hardcore", label: "Beaten", keeps: has("beaten-hardcore") },
  { value: "eq-completed", label: "Completed", keeps: has("completed") },
  { value: "eq-mastered", label: "Mastered", keeps: has("mastered") },
  {
    value: "any-beaten",
    label: "Beaten, either hardcore or casual",
    keeps: has("beaten-softcore", "beaten-hardcore"),
  },
  {
    value: "gte-completed",
    label: "Completed or mastered",
    keeps: has("completed", "mastered"),
  },
  {
    value: "missing-unlocks",
    label: "Games without 100% completion",
    keeps: (game) => won(game) < 1,
  },
  { value: "awarded", label: "Games with any award", keeps: isAwarded },
  {
    value: "eq-revised",
    label: "Masteries to restore",
    keeps: (game) => has("completed", "mastered")(game) && won(game) < 1,
  },
  {
    value: "gte-beaten-softcore",
    label: "Games with casual-mode awards",
    keeps: has("beaten-softcore", "completed"),
  },
  {
    value: "gte-beaten-hardcore",
    label: "Games with hardcore awards",
    keeps: has("beaten-hardcore", "mastered"),
  },
  {
    value: "any-softcore",
    label: "Games with any casual progress",
    keeps: (game) => won(game) !== hardcoreWon(game),
  },
  {
    value: "any-hardcore",
    label: "Games with any hardcore progress",
    keeps: (game) => hardcoreWon(game) > 0,
  },
  { value: "almost-there", label: "Almost there", keeps: isAlmostThere },
  { value: "rare-mastered", label: "Rare masteries", keeps: isRareMastery },
] as const satisfies readonly StatusFilter[];

/** The value of a status filter. */
export type Status = (typeof STATUS_FILTERS)[number]["value"];

/** The games that a status filter keeps (RA's completion progress page). */
export function keepStatus(games: Game[], status: Status, times: ListTimes = NO_TIMES): Game[] {
  if (status === "all") return games;
  const filter: StatusFilter | undefined = STATUS_FILTERS.find(({ value }) => value === status);
  return filter ? games.filter((game) => filter.keeps(game, times.get(game.id))) : games;
}
