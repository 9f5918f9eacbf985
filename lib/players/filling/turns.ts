import { LRUCache } from "lru-cache";
import { createSingleFlight } from "@/lib/async/single-flight";
import type { Player } from "@/lib/domain/player";
import { isUpstreamError } from "@/lib/domain/upstream-error";
import { LIMITS } from "@/lib/limits";
import { observeError } from "@/lib/observe/observe";
import { StoreFailed } from "@/lib/observe/store-guard";
import { hasSameTotals, type PlayerTotals, totalsOf } from "./totals";

/** After RA, the rate limiter or the store has failed, no turn begins for so long, at least. */
const PAUSE_MS = 10_000;
/** A player whose answers from RA cannot be read has no turn for so long. */
const FAILED_MS = 3_600_000;

/** What a turn left to do: nothing until a time (epoch milliseconds), or more at once. */
export type TurnEnd = { settledUntil: number } | "more";

interface TurnsOptions<Subject> {
  /** What is being filled up, for the log: a word of the code. */
  name: string;
  /** What a turn needs to know of a player: small, since many may wait. */
  subjectOf: (player: Player) => Subject;
  /**
   * Takes a player's turn.
   *
   * @param isLookedAt whether somebody has viewed the player: others are not filled up from nothing
   * @param mayGoOn is asked before each call to RA
   * @throws UpstreamError, StoreFailed; what was read before is stored
   */
  takeTurn: (subject: Subject, isLookedAt: boolean, mayGoOn: () => boolean) => Promise<TurnEnd>;
  /** Epoch milliseconds. */
  now: () => number;
}

/** A player who waits for a turn. */
interface Waiting<Subject> {
  player: Subject;
  /** Whether somebody has looked at the player: others are not filled up from nothing. */
  isLookedAt: boolean;
}

/** A player with nothing to do before a time, unless they unlock something. */
interface Settled {
  totals: PlayerTotals;
  isLookedAt: boolean;
  /** Epoch milliseconds. */
  until: number;
}

/** Makes an empty queue of players who are filled up by turns. */
export function createTurns<Subject extends PlayerTotals>({
  name,
  subjectOf,
  takeTurn,
  now,
}: TurnsOptions<Subject>) {
  const waiting = new Map<string, Waiting<Subject>>();
  const settled = new LRUCache<string, Settled>({ max: LIMITS.usersInMemory });
  const running = createSingleFlight<void>(1);
  let pausedUntil = 0;
  let current: string | null = null;
  let isStopped = false;

  function settle({ player, isLookedAt }: Waiting<Subject>, until: number): void {
    const { ulid, memberSince, checkedAt, points, achievements, hardcore } = player;
    const totals = { ulid, memberSince, checkedAt, points, achievements, hardcore };
    settled.set(ulid, { totals, isLookedAt, until });
  }

  /** Whether nothing is to be done about a player, who may have been asked about again since. */
  function isSettled(ulid: string, player: Player, isLookedAt: boolean): boolean {
    const known = settled.get(ulid);
    if (!known || now() >= known.until || (isLookedAt && !known.isLookedAt)) return false;
    // Counting a library for each request would take longer than all else.
    if (known.totals.checkedAt === player.checkedAt) return true;
    const totals = totalsOf(player);
    if (!hasSameTotals(totals, known.totals)) return false;
    known.totals = totals;
    return true;
  }

  /** Takes one turn. @returns whether the next can follow at once */
  async function next(each: Waiting<Subject>, mayGoOn: () => boolean): Promise<boolean> {
    const { ulid } = each.player;
    waiting.delete(ulid);
    current = ulid;
    // A later snapshot may have come meanwhile.
    const again = () => {
      if (!waiting.has(ulid)) waiting.set(ulid, each);
    };
    try {
      const end = await takeTurn(each.player, each.isLookedAt, mayGoOn);
      if (end === "more") again();
      else settle(each, end.settledUntil);
      return true;
    } catch (error) {
      const isAboutPlayer = isUpstreamError(error) && IS_ABOUT_PLAYER.has(error.code);
      if (error instanceof StoreFailed || (isUpstreamError(error) && !isAboutPlayer)) {
        const seconds = isUpstreamError(error) ? (error.retryAfterSeconds ?? 0) : 0;
        pausedUntil = now() + Math.max(PAUSE_MS, seconds * 1000);
        again();
        return false;
      }
      if (!isAboutPlayer) observeError(error, name);
      settle(each, now() + FAILED_MS);
      return true;
    } finally {
      current = null;
    }
  }

  async function run(milliseconds: number): Promise<void> {
    const ends = performance.now() + milliseconds;
    const mayGoOn = () => !isStopped && performance.now() < ends;
    // Bounded, in case every turn leaves something to do.
    while (mayGoOn() && now() >= pausedUntil) {
      const [first] = waiting.values();
      if (!first || !(await next(first, mayGoOn))) return;
    }
  }

  return {
    /**
     * Has a player wait for a turn, unless there is nothing to do.
     *
     * @param isLookedAt whether somebody looks at the player
     * @returns whether the player waits
     */
    add(player: Player, isLookedAt: boolean): boolean {
      const ulid = player.profile.ulid.toLowerCase();
      if (isSettled(ulid, player, isLookedAt)) return false;
      const before = waiting.get(ulid);
      if (!before && waiting.size >= LIMITS.fillingWaiting) return false;
      waiting.set(ulid, {
        player: before?.player.checkedAt === player.checkedAt ? before.player : subjectOf(player),
        isLookedAt: isLookedAt || before?.isLookedAt === true,
      });
      return true;
    },
    /** Whether a player waits for a turn, or has it now. @param ulid in lower case */
    isWaiting: (ulid: string) => waiting.has(ulid) || current === ulid,
    /**
     * Takes turns until nobody waits, the budget of others begins, or the time is over; or joins the run that is under way.
     * Never throws.
     *
     * @param milliseconds how long turns begin
     */
    run: (milliseconds: number) => running.run("", () => run(milliseconds)),
    /** Ends the turn that is under way, and starts no further one. */
    stop(): void {
      isStopped = true;
    },
  };
}

const IS_ABOUT_PLAYER: ReadonlySet<string> = new Set([
  "player-not-found",
  "invalid-user",
  "invalid-response",
]);
