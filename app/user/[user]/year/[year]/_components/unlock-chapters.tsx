import type { GameBases } from "@/app/_components/games/game-link";
import type { UnlockRow } from "@/app/_components/unlocks/unlock-list";
import { dayAfter, daysBetween } from "@/lib/domain/days";
import type { Game } from "@/lib/domain/player";
import type { PageZone } from "@/lib/http/page-zone";
import type { UnlockYear } from "@/lib/players/unlocks/load-year";
import type { ZoneDay } from "@/lib/unlocks/days-in-zone";
import { Aside, Chapter } from "./chapter";
import { PickedDay } from "./picked-day";
import { UnlockFigures } from "./unlock-figures";
import { YearCalendar } from "./year-calendar";

/** What the page shows of a year's unlocks, and what was asked for. */
export interface UnlocksOfYear extends PageZone {
  /** Null: the player has none, or none is known. */
  loaded: Pick<UnlockYear, "since" | "isComplete" | "counted"> | null;
  /** A day of the year that is to be listed. */
  day: string | null;
  /** Whether something else was asked for as a day. */
  isDayUnknown: boolean;
  /** Its unlocks, newest first; null: they cannot be listed. */
  rows: readonly UnlockRow[] | null;
  /** Today in that zone. */
  today: string;
}

interface UnlockChaptersProps extends GameBases {
  unlocks: UnlocksOfYear;
  year: number;
  isSoFar: boolean;
  /** Of the player's overview. */
  path: string;
  games: readonly Game[];
}

/** The chapters about a year's achievements: figures, the calendar, and the day that was picked. */
export function UnlockChapters({ unlocks, year, isSoFar, games, ...shared }: UnlockChaptersProps) {
  const { loaded, day, rows, today } = unlocks;
  const { path, ...bases } = shared;
  const counted = loaded?.counted ?? null;
  const zone = counted?.zone ?? unlocks.zone;
  const days = counted?.days ?? null;
  const picked = unlocks.isDayUnknown ? (
    <Aside>That is not a day of {year}.</Aside>
  ) : (
    day && <PickedDay {...{ day, days, path, zone, ...bases }} unlocks={rows} />
  );
  if (!loaded) return picked;
  if (!counted) {
    return (
      <Chapter id="calendar" title={`Calendar of ${year}`} accent="felt">
        <Aside>
          <Loading since={loaded.since} />
        </Aside>
        {picked}
      </Chapter>
    );
  }
  const figures = { figures: counted.figures, year, isSoFar, games, zone };
  return (
    <>
      <UnlockFigures {...figures} {...shared} />
      {counted.days.length > 0 && (
        <Chapter id="calendar" title={`Calendar of ${year}`} accent="felt">
          <YearCalendar
            year={year}
            counts={JSON.stringify(countsOf(year, counted.days, today))}
            picked={day}
            path={path}
            zone={zone}
          />
          <Aside>
            {zoneInWords(unlocks, zone)}
            {!loaded.isComplete && (
              <>
                {" "}
                <Loading since={loaded.since} />
              </>
            )}
          </Aside>
          {picked}
        </Chapter>
      )}
      {counted.days.length === 0 && picked}
    </>
  );
}

function Loading({ since }: { since: number }) {
  return <>Unlocks since {since}; older ones are loading.</>;
}

/** Which days these are. @param zone theirs */
function zoneInWords(asked: PageZone, zone: string): string {
  if (asked.isUnknown) return "Unknown time zone; days are of UTC.";
  if (asked.zone !== zone) return `Days are of UTC: this year cannot be counted in ${asked.zone}.`;
  return zone === "UTC"
    ? "Days are of UTC."
    : `Days are of ${zone}; awards are counted by days of UTC.`;
}

/** The achievements of each day of a year, up to its end or today. */
function countsOf(year: number, days: readonly ZoneDay[], today: string): number[] {
  const first = `${year}-01-01`;
  const newest = days.at(-1)?.day ?? first;
  const last = [`${year}-12-31`, today > newest ? today : newest].sort()[0] ?? first;
  const counts = new Map(days.map(({ day, achievements }) => [day, achievements]));
  return Array.from(
    { length: daysBetween(first, last) + 1 },
    (_, at) => counts.get(dayAfter(first, at)) ?? 0,
  );
}
