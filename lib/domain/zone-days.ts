import { DAY_SECONDS } from "./days";

const WEEK_SECONDS = 7 * DAY_SECONDS;
/** Zones and years whose offsets are remembered: some 100 bytes each. */
const REMEMBERED = 10_000;
/** Zones whose formatters are kept: making one takes longer than a year's offsets. */
const FORMATTERS = 100;

/** From a second on (since 1970), local time is this many seconds ahead of UTC. */
interface Offset {
  from: number;
  seconds: number;
}

const remembered = new Map<string, readonly Offset[]>();
const formatters = new Map<string, Intl.DateTimeFormat>();

/** Adds an entry to a map; the oldest one makes room for it. */
function remember<Value>(map: Map<string, Value>, max: number, key: string, value: Value): Value {
  if (map.size >= max) map.delete(map.keys().next().value ?? "");
  map.set(key, value);
  return value;
}

/**
 * Makes the function that numbers the local day of a moment in epoch seconds: days since 1970, as `dayIndex` does for UTC.
 *
 * @param zone a canonical name, see `canonicalZone`
 * @throws RangeError for a zone that `Intl` does not know
 */
export function localDays(zone: string): (epochSeconds: number) => number {
  const clock = localSeconds(zone);
  return (at) => Math.floor(clock(at) / DAY_SECONDS);
}

/**
 * Makes the function that tells the local time of day of a moment in epoch seconds: `09:41`.
 *
 * @param zone a canonical name, see `canonicalZone`
 * @throws RangeError for a zone that `Intl` does not know
 */
export function localTimes(zone: string): (epochSeconds: number) => string {
  const clock = localSeconds(zone);
  return (at) => new Date(clock(at) * 1000).toISOString().slice(11, 16);
}

/**
 * Makes the function that gives what the clocks of a zone show at a moment: the epoch seconds at which those of UTC show
 * the same. `Intl` is asked once a zone and year, for the moments at which the offset changes.
 */
function localSeconds(zone: string): (epochSeconds: number) => number {
  let offsets: readonly Offset[] = [];
  let [start, end] = [0, 0];
  return (at) => {
    if (at < start || at >= end || offsets.length === 0) {
      const year = new Date(at * 1000).getUTCFullYear();
      offsets = offsetsOf(zone, year);
      [start, end] = [secondsOf(year), secondsOf(year + 1)];
    }
    let last = offsets.length - 1;
    while (last > 0 && (offsets[last]?.from ?? 0) > at) last--;
    return at + (offsets[last]?.seconds ?? 0);
  };
}

const secondsOf = (year: number) => Date.UTC(year, 0) / 1000;

/** The offsets of a UTC year, oldest first. */
function offsetsOf(zone: string, year: number): readonly Offset[] {
  const key = `${zone} ${year}`;
  const known = remembered.get(key);
  if (known) return known;
  const offsets = zone === "UTC" ? [{ from: 0, seconds: 0 }] : findOffsets(zone, year);
  return remember(remembered, REMEMBERED, key, offsets);
}

/** No zone changes its offset twice a week. */
function findOffsets(zone: string, year: number): Offset[] {
  const offsetAt = createOffsetAt(zone);
  const [start, end] = [secondsOf(year), secondsOf(year + 1)];
  const offsets: Offset[] = [{ from: start, seconds: offsetAt(start) }];
  for (let from = start; from < end; from += WEEK_SECONDS) {
    const to = Math.min(from + WEEK_SECONDS, end);
    const [before, after] = [offsets.at(-1)?.seconds ?? 0, offsetAt(to)];
    if (before === after) continue;
    let [low, high] = [from, to];
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (offsetAt(middle) === before) low = middle;
      else high = middle;
    }
    offsets.push({ from: high, seconds: after });
  }
  return offsets;
}

/** Seconds by which a zone is ahead of UTC, at a moment in epoch seconds. */
function createOffsetAt(zone: string): (epochSeconds: number) => number {
  const format = formatters.get(zone) ?? remember(formatters, FORMATTERS, zone, newFormatter(zone));
  return (at) => {
    const parts = format.format(at * 1000).match(/\d+/g) ?? [];
    const [month = 1, day = 1, year = 1970, hour = 0, minute = 0, second = 0] = parts.map(Number);
    return Date.UTC(year, month - 1, day, hour, minute, second) / 1000 - at;
  };
}

function newFormatter(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat("en-US", {
    timeZone,
    calendar: "gregory",
    numberingSystem: "latn",
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
}
