import { DemoNotice } from "@/app/_components/demo-notice";
import { env } from "@/lib/env";
import { loadPageVersion } from "@/lib/players/load-player";
import { packOverview } from "@/lib/players/packed-overview";
import { type ProfileView, packView, profileView } from "@/lib/players/profile-view";
import type { parseListQuery } from "@/lib/progress/list-query";
import { overview } from "@/lib/progress/overview";
import { mediaBase, siteBase } from "@/lib/retroachievements/retroachievements";
import { ProfilePage } from "./profile-page";

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
        overview={packOverview(overview(player.games, player.checkedAt))}
        mediaBase={mediaBase()}
        freshSeconds={env().CACHE_FRESH_SECONDS}
        siteBase={siteBase()}
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
