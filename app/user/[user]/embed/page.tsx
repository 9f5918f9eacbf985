import type { Metadata } from "next";
import { z } from "zod";
import type { SearchParams } from "@/app/_components/asked-parameters";
import { DemoNotice } from "@/app/_components/demo-notice";
import { CARDS } from "@/lib/cards";
import { commonOptions } from "@/lib/cards/options";
import { THEME_NAMES } from "@/lib/cards/themes";
import type { Game } from "@/lib/domain/player";
import { env } from "@/lib/env";
import { siteUrl } from "@/lib/http/site-url";
import { loadPlayer } from "@/lib/players/load-player";
import { listGames } from "@/lib/progress/list-games";
import { DEFAULT_LIST_QUERY } from "@/lib/progress/list-query";
import { reviewYears, yearOf } from "@/lib/progress/review-years";
import { PlayerBar } from "../_components/player-bar";
import { CardBuilder } from "./_components/card-builder";
import { FIELDS, type TypedChoice } from "./_components/card-choice";
import { optionPatterns } from "./_components/option-patterns";

interface Props {
  params: Promise<{ user: string }>;
  searchParams: SearchParams;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { user } = await params;
  return { title: `Cards of ${user}`, description: `Progress cards of ${user} to embed anywhere.` };
}

/** The card builder: the proxy has made sure that there is such a player. */
export default async function EmbedPage({ params, searchParams }: Props) {
  const { player } = await loadPlayer((await params).user);
  const given = await searchParams;
  const choice: TypedChoice = { card: CARDS[0]?.name ?? "" };
  for (const name of [...FIELDS, "game"] as const) {
    // Of a form without JavaScript, each part that is left out is a value of its own.
    const value = [given[name] ?? []].flat().join(",");
    if (value !== "") choice[name] = value;
  }
  // What the lists do not offer no card takes either.
  if (!commonOptions.theme.safeParse(choice.theme).success) delete choice.theme;
  if (!commonOptions.border.safeParse(choice.border).success) delete choice.border;
  if (!commonOptions.locale.safeParse(choice.locale).success) delete choice.locale;
  return (
    <main id="main">
      <DemoNotice />
      <PlayerBar name={player.profile.name} year={yearOf(player.checkedAt)} current="cards" />
      <CardBuilder
        user={player.profile.name}
        site={env().SITE_URL}
        ownUrl={siteUrl()}
        initial={choice}
        cards={CARDS.map(({ name, file = name, about, parts, width, options, argument }) => ({
          name,
          file,
          argument: argument?.option,
          about,
          parts: [...parts],
          width,
          count: rangeOf(optionOf(options, "count")),
        }))}
        radius={rangeOf(commonOptions.radius) ?? { min: 0, default: 0, max: 0 }}
        colors={{
          bg: optionPatterns(commonOptions.bg),
          ink: optionPatterns(commonOptions.ink),
          soft: optionPatterns(commonOptions.soft),
          line: optionPatterns(commonOptions.line),
        }}
        themes={[...THEME_NAMES]}
        games={withOwnTitles(listGames(player.games, DEFAULT_LIST_QUERY).games)}
        years={reviewYears(player.games, player.checkedAt).toReversed()}
      />
    </main>
  );
}

/** An option that some cards have. */
function optionOf(options: Record<string, z.ZodType>, name: string): z.ZodType | undefined {
  return options[name];
}

/** The whole numbers that an option takes, if a card has it. */
function rangeOf(option: z.ZodType | undefined) {
  if (!option) return undefined;
  const { default: initial, minimum, maximum } = z.toJSONSchema(option);
  return { min: Number(minimum ?? 0), default: Number(initial), max: Number(maximum) };
}

/** Games by their titles, which name their system too where two have the same. */
function withOwnTitles(games: Game[]): { id: number; title: string }[] {
  const counts = new Map<string, number>();
  for (const { title } of games) counts.set(title, (counts.get(title) ?? 0) + 1);
  return games.map(({ id, title, systemName }) => ({
    id,
    title: counts.get(title) === 1 ? title : `${title} (${systemName ?? id})`,
  }));
}
