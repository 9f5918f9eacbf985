import { DemoNotice } from "@/app/_components/demo-notice";
import { env } from "@/lib/env";
import { achievementsByDay } from "@/lib/history/achievements-by-day";
import { loadHistory, newestDays } from "@/lib/players/load-history";
import { loadPageVersion } from "@/lib/players/load-player";
import { packDayAchievements } from "@/lib/progress/day-achievements";
import type { parseListQuery } from "@/lib/progress/list-query";
import { overview } from "@/lib/progress/overview";
import { yearOfSeason } from "@/lib/progress/review-years";
import { gameBase, mediaBase, siteBase } from "@/lib/retroachievements/retroachievements";
import { profileView } from "@/lib/views/make-profile-view";
import { packOverview } from "@/lib/views/packed-overview";
import { type ProfileView, packView } from "@/lib/views/profile-view";
import { ProfilePage } from "./profile-page";
import { RecentActivity } from "./recent-activity";

/** The calendar's days; the last ones with events are shown. */
const HISTORY_DAYS = 366;

interface PlayerPageProps {
  /** One version of a player's page, as the proxy names it. */
  version: string;
  list: ReturnType<typeof parseListQuery>;
}

/** A player's page with the games that a query finds. */
export async function PlayerPage({ version, list }: PlayerPageProps) {
  const library = await loadPageVersion(version);
  const { player } = library;
  const view = profileView(library, list);
  const ofLibrary = overview(player.games, player.checkedAt);
  const { history: found, keeping } = await loadHistory(player, newestDays(HISTORY_DAYS, player));
  // What is lost with the next restart is no history to begin with: its own page says so.
  const history = keeping.kept ? found : null;
  return (
    <main id="main">
      <link rel="canonical" href={`${env().SITE_URL ?? ""}/user/${view.profile.name}`} />
      <link
        rel="alternate"
        type="application/atom+xml"
        title={`${view.profile.name}: awards`}
        href={`/user/${view.profile.name}/feed.xml`}
      />
      <link
        rel="alternate"
        type="application/json+oembed"
        title={view.profile.name}
        href={`${env().SITE_URL ?? ""}/api/oembed?url=${encodeURIComponent(`${env().SITE_URL ?? ""}/user/${view.profile.name}`)}`}
      />
      <script
        type="application/ld+json"
        // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON with every `<` escaped
        dangerouslySetInnerHTML={{ __html: structuredData(view) }}
      />
      <DemoNotice />
      <ProfilePage
        initial={packView(view)}
        overview={packOverview(ofLibrary)}
        mediaBase={mediaBase()}
        freshSeconds={env().CACHE_FRESH_SECONDS}
        siteBase={siteBase()}
        year={yearOfSeason(player.checkedAt, ofLibrary.firstYear?.year ?? null)}
        achievements={packDayAchievements(achievementsByDay(history?.days ?? []))}
        lately={
          history && (
            <RecentActivity
              history={history}
              name={player.profile.name}
              ulid={player.profile.ulid}
              path={`/user/${player.profile.name}`}
              games={new Map(player.games.map((game) => [game.id, game]))}
              mediaBase={mediaBase()}
              gameBase={gameBase()}
            />
          )
        }
      />
    </main>
  );
}

/** Who the page is about, for search engines (schema.org's ProfilePage). */
function structuredData({ profile, checkedAt }: ProfileView): string {
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
