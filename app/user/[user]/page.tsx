import type { Metadata } from "next";
import { DemoNotice } from "@/app/_components/demo-notice";
import { env } from "@/lib/env";
import { loadPlayer } from "@/lib/players/load-player";
import { parsePageVersion } from "@/lib/players/page-version";
import { profileView } from "@/lib/players/profile-view";
import { mediaBase, upstreamMode } from "@/lib/retroachievements/retroachievements";
import { ProfilePage } from "./_components/profile-page";

interface Props {
  /** One version of a player's page, as the proxy names it. */
  params: Promise<{ user: string }>;
}

/** None is known when the site is built; each version is rendered once, when it is first asked for. */
export function generateStaticParams(): { user: string }[] {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { name } = parsePageVersion((await params).user);
  return {
    title: name,
    description: `The RetroAchievements completion progress of ${name}: every game played, beaten, completed and mastered.`,
  };
}

/** A player's public page. */
export default async function Page({ params }: Props) {
  const { name, unanswered } = parsePageVersion((await params).user);
  const { player, refreshError } = await loadPlayer(name);
  const view = profileView(player, unanswered ? (refreshError ?? "unavailable") : null);
  const path = `/user/${view.profile.name}`;
  return (
    <main id="main">
      <link rel="canonical" href={`${env().SITE_URL ?? ""}${path}`} />
      <DemoNotice />
      <ProfilePage
        initial={view}
        mediaBase={mediaBase()}
        freshSeconds={env().CACHE_FRESH_SECONDS}
        onRetroAchievements={upstreamMode() === "retroachievements"}
      />
    </main>
  );
}
