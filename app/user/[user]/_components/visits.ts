import { formatTimeAgo } from "@/lib/format";
import { addSums, NO_SUMS, type Sums, subtractSums, sumsInWords } from "@/lib/history/sums";
import { PACKED } from "./packed-day";

/** Looks at a page within so long of each other are one visit. */
const ONE_VISIT_MS = 30 * 60_000;
/** Of so many players a browser remembers its visits; the one looked at longest ago is forgotten first. */
const MOST_PLAYERS = 20;
/** So many things are told: there is one line for them, two on a phone. */
const WORDS = 3;
const STORED = "visits";

/** A look at a player's page. */
export interface Look {
  /** Epoch milliseconds. */
  at: number;
  /** The newest day with something in it as it was then, as `packDay` writes it; empty: there was none. */
  newest: string;
}

/** What a browser remembers of its visits to a player: the last look, and the last one of the visit before. */
interface Visits {
  last: Look;
  before: Look | null;
}

/** By ULID. */
export type AllVisits = Record<string, Visits>;

/** The last look of the visit before, of each player that this page has asked about. */
const known = new Map<string, Look | null>();

/**
 * Remembers that this browser looks at a player now, and gives the last look of the visit before; null if there was
 * none. Where nothing can be stored, each visit is the first one.
 */
export function lastVisit(ulid: string, newest: string): Look | null {
  let before = known.get(ulid);
  if (before === undefined) {
    before = remember(ulid, { at: Date.now(), newest });
    known.set(ulid, before);
  }
  return before;
}

function remember(ulid: string, look: Look): Look | null {
  try {
    const visits = withLook(readVisits(localStorage.getItem(STORED)), ulid, look);
    localStorage.setItem(STORED, JSON.stringify(visits));
    return visits[ulid]?.before ?? null;
  } catch {
    return null;
  }
}

/** What a browser is told of the time since a look. */
export interface NewsSince {
  /** How long ago that was: `2 days ago`. */
  ago: string;
  /** What happened since, in words. */
  words: string;
}

/**
 * What happened since a look.
 *
 * @param days the last ones with something in them, as `packDay` writes them
 * @param from the first day of which these tell: `2026-10-24`
 * @param now epoch milliseconds
 */
export function newsSince(look: Look, days: string[], from: string, now: number): NewsSince {
  const sums = days.map((day) => newSince(look, day)).reduce(addSums, NO_SUMS);
  const words = sumsInWords(sums).slice(0, WORDS).join(", ");
  const isMore = words !== "" && look.at < Date.parse(from);
  return {
    ago: formatTimeAgo(look.at, now),
    words: isMore ? `at least ${words}` : words || "nothing new",
  };
}

/** Whether a day has something in it that was not there at a look. */
export function isNew(look: Look, packed: string): boolean {
  return sumsInWords(newSince(look, packed)).length > 0;
}

/** What was remembered. Whatever cannot be read counts as nothing. */
export function readVisits(text: string | null): AllVisits {
  try {
    const value: unknown = JSON.parse(text ?? "");
    return isVisits(value) ? value : {};
  } catch {
    return {};
  }
}

/** What is remembered after a look at a player's page. */
export function withLook(visits: AllVisits, ulid: string, look: Look): AllVisits {
  const known = visits[ulid];
  const isSameVisit = known && look.at - known.last.at < ONE_VISIT_MS;
  const before = isSameVisit ? known.before : (known?.last ?? null);
  const others = Object.entries(visits)
    .filter(([each]) => each !== ulid)
    .sort(([, one], [, other]) => other.last.at - one.last.at);
  return Object.fromEntries([[ulid, { last: look, before }], ...others.slice(0, MOST_PLAYERS - 1)]);
}

/**
 * What is new on a day since a look: all of a later day, and the rest of the one that was the newest then.
 *
 * @param packed as `packDay` writes it
 */
export function newSince({ at, newest }: Look, packed: string): Sums {
  const { day, sums } = unpackDay(packed);
  const seen = unpackDay(newest || new Date(at).toISOString().slice(0, 10));
  if (day > seen.day) return sums;
  return day === seen.day ? subtractSums(sums, seen.sums) : NO_SUMS;
}

function unpackDay(packed: string): { day: string; sums: Sums } {
  const [day = "", ...numbers] = packed.split(" ");
  const sums = { ...NO_SUMS };
  for (const [at, key] of PACKED.entries()) sums[key] = Number(numbers[at] ?? 0);
  return { day, sums };
}

/** Another version of this site may have written it. */
function isVisits(value: unknown): value is AllVisits {
  return (
    isObject(value) &&
    Object.values(value).every(
      (visits) =>
        isObject(visits) &&
        isLook(visits.last) &&
        (visits.before === null || isLook(visits.before)),
    )
  );
}

function isLook(value: unknown): value is Look {
  return isObject(value) && typeof value.at === "number" && typeof value.newest === "string";
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
