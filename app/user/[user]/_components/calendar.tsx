import { ChartSlider } from "@/app/_components/charts/chart-slider";
import styles from "@/app/_components/charts/charts.module.css";
import { Ticks } from "@/app/_components/charts/ticks";
import { AwardMark } from "@/app/_components/games/award-mark";
import { GameLink } from "@/app/_components/games/game-link";
import { GameTitle } from "@/app/_components/games/game-title";
import { LIST_ANCHOR } from "@/app/_components/list/list-link";
import { pluralize } from "@/app/_components/pluralize";
import { DAY_MS, dayAfter, weekday } from "@/lib/domain/days";
import type { Game } from "@/lib/domain/player";
import { formatDay, MONTHS } from "@/lib/format";
import type { ActiveDays } from "@/lib/progress/active-days";
import { withAchievements } from "@/lib/progress/day-achievements";
import { formatPeriod } from "@/lib/progress/period";
import { CalendarChart, CalendarLegend, CalendarTable } from "./calendar-chart";
import { historyLink } from "./history-link";

const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** More are counted and linked to. */
const LISTED = 6;

/** What the calendar of a library shows. */
export interface CalendarProps {
  days: ActiveDays;
  /** What is known of the achievements of days, as `packDayAchievements` gives it. */
  achievements: string;
  path: string;
  /** The games of a day such as `2026-11-29`, once the library is here. */
  gamesOf: ((day: string) => Game[]) | undefined;
  /** What stands before `/{id}` in the address of a game's page; null where games have none. */
  gameBase: string | null;
}

/** The last twelve months day by day, and the games of the day that one picks. */
export function Calendar({ achievements, path, gamesOf, gameBase, ...props }: CalendarProps) {
  const days = withAchievements(props.days, achievements);
  const dayAt = (at: number) => dayAfter(days.firstDay, at);
  const inWords = (at: number) => {
    const won = days.achievements?.[at] ?? null;
    const count = won ?? days.counts[at] ?? 0;
    const noun = won === null ? "game" : "achievement";
    return `${formatPeriod(dayAt(at))}: ${count === 0 ? "nothing won" : pluralize(count, noun)}`;
  };
  return (
    <section aria-labelledby="calendar" className={`${styles.panel} ${styles.days}`}>
      <div className={styles.heading}>
        <h3 id="calendar">The last twelve months</h3>
        <CalendarLegend counts={whatIsCounted(days)} />
      </div>
      <ChartSlider
        label={days.achievements ? "Achievements or games by day" : "Games by day"}
        count={days.counts.length}
        rows={7}
        lead={weekday(days.firstDay)}
        inWords={inWords}
        table={<CalendarTable days={days} path={path} />}
        detail={(at) => (
          <div className={styles.detail}>
            {at === null ? (
              <p>Pick a day to see its games.</p>
            ) : (
              <>
                <p>
                  {inWords(at)}{" "}
                  {(days.counts[at] ?? 0) > 0 && (
                    <a href={`${path}?active=${dayAt(at)}${LIST_ANCHOR}`}>Show in the list</a>
                  )}{" "}
                  {(days.achievements?.[at] ?? 0) > 0 && (
                    <a href={historyLink(path, dayAt(at))}>Show the day</a>
                  )}
                </p>
                {gamesOf && <DayGames games={gamesOf(dayAt(at))} gameBase={gameBase} />}
              </>
            )}
          </div>
        )}
        start={WEEKDAYS.map((name) => (
          <span key={name} className={styles.weekday}>
            {name}
          </span>
        ))}
        foot={<Months days={days} />}
        scrolls
      >
        <div className={styles.calendar}>
          <CalendarChart days={days} />
        </div>
      </ChartSlider>
    </section>
  );
}

/** Since when a day's achievements are counted, where they are. */
function whatIsCounted({ firstDay, achievements }: ActiveDays): string | null {
  const first = achievements?.findIndex((count) => count !== null) ?? -1;
  if (first < 0) return null;
  const since = formatDay(Date.parse(dayAfter(firstDay, first)) / 1000);
  return first === 0 ? "Achievements a day" : `Games a day, since ${since} achievements`;
}

function Months({ days: { firstDay, counts } }: { days: ActiveDays }) {
  const lead = weekday(firstDay);
  const weeks = Math.ceil((lead + counts.length) / 7);
  const first = Date.parse(firstDay);
  const start = new Date(first);
  const ticks = MONTHS.map((_, month) => {
    const monthStart = Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1 + month);
    const at = (monthStart - first) / DAY_MS;
    return {
      label: MONTHS[(start.getUTCMonth() + 1 + month) % 12]?.slice(0, 3) ?? "",
      left: Math.floor((lead + at) / 7) / weeks,
    };
  }).filter(({ left }) => left < 0.97);
  return <Ticks ticks={ticks} />;
}

interface DayGamesProps {
  games: Game[];
  gameBase: string | null;
}

function DayGames({ games, gameBase }: DayGamesProps) {
  return (
    <ul className={styles.dayGames}>
      {games.slice(0, LISTED).map((game) => (
        <li key={game.id}>
          <AwardMark kind={game.highestAwardKind} />
          <span>
            <GameLink base={gameBase} id={game.id}>
              <GameTitle title={game.title} />
            </GameLink>
          </span>
        </li>
      ))}
      {games.length > LISTED && <li>and {games.length - LISTED} more</li>}
    </ul>
  );
}
