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
import { YearProgress } from "./year-progress";

/** What the page shows of a year's unlocks, and what was asked for. */
export interface UnlocksOfYear extends PageZone {
  /** Null: the player has none, or none is known. */
  loaded: Omit<UnlockYear, "ofDay"> | null;
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
  /** The player's name. */
  name: string;
  /** Of the player's overview. */
  path: string;
  games: readonly Game[];
}

/** The chapters about a year's achievements: figures, the calendar, and the day that was picked. */
export function UnlockChapters({ unlocks, year, isSoFar, games, ...shared }: UnlockChaptersProps) {
  const { loaded, day, rows, today } = unlocks;
  const { name, path, ...bases } = shared;
  const counted = loaded?.counted ?? null;
  const zone = counted?.zone ?? unlocks.zone;
  const days = counted?.days ?? null;
  const picked = unlocks.isDayUnknown ? (
    <Aside>That is not a day of {year}.</Aside>
  ) : (
    day && <PickedDay {...{ day, days, path, zone, ...bases }} unlocks={rows} />
  );
  if (!loaded) return picked;
  const hasCalendar = counted === null || counted.days.length > 0;
  return (
    <>
      {counted && (
        <UnlockFigures
          {...{ figures: counted.figures, year, isSoFar, games, path, zone, ...bases }}
        />
      )}
      {hasCalendar && (
        <Chapter id="calendar" title={`Calendar of ${year}`} accent="felt">
          {counted && (
            <YearCalendar
              year={year}
              counts={JSON.stringify(countsOf(year, counted.days, today))}
              picked={day}
              path={path}
              zone={zone}
              asked={unlocks.isUnknown ? null : unlocks.zone}
              problem={zoneProblem(unlocks, loaded)}
            />
          )}
          {!loaded.isComplete && (
            <Aside>
              <YearProgress name={name} since={loaded.since} />
            </Aside>
          )}
          {zone !== "UTC" && <Aside>Awards are counted by days of UTC.</Aside>}
          {picked}
        </Chapter>
      )}
      {!hasCalendar && picked}
    </>
  );
}

/** Why the days are not of the time zone that was asked for. */
function zoneProblem(
  { zone, isUnknown }: PageZone,
  { counted, isPartial }: NonNullable<UnlocksOfYear["loaded"]>,
): string | undefined {
  if (isUnknown) return "Unknown time zone; days are in UTC";
  if (!counted || counted.zone === zone) return undefined;
  return isPartial
    ? `${zone} is not available now; days are in UTC`
    : `Too many unlocks for ${zone}; days are in UTC`;
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
