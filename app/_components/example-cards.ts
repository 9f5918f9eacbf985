import { CARDS } from "@/lib/cards";
import { cardFile } from "@/lib/cards/card";
import { cardHeight, isDated, readCardRequest } from "@/lib/cards/card-request";
import type { Player } from "@/lib/domain/player";
import type { LoadedPlayer } from "@/lib/players/load-player";
import { libraryMonths } from "@/lib/progress/award-months";
import { awardYears, bestYear } from "@/lib/progress/years";
import { createDemo, DEMO_USERS } from "@/lib/retroachievements/demo";

/** A card as a picture on the home page. */
export interface ExampleCard {
  /** URL of the card as SVG. */
  src: string;
  /** Pixels. */
  width: number;
  height: number;
  alt: string;
  /** The page that shows the same, and the card builder with this card; null for a made-up player. */
  links: { page: string; title: string; builder: string } | null;
}

/** The pictures of the home page. The year is null for a player without an award. */
interface ExampleCards {
  shelf: ExampleCard;
  year: ExampleCard | null;
  versus: ExampleCard;
}

type Shown = Pick<LoadedPlayer, "player" | "refreshError" | "ageSeconds">;

/**
 * The cards of a player for the home page, with their height for this data: the shelf, the best year, and the comparison
 * with another player. Without another player the timeline takes its place.
 *
 * @param isDemo whether the site shows the demo players
 */
export function exampleCards(shown: Shown, other: Player | null, isDemo: boolean): ExampleCards {
  const { name } = shown.player.profile;
  const user = `/user/${name}`;
  // The same pictures, but complete at the first request of a server: a live card does not wait for its icons.
  const isFixed =
    isDemo && name === DEMO_USERS[0] && (!other || other.profile.name === DEMO_USERS[1]);
  const make = (
    card: string,
    argument: string | undefined,
    { alt, page, title }: { alt: string; page: string; title: string },
  ): ExampleCard => {
    const { file, option, ...size } = drawn(card, argument, shown);
    const chosen = new URLSearchParams({ card, ...option });
    const links = { page, title, builder: `${user}/embed?${chosen}` };
    const src = isFixed ? fixedCard(card) : `${user}/cards/${file}.svg`;
    return { src, ...size, alt, links };
  };
  const year = bestYearOf(shown.player);
  const rival = other?.profile.name;
  return {
    shelf: make("shelf", undefined, {
      alt: `${name}'s shelf of mastered games`,
      page: user,
      title: `${name}'s games`,
    }),
    year:
      year === null
        ? null
        : make("year", String(year), {
            alt: `${name}'s ${year}, with its awards and games`,
            page: `${user}/year/${year}`,
            title: `${name}'s ${year}`,
          }),
    versus: rival
      ? make("versus", rival, {
          alt: `${name} vs ${rival}, and who is ahead`,
          page: `/compare/${name}/${rival}`,
          title: `${name} vs ${rival}`,
        })
      : make("timeline", undefined, {
          alt: `${name}'s awards by month`,
          page: user,
          title: `${name}'s progress`,
        }),
  };
}

const demo = createDemo();

/** The same of a made-up player, for a site that knows no player yet. */
export async function madeUpCards(): Promise<ExampleCards> {
  const { player } = await demo.fetchPlayer(DEMO_USERS[0] ?? "");
  const shown = { player, refreshError: null, ageSeconds: 0 };
  const make = (name: string, alt: string): ExampleCard => {
    const { width, height } = drawn(name, fixedArgument(name, player), shown);
    return { src: fixedCard(name), width, height, alt, links: null };
  };
  return {
    shelf: make("shelf", "The shelf of a made-up player"),
    year: make("year", "The best year of a made-up player"),
    versus: make("versus", "Two made-up players, and who is ahead"),
  };
}

/**
 * The argument of a fixed card, which its URL does not name: the first game, the best year, or the second demo player.
 *
 * @param name of the card
 * @param player the first demo player
 * @returns undefined if the card takes no argument
 */
export function fixedArgument(name: string, player: Player): string | undefined {
  const year = bestYearOf(player);
  const all: Record<string, string | undefined> = {
    id: player.games[0]?.id.toString(),
    year: year?.toString(),
    other: DEMO_USERS[1],
  };
  const { argument } = CARDS.find((card) => card.name === name) ?? {};
  return argument && all[argument.option];
}

const fixedCard = (card: string) => `/demo-media/cards/${card}.svg`;

const bestYearOf = ({ games }: Player) => bestYear(awardYears(libraryMonths(games)))?.year ?? null;

/** A card's file name without its format, its argument as an option, and its size in pixels. */
function drawn(
  name: string,
  argument: string | undefined,
  { player, ...loaded }: Shown,
): { file: string; option: Record<string, string>; width: number; height: number } {
  const card = CARDS.find((each) => each.name === name);
  if (!card) throw new Error(`There is no card ${name}.`);
  const option =
    card.argument && argument !== undefined ? { [card.argument.option]: argument } : {};
  const request = readCardRequest(card, new URLSearchParams(option));
  const height = cardHeight(request, { player, isDated: isDated(loaded), image: () => null });
  return { file: cardFile(card, argument), option, width: request.width, height };
}
