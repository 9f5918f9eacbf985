import type { Metadata } from "next";
import { z } from "zod";
import { DemoNotice } from "@/app/_components/demo-notice";
import { CARDS } from "@/lib/cards";
import { THEME_NAMES } from "@/lib/cards/themes";
import { env } from "@/lib/env";
import { siteUrl } from "@/lib/http/site-url";
import { loadPlayer } from "@/lib/players/load-player";
import { DEFAULT_LIST_QUERY, listGames } from "@/lib/progress/list-query";
import { CardBuilder } from "./_components/card-builder";
import { type CardChoice, FIELDS } from "./_components/card-choice";

interface Props {
  params: Promise<{ user: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { user } = await params;
  return { title: `Cards of ${user}`, description: `Progress cards of ${user} to embed anywhere.` };
}

/** The card builder: the proxy has made sure that there is such a player. */
export default async function EmbedPage({ params, searchParams }: Props) {
  const { player } = await loadPlayer((await params).user);
  const given = await searchParams;
  const choice: CardChoice = { card: CARDS[0]?.name ?? "" };
  for (const name of FIELDS) {
    // Of a form without JavaScript, each part that is left out is a value of its own.
    const value = [given[name] ?? []].flat().join(",");
    if (value !== "") choice[name] = value;
  }
  return (
    <main id="main">
      <DemoNotice />
      <CardBuilder
        user={player.profile.name}
        site={env().SITE_URL}
        ownUrl={siteUrl()}
        initial={choice}
        cards={CARDS.map(({ name, about, parts, width, options }) => ({
          name,
          about,
          parts: [...parts],
          width,
          count: rangeOf(options),
        }))}
        themes={[...THEME_NAMES]}
        games={listGames(player.games, DEFAULT_LIST_QUERY).games.map(({ id, title }) => ({
          id,
          title,
        }))}
      />
    </main>
  );
}

/** How many games, systems or milestones a card shows, if it can be chosen. */
function rangeOf(options: Record<string, z.ZodType>): { default: number; max: number } | undefined {
  if (!options.count) return undefined;
  const { default: initial, maximum } = z.toJSONSchema(options.count);
  return { default: Number(initial), max: Number(maximum) };
}
