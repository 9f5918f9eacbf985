import { afterEach, beforeEach, vi } from "vitest";
import type { Player } from "@/lib/domain/player";
import { createEmbeddedStore } from "@/lib/kv/embedded";
import type { Store } from "@/lib/kv/store";
import { createPlayerCache } from "@/lib/players/player-cache";
import { createUnlocks } from "@/lib/players/unlocks/unlocks";
import type { Unlock } from "@/lib/unlocks/unlock";
import { playerNow } from "./unit-servers";
import { aClient, standIn } from "./unit-stand-in";
import { aWirePlayer, type WireUnlock } from "./wire-player";

/** Where all servers of a test keep what they know. */
export const site: { store: Store } = { store: createEmbeddedStore(Date.now) };

/** The time of a test that sets no other: after the last of `manyUnlocks`. */
const NOON = Date.parse("2026-08-01T12:00:00Z");
const NAME = "MaxMilyin";
const MINUTE_MS = 60_000;

/** Gives each test an empty store, and a clock of its own. */
export function shareOneStore(): void {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["Date"], now: NOON });
    site.store = createEmbeddedStore(Date.now);
  });
  afterEach(() => {
    vi.useRealTimers();
  });
}

/** Moves the clock. */
export const later = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds);

/** Has RA list these unlocks, and the points and counts that follow from them. */
export function setUnlocks(
  unlocks: readonly WireUnlock[],
  { missing = 0, since = 2016 } = {},
): void {
  const [row] = aWirePlayer({ name: NAME, games: 1 }).results;
  if (!row) throw new Error("There is no game.");
  const points = (mode: 0 | 1) =>
    unlocks
      .filter(({ HardcoreMode }) => HardcoreMode === mode)
      .reduce((sum, { Points }) => sum + Number(Points), 0);
  const awarded = unlocks.length;
  const hardcore = unlocks.filter(({ HardcoreMode }) => HardcoreMode === 1).length;
  const player = aWirePlayer({
    name: NAME,
    games: [{ ...row, MaxPossible: awarded, NumAwarded: awarded, NumAwardedHardcore: hardcore }],
    profile: {
      MemberSince: `${since}-01-02 00:43:04`,
      TotalPoints: points(1) + missing,
      TotalSoftcorePoints: points(0),
    },
  });
  standIn.setPlayer({ ...player, unlocks: [...unlocks] });
}

/** The ULID of the player, in lower case. */
export const ulid = aWirePlayer({ name: NAME }).profile.ULID.toLowerCase();

/** One server: the store is shared, its memory is its own. */
export function aServer({ callsPerMinute = 100_000, store = site.store } = {}) {
  const upstream = aClient();
  const cache = createPlayerCache({
    store,
    upstream,
    freshSeconds: 1,
    staleSeconds: 3600,
    callsPerMinute,
  });
  const unlocks = createUnlocks({
    store,
    fetchUnlocks: upstream.fetchUnlocks,
    callToFill: cache.callToFill,
  });
  /** The player as RA has them now. */
  const ask = () => playerNow(cache, NAME);
  return {
    ...unlocks,
    cache,
    ask,
    /** Somebody looks at the player, and what is to be done behind the answer is done. */
    async look(): Promise<Player> {
      const player = await ask();
      unlocks.add(player, true);
      await unlocks.run(MINUTE_MS);
      return player;
    },
    /** All unlocks of the filled years, oldest first. */
    async all(): Promise<Unlock[]> {
      const head = await unlocks.load(ulid);
      const years = (head?.years ?? []).map(({ year }) => year).sort();
      const found = await Promise.all(years.map((year) => unlocks.loadYear(ulid, year)));
      return found.flatMap((each) => each ?? []);
    },
  };
}
