import type { Metadata } from "next";
import type { SearchParams } from "@/app/_components/asked-parameters";
import { DemoNotice } from "@/app/_components/demo-notice";
import { CARDS } from "@/lib/cards";
import type { Card } from "@/lib/cards/card";
import { isDated } from "@/lib/cards/card-request";
import { commonOptions } from "@/lib/cards/options";
import { PLACES } from "@/lib/cards/places";
import { summary } from "@/lib/cards/summary";
import { THEME_NAMES } from "@/lib/cards/themes";
import type { Game } from "@/lib/domain/player";
import { env } from "@/lib/env";
import { siteUrl } from "@/lib/http/site-url";
import { loadPlayer } from "@/lib/players/load-player";
import { listGames } from "@/lib/progress/list-games";
import { DEFAULT_LIST_QUERY } from "@/lib/progress/list-query";
import { MAX_SEARCH_LENGTH } from "@/lib/progress/query-parameters";
import { reviewYears, yearOf } from "@/lib/progress/review-years";
import { DEMO_USERS } from "@/lib/retroachievements/demo";
import { upstreamMode } from "@/lib/retroachievements/retroachievements";
import { PlayerBar } from "../_components/player-bar";
import { builderCards, rangeOf, sizeOf } from "./_components/builder-cards";
import { type BuilderCard, fileOf, pictureOf } from "./_components/card-addresses";
import { CardBuilder } from "./_components/card-builder";
import { FIELDS, type TypedChoice } from "./_components/card-choice";
import { CardFace, Rivals } from "./_components/card-face";
import { optionPatterns } from "./_components/option-patterns";
import type { NamedGame } from "./_components/own-titles";
import { PlainOptions } from "./_components/plain-options";
import styles from "./page.module.css";

interface Props {
  params: Promise<{ user: string }>;
  searchParams: SearchParams;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { user } = await params;
  return {
    title: `${user}'s cards`,
    description: `Live progress cards of ${user} for GitHub, forums, websites, Discord and streams.`,
  };
}

/** The card builder: the proxy has made sure that there is such a player. */
export default async function EmbedPage({ params, searchParams }: Props) {
  const loaded = await loadPlayer((await params).user);
  const { player } = loaded;
  const { name } = player.profile;
  const choice = readTypedChoice(await searchParams);
  const games = gamesToChoose(player.games, choice);
  const years = reviewYears(player.games, player.checkedAt).toReversed();
  const defaults = { id: String(games[0]?.id ?? 1), year: String(years[0]) };
  const data = { player, isDated: isDated(loaded), image: () => null };
  const chosen = CARDS.find((card) => card.name === choice.card) ?? summary;
  const size = sizeOf(chosen, { ...defaults, ...choice }, data);
  const cards = builderCards(defaults, data);
  const example = exampleRival(name);
  const faceOf = (built: BuilderCard, card: Card | undefined) => {
    const file = fileOf(built, { ...defaults, other: example });
    const src = file && pictureOf(name, file);
    const isExample = built.argument === "other" && src !== null;
    return card && <CardFace {...{ card, src, isExample }} size={built.size} user={name} />;
  };
  return (
    <main id="main">
      <DemoNotice />
      <PlayerBar name={name} year={yearOf(player.checkedAt)} current="cards" />
      <h1 className={styles.title}>{name}'s cards</h1>
      <a className={styles.skip} href="#code">
        Skip to the code
      </a>
      <CardBuilder
        user={name}
        site={env().SITE_URL}
        ownUrl={siteUrl()}
        initial={choice}
        initialSize={{ ...size, style: { "--ratio": size.width / size.height } }}
        cards={cards}
        radius={rangeOf(commonOptions.radius) ?? { min: 0, default: 0, max: 0 }}
        colors={{
          bg: optionPatterns(commonOptions.bg),
          ink: optionPatterns(commonOptions.ink),
          soft: optionPatterns(commonOptions.soft),
          line: optionPatterns(commonOptions.line),
        }}
        themes={Object.fromEntries(THEME_NAMES.map((theme) => [theme, themeLabel(theme)]))}
        games={games}
        years={years}
        defaults={defaults}
        example={example}
        faces={Object.fromEntries(cards.map((card, at) => [card.name, faceOf(card, CARDS[at])]))}
        hints={PLACES}
        localNote={
          <p>
            Only your own computer can load addresses of this site. Once it has a public one, set
            SITE_URL.
          </p>
        }
        rivals={<Rivals user={name} />}
      >
        <PlainOptions {...choice} />
      </CardBuilder>
    </main>
  );
}

/** What the URL says of the choice, without what no card takes. */
function readTypedChoice(given: Awaited<SearchParams>): TypedChoice {
  const choice: TypedChoice = { card: summary.name };
  for (const name of [...FIELDS, "game"] as const) {
    // A form without JavaScript sends each hidden part as a value of its own.
    const value = [given[name] ?? []].flat().join(",");
    if (value !== "") choice[name] = value;
  }
  for (const name of ["theme", "border", "locale"] as const) {
    if (!commonOptions[name].safeParse(choice[name]).success) delete choice[name];
  }
  return choice;
}

/** A theme's name for readers. */
function themeLabel(theme: string): string {
  return theme === "auto" ? "Auto (light/dark)" : theme.charAt(0).toUpperCase() + theme.slice(1);
}

/** On a demo site, another demo player for the example of a versus card. */
function exampleRival(name: string): string | undefined {
  return upstreamMode() === "demo" ? DEMO_USERS.find((user) => user !== name) : undefined;
}

/** The newest games, with the one that is chosen, and those whose titles have the words that were typed. */
function gamesToChoose(games: Game[], choice: TypedChoice): NamedGame[] {
  const newest = listGames(games, DEFAULT_LIST_QUERY).games;
  const chosen = games.filter(({ id }) => String(id) === choice.id);
  // Long enough for any title, as in the list.
  const q = choice.game?.slice(0, MAX_SEARCH_LENGTH);
  const found = q ? listGames(games, { ...DEFAULT_LIST_QUERY, q }).games : [];
  return [...newest, ...chosen, ...found].map(({ id, title, systemName }) => {
    return { id, title, systemName };
  });
}
