import { formatTimeAgo } from "@/lib/format";
import { addSums, NO_SUMS, type Sums, subtractSums, sumsInWords } from "@/lib/history/sums";
import { PACKED } from "./packed-day";

/** Page views within this time of each other are one visit. */
const ONE_VISIT_MS = 30 * 60_000;
/** Players whose visits a browser remembers; the one seen longest ago is dropped first. */
const MOST_PLAYERS = 20;
/** Kinds of events that are named: they have one line, two on a phone. */
const WORDS = 3;
const STORED = "visits";

/** A view of a player's page. */
export interface PageView {
  /** Epoch milliseconds. */
  at: number;
  /** The newest day with events as it was then, as `packDay` writes it; empty: there was none. */
  newest: string;
}

/** What a browser remembers of its visits to a player: the last view, and the last one of the visit before. */
interface Visits {
  last: PageView;
  before: PageView | null;
}

/** By ULID. */
export type AllVisits = Record<string, Visits>;

/** The last view of the visit before, of each player that this page has asked about. */
const known = new Map<string, PageView | null>();

/**
 * Remembers that this browser views a player now, and gives the last view of the visit before; null if there was
 * none. Where nothing can be stored, each visit is the first one.
 */
export function previousVisit(ulid: string, newest: string): PageView | null {
  let before = known.get(ulid);
  if (before === undefined) {
    before = remember(ulid, { at: Date.now(), newest });
    known.set(ulid, before);
  }
  return before;
}

function remember(ulid: string, view: PageView): PageView | null {
  try {
    const visits = withView(readVisits(localStorage.getItem(STORED)), ulid, view);
    localStorage.setItem(STORED, JSON.stringify(visits));
    return visits[ulid]?.before ?? null;
  } catch {
    return null;
  }
}

/** What happened since a view. */
export interface NewsSince {
  /** How long ago that was: `2 days ago`. */
  ago: string;
  /** What happened since, in words. */
  words: string;
}

/**
 * Sums up what happened since a view.
 *
 * @param days the last ones with events, as `packDay` writes them
 * @param from the first day that these cover: `2026-10-24`
 * @param now epoch milliseconds
 */
export function newsSince(view: PageView, days: string[], from: string, now: number): NewsSince {
  const sums = days.map((day) => newSince(view, day)).reduce(addSums, NO_SUMS);
  const words = sumsInWords(sums).slice(0, WORDS).join(", ");
  const isMore = words !== "" && view.at < Date.parse(from);
  return {
    ago: formatTimeAgo(view.at, now),
    words: isMore ? `at least ${words}` : words || "nothing new",
  };
}

/** Whether a day has events that were not there at a view. */
export function isNew(view: PageView, packed: string): boolean {
  return sumsInWords(newSince(view, packed)).length > 0;
}

/** What was remembered. What cannot be read counts as nothing. */
export function readVisits(text: string | null): AllVisits {
  try {
    const value: unknown = JSON.parse(text ?? "");
    return isVisits(value) ? value : {};
  } catch {
    return {};
  }
}

/** What is remembered after a view of a player's page. */
export function withView(visits: AllVisits, ulid: string, view: PageView): AllVisits {
  const known = visits[ulid];
  const isSameVisit = known && view.at - known.last.at < ONE_VISIT_MS;
  const before = isSameVisit ? known.before : (known?.last ?? null);
  const others = Object.entries(visits)
    .filter(([each]) => each !== ulid)
    .sort(([, one], [, other]) => other.last.at - one.last.at);
  return Object.fromEntries([[ulid, { last: view, before }], ...others.slice(0, MOST_PLAYERS - 1)]);
}

/**
 * What is new on a day since a view: all of a later day, and the rest of the day that was the newest then.
 *
 * @param packed as `packDay` writes it
 */
export function newSince({ at, newest }: PageView, packed: string): Sums {
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
        isPageView(visits.last) &&
        (visits.before === null || isPageView(visits.before)),
    )
  );
}

function isPageView(value: unknown): value is PageView {
  return isObject(value) && typeof value.at === "number" && typeof value.newest === "string";
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
