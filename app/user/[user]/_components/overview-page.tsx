import type { ReactNode } from "react";
import charts from "@/app/_components/charts/charts.module.css";
import { Legend } from "@/app/_components/charts/legend";
import type { GameBases } from "@/app/_components/games/game-link";
import { SectionBar } from "@/app/_components/section-bar";
import type { Badge } from "@/lib/domain/badge";
import type { Game } from "@/lib/domain/player";
import { formatPercent } from "@/lib/format";
import { ZONE_PARAMETER } from "@/lib/http/zone-search";
import type { UnlockCalendar } from "@/lib/players/unlocks/load-calendar";
import type { KnownUnlocks } from "@/lib/players/unlocks/load-unlocks";
import type { Presence } from "@/lib/progress/now-playing";
import type { Overview } from "@/lib/progress/overview";
import type { PlayerRank } from "@/lib/retroachievements/retroachievements";
import { monthSums } from "@/lib/unlocks/month-sums";
import { packDays } from "@/lib/views/packed-days";
import { packTimeline, packUnlockMonths } from "@/lib/views/packed-timeline";
import type { ProgressView } from "@/lib/views/progress-view";
import type { ShelfView } from "@/lib/views/shelf-view";
import { Calendar, type CalendarUnlocks } from "./calendar";
import type { ProgressChart } from "./chart-choice";
import { CountsList } from "./counts-list";
import { DistributionChart } from "./distribution-chart";
import { GameRow } from "./game-row";
import { Milestones } from "./milestones";
import styles from "./overview-page.module.css";
import type { OverviewTimes } from "./overview-times";
import { PointsTimeline } from "./points-timeline";
import { ProfileHeader } from "./profile-header";
import { progressPath } from "./progress-path";
import { type DailyStreaks, Records } from "./records";
import { Shelf } from "./shelf";
import { Suggestions } from "./suggestions";
import { SystemsChart } from "./systems-chart";
import { Timeline } from "./timeline";

/** The newest milestones; the Completion Progress page has all. */
const MILESTONES = 4;
/** The newest games stand in two columns of as many. */
const COLUMN = 5;

const SECTIONS = [
  { href: "#calendar", label: "Calendar" },
  { href: "#systems", label: "Systems" },
  { href: "#milestones", label: "Milestones" },
  { href: "#newest", label: "Games" },
];

const WITHOUT_MILESTONES = SECTIONS.filter(({ href }) => href !== "#milestones");

interface OverviewPageProps {
  /** Of all games. */
  view: ProgressView;
  overview: Overview;
  /** What is known of the player's unlocks; null: nothing. */
  unlocks: KnownUnlocks | null;
  /** Null without unlocks. */
  streaks: DailyStreaks | null;
  calendar: UnlockCalendar;
  /** The time zone that the address names, UTC without one; null: it names an unknown one. */
  zone: string | null;
  /** The first and the last year that have a page. */
  years: [first: number, last: number];
  shelf: ShelfView;
  /** The address with the other shelf of masteries: the rarest, or the latest; null where there is none. */
  otherShelf?: string | null;
  /** What the chart of progress over time counts. */
  chart: ProgressChart;
  /** Of the address: empty, or the chosen shelf with its question mark. */
  search: string;
  presence: Presence | null;
  /** Null: unknown. */
  ranks: PlayerRank | null;
  badges: readonly Badge[];
  times: OverviewTimes;
  yearInReview: number | null;
  mediaBase: string;
  /** Base of RA's pages, without a slash at its end; null where it knows nothing of these games. */
  siteBase: string | null;
  recentActivity: ReactNode;
}

/** A player's overview. Only its charts need the browser. */
export function OverviewPage(props: OverviewPageProps) {
  const { view, overview, times, mediaBase, siteBase } = props;
  const { profile, milestones, games } = view;
  const { months, systems, distribution, averageWon, almostThere, restorable } = overview;
  const { streak, firstYear, bestYear } = overview;
  const path = `/user/${profile.name}`;
  const gameBase = siteBase && `${siteBase}/game`;
  const bases = { mediaBase, gameBase };
  const hasSuggestions = almostThere.length + restorable.length > 0 || times.left !== null;
  return (
    <>
      <ProfileHeader
        profile={profile}
        mediaBase={mediaBase}
        siteBase={siteBase}
        path={path}
        presence={props.presence}
        ranks={props.ranks}
        badges={props.badges}
        played={times.played}
        search={props.search}
        yearInReview={props.yearInReview}
        hasShelf={props.shelf.games.length > 0}
        checkedAt={view.checkedAt}
        unanswered={view.refreshError !== null}
      />
      <Shelf shelf={props.shelf} other={props.otherShelf ?? null} {...bases} />
      <CountsList counts={view.counts} path={path} query={view.query} />
      {games.length === 0 && (
        <p className={styles.empty}>No games yet. They'll appear after the first unlock.</p>
      )}
      <div className={styles.sections}>
        {props.recentActivity}
        {(months.length > 0 || hasPoints(props.unlocks)) && (
          <ProgressOverTime {...props} path={path}>
            <Records
              {...{ streak, firstYear, bestYear, path }}
              streaks={props.streaks}
              years={props.years}
              masteries={times.masteries}
            />
          </ProgressOverTime>
        )}
        {systems.length > 0 && (
          <>
            <Calendar
              days={packDays(props.calendar.days)}
              name={profile.name}
              path={path}
              search={calendarSearch(props) || undefined}
              unlocks={calendarUnlocks(props)}
              {...bases}
            />
            <div className={styles.panels}>
              <section aria-labelledby="systems" className={`${charts.panel} ${charts.systems}`}>
                <div className={charts.heading}>
                  <h2 id="systems">Games by system</h2>
                  <Legend hasUnfinished />
                </div>
                <div className={charts.bars}>
                  <SystemsChart systems={systems} path={path} />
                </div>
              </section>
              <section aria-labelledby="distribution" className={charts.panel}>
                <div className={charts.heading}>
                  <h2 id="distribution">Completion breakdown</h2>
                  <p className={charts.note}>Average completion {formatPercent(averageWon)}</p>
                </div>
                <div className={charts.bars}>
                  <DistributionChart distribution={distribution} />
                </div>
              </section>
              {hasSuggestions && (
                <div className={charts.panel}>
                  <Suggestions {...{ overview, path, gameBase }} left={times.left} />
                </div>
              )}
              {milestones.length > 0 && (
                <section aria-labelledby="milestones" className={charts.panel}>
                  <div className={charts.heading}>
                    <h2 id="milestones">Milestones</h2>
                    <a href={`${progressPath(path)}#milestones`}>All milestones</a>
                  </div>
                  <Milestones milestones={milestones.slice(0, MILESTONES)} {...bases} />
                </section>
              )}
              <section aria-labelledby="newest" className={`${charts.panel} ${styles.newest}`}>
                <div className={charts.heading}>
                  <h2 id="newest">Newest games</h2>
                  <a href={progressPath(path)}>All games</a>
                </div>
                <div className={styles.columns}>
                  <GameColumn games={games.slice(0, COLUMN)} {...bases} />
                  <GameColumn games={games.slice(COLUMN, 2 * COLUMN)} {...bases} />
                </div>
              </section>
            </div>
          </>
        )}
      </div>
      {systems.length > 0 && (
        <SectionBar sections={milestones.length > 0 ? SECTIONS : WITHOUT_MILESTONES} />
      )}
    </>
  );
}

interface ProgressOverTimeProps
  extends Pick<OverviewPageProps, "overview" | "unlocks" | "chart" | "zone" | "search"> {
  path: string;
  children: ReactNode;
}

function hasPoints(unlocks: KnownUnlocks | null): unlocks is KnownUnlocks {
  return unlocks !== null && unlocks.sums.length > 0;
}

/** The chart of awards, or of points if they are known, and chosen or without an award. */
function ProgressOverTime(props: ProgressOverTimeProps) {
  const { overview, unlocks, chart, zone, path, children } = props;
  const search = new URLSearchParams(props.search);
  if (zone !== null && zone !== "UTC") search.set(ZONE_PARAMETER, zone);
  const hasAwards = overview.months.length > 0;
  if (hasPoints(unlocks) && (chart === "points" || !hasAwards)) {
    return (
      <PointsTimeline
        months={packUnlockMonths(monthSums(unlocks.sums))}
        knownSince={unlocks.isComplete ? null : unlocks.since}
        path={path}
        zone={zone ?? "UTC"}
        awardsLink={hasAwards ? `${path}${search.size > 0 ? `?${search}` : ""}#timeline` : null}
      >
        {children}
      </PointsTimeline>
    );
  }
  search.set("chart", "points");
  return (
    <Timeline
      months={packTimeline(overview.months)}
      path={path}
      pointsLink={hasPoints(unlocks) ? `?${search}#timeline` : null}
    >
      {children}
    </Timeline>
  );
}

/** The other choices of the address, which a choice of the calendar keeps. */
function calendarSearch({ search, chart }: OverviewPageProps): string {
  if (chart === "awards") return search;
  return `${search}${search === "" ? "?" : "&"}chart=${chart}`;
}

/** What the calendar shows of unlocks; null: none are known. */
function calendarUnlocks(props: OverviewPageProps): CalendarUnlocks | null {
  const { unlocks, calendar, years } = props;
  if (!unlocks || calendar.from === null) return null;
  const { zone, from, days } = calendar;
  const isOther = props.zone !== zone;
  return {
    ...{ zone, years },
    ...(from !== days.firstDay && { from }),
    ...(!unlocks.isComplete && unlocks.since !== null && { since: unlocks.since }),
    ...(isOther && { asked: props.zone, problem: zoneProblem(props) }),
  };
}

/** Why the calendar's days are not of the time zone that the address names. */
function zoneProblem({ zone, calendar }: OverviewPageProps): string {
  if (zone === null) return "Unknown time zone; days are in UTC";
  return calendar.isTooMany
    ? `Too many unlocks for ${zone}; days are in UTC`
    : `${zone} is not available now; days are in UTC`;
}

function GameColumn({ games, ...bases }: GameBases & { games: Game[] }) {
  if (games.length === 0) return null;
  return (
    <ol className={styles.games}>
      {games.map((game) => (
        <GameRow key={game.id} game={game} {...bases} />
      ))}
    </ol>
  );
}
