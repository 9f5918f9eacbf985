import type { Metadata } from "next";
import { DemoNotice } from "@/app/_components/demo-notice";
import { dayOf } from "@/lib/history/day-record";
import { loadHistory, newestDays } from "@/lib/players/load-history";
import { loadPageVersion } from "@/lib/players/load-player";
import { formatPeriod } from "@/lib/progress/period";

interface Props {
  /** One version of a player's page, as the proxy names it. */
  params: Promise<{ user: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { player } = await loadPageVersion((await params).user);
  const { name } = player.profile;
  return {
    title: `The history of ${name}`,
    description: `What changed in the RetroAchievements library of ${name}, day by day.`,
  };
}

/** What is kept of a player: the proxy has made sure that there is such a player. */
export default async function HistoryPage({ params }: Props) {
  const { player } = await loadPageVersion((await params).user);
  const { name } = player.profile;
  const { history } = await loadHistory(player, newestDays(366, player));
  const startedAt = history?.startedAt;
  return (
    <main id="main">
      <DemoNotice />
      <h1>The history of {name}</h1>
      {startedAt && (
        <p>
          It begins on {formatPeriod(dayOf(startedAt))}: what was before that, nobody can tell any
          more.
        </p>
      )}
    </main>
  );
}
