import type { GameBases } from "@/app/_components/games/game-link";
import { pluralize } from "@/app/_components/pluralize";
import { UnlockList, type UnlockRow } from "@/app/_components/unlocks/unlock-list";
import { yearLink } from "@/app/user/[user]/_components/year-link";
import { weekday } from "@/lib/domain/days";
import { WEEKDAYS } from "@/lib/domain/weekdays";
import { formatNumber } from "@/lib/format";
import { formatPeriod } from "@/lib/progress/format-period";
import type { ZoneDay } from "@/lib/unlocks/days-in-zone";
import { dayInYear } from "./in-year";
import styles from "./picked-day.module.css";

/** More are counted: a page stays a page. */
const LISTED = 200;

interface PickedDayProps extends GameBases {
  day: string;
  /** The days of the year with an unlock, oldest first; null: they are not known yet. */
  days: readonly ZoneDay[] | null;
  /** Newest first; null: they cannot be listed. */
  unlocks: readonly UnlockRow[] | null;
  /** Of the player's overview. */
  path: string;
  /** The time zone of the day. */
  zone: string;
}

/** The unlocks of the day that was picked. */
export function PickedDay({ day, days, unlocks, path, zone, ...bases }: PickedDayProps) {
  const sums = days?.find((each) => each.day === day);
  const more = (unlocks?.length ?? 0) - LISTED;
  return (
    <section aria-labelledby="day" className={styles.day}>
      <h3 id="day">
        {WEEKDAYS[weekday(day)]}, {formatPeriod(day)}
      </h3>
      <p className={styles.sums}>{inWords(days, sums)}</p>
      {unlocks === null && sums && (
        <p className={styles.sums}>These achievements cannot be listed at the moment.</p>
      )}
      {unlocks && unlocks.length > 0 && (
        <UnlockList unlocks={unlocks.slice(0, LISTED)} zone={zone} {...bases} />
      )}
      {more > 0 && <p className={styles.sums}>and {formatNumber(more)} earlier that day</p>}
      {days && <Neighbours day={day} days={days} path={path} zone={zone} />}
    </section>
  );
}

function inWords(days: PickedDayProps["days"], sums: ZoneDay | undefined): string {
  if (!days) return "The achievements of this day are not loaded yet.";
  if (!sums) return "No achievements on this day.";
  const { achievements, points, games } = sums;
  return `${pluralize(achievements, "achievement")} for ${pluralize(points, "point")} in ${pluralize(games, "game")}`;
}

interface NeighboursProps extends Pick<PickedDayProps, "day" | "path" | "zone"> {
  days: readonly ZoneDay[];
}

/** The days with an unlock before and after it. */
function Neighbours({ day, days, path, zone }: NeighboursProps) {
  const before = days.findLast((each) => each.day < day);
  const after = days.find((each) => each.day > day);
  if (!before && !after) return null;
  return (
    <nav aria-label="Days" className={styles.neighbours}>
      {before && (
        <a href={yearLink(path, { day: before.day, zone })} rel="nofollow">
          ← {dayInYear(before.day)}
        </a>
      )}
      {after && (
        <a href={yearLink(path, { day: after.day, zone })} rel="nofollow">
          {dayInYear(after.day)} →
        </a>
      )}
    </nav>
  );
}
