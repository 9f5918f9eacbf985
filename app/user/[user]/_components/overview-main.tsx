import { DemoNotice } from "@/app/_components/demo-notice";
import { StoredZoneScript } from "@/app/_components/unlocks/stored-zone-script";
import { env } from "@/lib/env";
import { achievementsByDay } from "@/lib/history/achievements-by-day";
import type { PageZone } from "@/lib/http/page-zone";
import { loadAwards } from "@/lib/players/awards/load-awards";
import { loadHistory, newestDays } from "@/lib/players/load-history";
import { loadPageVersion } from "@/lib/players/load-player";
import { loadRanks } from "@/lib/players/ranks/load-ranks";
import { loadTimes } from "@/lib/players/times/load-times";
import { loadCalendar } from "@/lib/players/unlocks/load-calendar";
import { type KnownUnlocks, loadUnlocks } from "@/lib/players/unlocks/load-unlocks";
import { firstUnlockYear } from "@/lib/players/unlocks/load-year";
import { isOtherVersion } from "@/lib/players/view-revision";
import { withAchievements } from "@/lib/progress/day-achievements";
import { DEFAULT_LIST_QUERY } from "@/lib/progress/list-query";
import { presenceOf } from "@/lib/progress/now-playing";
import { overview } from "@/lib/progress/overview";
import { reviewYears, yearInReview, yearOf } from "@/lib/progress/review-years";
import { shelfToSearch } from "@/lib/progress/shelf-query";
import { gameBase, mediaBase, siteBase } from "@/lib/retroachievements/retroachievements";
import { streaksInZone } from "@/lib/unlocks/streaks-in-zone";
import { progressView } from "@/lib/views/make-progress-view";
import { overviewDay } from "@/lib/views/overview-day";
import type { ProgressView } from "@/lib/views/progress-view";
import { otherShelf, shelfView } from "@/lib/views/shelf-view";
import type { ProgressChart } from "./chart-choice";
import { OverviewPage } from "./overview-page";
import { overviewTimes } from "./overview-times";
import { PlayerBar } from "./player-bar";
import { RecentActivity } from "./recent-activity";
import type { DailyStreaks } from "./records";

/** The calendar's days; the last ones with events are shown. */
const HISTORY_DAYS = 366;

interface OverviewMainProps {
  /** One version of a player's page, as the proxy names it. */
  version: string;
  /** What was chosen for the shelf, as in its query. */
  shelf: string;
  timeZone: PageZone;
  /** What the chart of progress over time counts. */
  chart: ProgressChart;
}

/** A player's overview, with what search engines and other programs read of it. */
export async function OverviewMain({ version, shelf, timeZone, chart }: OverviewMainProps) {
  const library = await loadPageVersion(version);
  const { player } = library;
  const { games, checkedAt } = player;
  const view = progressView(library, { query: DEFAULT_LIST_QUERY, ignored: [] });
  const ofLibrary = overview(games, checkedAt);
  // Before the data: what is too late for this may come a moment later.
  const day = overviewDay(player, timeZone.zone, Date.now());
  const isOther = await isOtherVersion(version, "overview", library, day);
  const [{ history: found, keeping }, known, timed, ranked, awards] = await Promise.all([
    loadHistory(player, newestDays(HISTORY_DAYS, player)),
    loadUnlocks(player),
    loadTimes(player),
    loadRanks(player),
    loadAwards(player),
  ]);
  const times = timed?.times ?? new Map();
  const shown = shelfView(games, shelf, times);
  const other = otherShelf(shown, games, times);
  // A history that the next restart loses is not worth showing: its own page says so.
  const history = keeping.kept ? found : null;
  const days = withAchievements(ofLibrary.days, achievementsByDay(history?.days ?? []));
  const calendar = await loadCalendar(player, known, days, timeZone.zone);
  const [firstYear = yearOf(checkedAt)] = reviewYears(games, checkedAt, firstUnlockYear(known));
  // The proxy does not cache such a page.
  const isPartial =
    calendar.from !== null && calendar.zone !== timeZone.zone && !calendar.isTooMany;
  const incomplete = (found === null || isPartial || isOther) && { "data-incomplete": true };
  const { name } = player.profile;
  const path = `/user/${name}`;
  const address = (env().SITE_URL ?? "") + path;
  return (
    <main id="main" {...incomplete}>
      {known && <StoredZoneScript />}
      <link rel="canonical" href={address} />
      <link
        rel="alternate"
        type="application/atom+xml"
        title={`${name}: awards`}
        href={`${path}/feed.xml`}
      />
      <link
        rel="alternate"
        type="application/json+oembed"
        title={name}
        href={`${env().SITE_URL ?? ""}/api/oembed?url=${encodeURIComponent(address)}`}
      />
      <script
        type="application/ld+json"
        // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON with every `<` escaped
        dangerouslySetInnerHTML={{ __html: structuredData(view) }}
      />
      <DemoNotice />
      <PlayerBar name={name} year={yearOf(checkedAt)} current="overview" />
      <OverviewPage
        view={view}
        overview={ofLibrary}
        unlocks={known}
        streaks={known && dailyStreaks(known, timeZone.zone)}
        calendar={calendar}
        years={[firstYear, yearOf(checkedAt)]}
        shelf={shown}
        otherShelf={other === null ? null : path + shelfToSearch(other)}
        chart={chart}
        zone={timeZone.isUnknown ? null : timeZone.zone}
        search={shelfToSearch(shelf)}
        presence={presenceOf(player, ranked?.ranks.playing, Date.now())}
        ranks={ranked?.ranks ?? null}
        badges={awards?.badges ?? []}
        times={overviewTimes(games, times)}
        yearInReview={yearInReview(games, checkedAt, Date.now())}
        mediaBase={mediaBase()}
        siteBase={siteBase()}
        recentActivity={
          history && (
            <RecentActivity
              history={history}
              ulid={player.profile.ulid}
              path={path}
              games={new Map(games.map((game) => [game.id, game]))}
              mediaBase={mediaBase()}
              gameBase={gameBase()}
            />
          )
        }
      />
    </main>
  );
}

function dailyStreaks({ sums, since, isComplete }: KnownUnlocks, zone: string): DailyStreaks {
  const found = streaksInZone(sums, zone, Date.now() / 1000);
  return { ...found, zone, knownSince: isComplete ? null : since };
}

/** Who the page is about, for search engines (schema.org's ProfilePage). */
function structuredData({ profile, checkedAt }: ProgressView): string {
  return JSON.stringify({
    "@context": "https://schema.org",
    "@type": "ProfilePage",
    dateModified: new Date(checkedAt).toISOString(),
    mainEntity: {
      "@type": "Person",
      name: profile.name,
      identifier: profile.ulid,
      description: profile.motto || undefined,
    },
  }).replaceAll("<", "\\u003c");
}
