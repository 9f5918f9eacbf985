import type { Metadata } from "next";
import type { SearchParams } from "@/app/_components/asked-parameters";
import { DemoNotice } from "@/app/_components/demo-notice";
import type { Player } from "@/lib/domain/player";
import { env } from "@/lib/env";
import { shareMetadata } from "@/lib/http/share-metadata";
import { loadAskedHistory } from "@/lib/players/load-history";
import { loadPageVersion } from "@/lib/players/load-player";
import { gameBase, mediaBase } from "@/lib/retroachievements/retroachievements";
import { HistoryPage } from "./_components/history-page";

interface Props {
  /** The version of the player's page, as the proxy writes it. */
  params: Promise<{ user: string }>;
  searchParams: SearchParams;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { player } = await loadPageVersion((await params).user);
  const { name } = player.profile;
  const title = `${name}'s history`;
  const description = `${name} on RetroAchievements, day by day: achievements, awards, revised sets, and the growth of points.`;
  return { title, description, ...shareMetadata(name, title, description) };
}

/** The history of a player. The proxy shows it at the player's own URL. */
export default async function Page({ params, searchParams }: Props) {
  const [{ user }, given] = await Promise.all([params, searchParams]);
  const { player, refreshError } = await loadPageVersion(user);
  const { query, history, keeping } = await loadAskedHistory(player, {
    year: textOf(given.year),
    month: textOf(given.month),
  });
  const { name } = player.profile;
  // The proxy does not cache such a page.
  const incomplete = history === null && { "data-incomplete": true };
  return (
    <main id="main" {...incomplete}>
      <link rel="canonical" href={`${env().SITE_URL ?? ""}/user/${name}/history`} />
      <DemoNotice />
      <HistoryPage
        profile={player.profile}
        checkedAt={player.checkedAt}
        unanswered={refreshError !== null}
        query={query}
        history={history}
        isKept={keeping.kept}
        path={`/user/${name}`}
        games={gamesById(player)}
        mediaBase={mediaBase()}
        gameBase={gameBase()}
      />
    </main>
  );
}

function textOf(value: string | string[] | undefined): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function gamesById({ games }: Player) {
  return new Map(games.map((game) => [game.id, game]));
}
