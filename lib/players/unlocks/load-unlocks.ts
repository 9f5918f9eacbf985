import "server-only";
import type { Game, Player } from "@/lib/domain/player";
import { sharedUnlocks } from "@/lib/players/load-player";
import { type StoreAnswer, waitForStore } from "@/lib/players/wait-for-store";
import { warmUpPlayer } from "@/lib/players/warm-up-player";
import { madeUpUnlocks } from "@/lib/retroachievements";
import { type DaySums, sumDays } from "@/lib/unlocks/day-sums";
import type { Unlock, UnlockName } from "@/lib/unlocks/unlock";
import { utcYear } from "./keys";
import { isComplete, type UnlockHead } from "./unlock-head";

/** What is known of a player's unlocks but the unlocks themselves. */
export interface KnownUnlocks {
  /** Of all UTC days with an unlock since `since`. */
  sums: DaySums;
  /** The UTC years whose unlocks can be loaded, oldest first; those before have sums only. */
  years: readonly number[];
  /** Whether they reach back to the player's registration. */
  isComplete: boolean;
  /** The first year that is known, or of a complete player the year of the first unlock; null: there is none. */
  since: number | null;
  /** Changes whenever anything here or an unlock of `years` does, in any process. */
  revision: string;
}

/** How far the unlocks of a player are read. */
export interface UnlockProgress {
  /** `none`: they are not being read. */
  state: "none" | "filling" | "complete";
  since: number | null;
  years: readonly number[];
}

/** What is known of a player's unlocks, or why it is null. */
export interface UnlockState {
  known: KnownUnlocks | null;
  /** False: the store has failed, or has not answered in time. */
  isReadable: boolean;
}

const madeUp = new WeakMap<Game[], KnownUnlocks>();

/**
 * What is known of a player's unlocks: with `loadUnlockYear` and `loadUnlockNames` the only way from a view to unlocks.
 * Demo players have made-up ones. Never throws, and never takes long: what does not come in time is null.
 */
export async function loadUnlocks(player: Player): Promise<KnownUnlocks | null> {
  return (await loadUnlockState(player)).known;
}

/** The same as {@link loadUnlocks}, with the difference between a player of whom nothing is stored and a store that fails. */
export async function loadUnlockState(player: Player): Promise<UnlockState> {
  const demo = madeUpUnlocks(player);
  if (demo) {
    const known = madeUp.get(player.games) ?? knownOf(demo.unlocks);
    madeUp.set(player.games, known);
    return { known, isReadable: true };
  }
  const { found, isReadable } = await read((unlocks, ulid) => unlocks.load(ulid), player);
  return { known: found && known(found), isReadable };
}

/** The unlocks of a UTC year, oldest first, as {@link loadUnlocks} loads them; null: they are not known, or not now. */
export async function loadUnlockYear(
  player: Player,
  year: number,
): Promise<readonly Unlock[] | null> {
  const demo = madeUpUnlocks(player);
  if (demo) return demo.unlocks.filter(({ at }) => utcYear(at) === year);
  return (await read((unlocks, ulid) => unlocks.loadYear(ulid, year), player)).found;
}

/** Titles and badges of a UTC year's unlocks, as {@link loadUnlocks} loads them; null: they are not known, or not now. */
export async function loadUnlockNames(
  player: Player,
  year: number,
): Promise<readonly UnlockName[] | null> {
  const demo = madeUpUnlocks(player);
  if (demo) return demo.names.filter((_, index) => utcYear(demo.unlocks[index]?.at ?? 0) === year);
  return (await read((unlocks, ulid) => unlocks.loadNames(ulid, year), player)).found;
}

/** How far the unlocks of a player are read. Never throws. Costs no call to RA. */
export async function loadUnlockProgress(player: Player): Promise<UnlockProgress> {
  const found = await loadUnlocks(player);
  if (!found) {
    const isWaiting = sharedUnlocks()?.isWaiting(player.profile.ulid.toLowerCase());
    return { state: isWaiting ? "filling" : "none", since: null, years: [] };
  }
  const { since, years } = found;
  return { state: found.isComplete ? "complete" : "filling", since, years };
}

/** Whether older unlocks of a player are being read: a look has put the player into the queue of this server or of another. */
export async function areUnlocksFilling(player: Player): Promise<boolean> {
  const known = await loadUnlocks(player);
  return known ? !known.isComplete : sharedUnlocks() !== null;
}

/** What differs whenever what is known of a player's unlocks does. Never throws. */
export async function unlocksRevision(player: Player): Promise<string> {
  return (await loadUnlocks(player))?.revision ?? "";
}

async function read<Found>(
  ask: (unlocks: NonNullable<ReturnType<typeof sharedUnlocks>>, ulid: string) => Promise<Found>,
  { profile }: Player,
): Promise<StoreAnswer<Found>> {
  // The player of the warm-up is in no store.
  const unlocks = warmUpPlayer(profile.ulid) ? null : sharedUnlocks();
  if (!unlocks) return { found: null, isReadable: true };
  const ulid = profile.ulid.toLowerCase();
  return waitForStore(ulid, () => ask(unlocks, ulid));
}

function known(head: UnlockHead): KnownUnlocks {
  const { years, sums, startedAt, changes } = head;
  const complete = isComplete(head);
  const [first] = sums;
  const filled = years.at(-1)?.year ?? null;
  return {
    sums,
    years: years
      .filter(({ isListed }) => isListed)
      .map(({ year }) => year)
      .reverse(),
    isComplete: complete,
    since: complete ? (first ? utcYear(first.day * 86_400) : null) : filled,
    revision: `${startedAt.toString(36)}.${changes}`,
  };
}

function knownOf(unlocks: readonly Unlock[]): KnownUnlocks {
  const years = [...new Set(unlocks.map(({ at }) => utcYear(at)))];
  return {
    sums: sumDays(unlocks),
    years,
    isComplete: true,
    since: years[0] ?? null,
    revision: "demo",
  };
}
