import type { Place } from "@/lib/cards/places";
import { snippets } from "@/lib/cards/snippets";
import { type WorkflowCode, workflowCode } from "@/lib/cards/workflow";
import type { CardChoice, Range } from "./card-choice";

/** Pixels. */
export interface Size {
  width: number;
  height: number;
}

/** The attributes of an image of a known size, whose ratio limits its width too. */
export type ShownSize = Size & { style: { "--ratio": number } };

/** A card that can be built. */
export interface BuilderCard {
  name: string;
  /** Its name in URLs. */
  file: string;
  /** The name of the field whose value follows in the URL. */
  argument?: string | undefined;
  label: string;
  /** With default options. */
  size: Size;
  /** Whether it is so wide for its height that it needs a wide picture. */
  isFlat: boolean;
  isTransparent: boolean;
  /** Whether it shows recent days, unlocks or times, which only a site keeps. */
  needsSite?: boolean | undefined;
  /** Whether it shows days, which are those of a time zone of choice. */
  takesZone?: boolean | undefined;
  /** Whether it can show the rarest masteries in place of the latest. */
  takesRarest?: boolean | undefined;
  /** What else it can show, which only a site knows. */
  more?: string[] | undefined;
  parts: string[];
  width: Range;
  /** How many games, systems or milestones it shows, where that can be chosen. */
  count?: Range | undefined;
}

/** The values that follow a card's name in its URL, by the name of their field. */
export type Arguments = Partial<Record<string, string>>;

/** A card's name in its URL; null while its argument is missing. */
export function fileOf({ file, argument }: BuilderCard, given: Arguments): string | null {
  if (argument === undefined) return file;
  const value = given[argument];
  return value === undefined ? null : `${file}-${value}`;
}

/** The folder of a player's cards. */
export function folderOf(user: string): string {
  return `/user/${user}/cards`;
}

/**
 * A card as SVG.
 *
 * @param file as {@link fileOf} gives it
 */
export function pictureOf(user: string, file: string, options = ""): string {
  return `${folderOf(user)}/${file}.svg${options}`;
}

/** The page that a card links to, with the same days. */
function pageOf({ argument, takesZone }: BuilderCard, user: string, given: Arguments): string {
  const zone = takesZone && given.tz ? `?${new URLSearchParams({ tz: given.tz })}` : "";
  if (argument === "year") return `/user/${user}/year/${given.year}${zone}`;
  if (argument === "id") return `/user/${user}/game/${given.id}`;
  return argument === "other" ? `/compare/${user}/${given.other}` : `/user/${user}${zone}`;
}

function optionsOf(
  { card: _, id: __, year: ___, other: ____, ...options }: CardChoice,
  more: Record<string, string> = {},
): URLSearchParams {
  return new URLSearchParams({ ...options, ...more });
}

/** The options of a card as in its URL. */
export function searchOf(choice: CardChoice, more?: Record<string, string>): string {
  const parameters = optionsOf(choice, more);
  return parameters.size === 0 ? "" : `?${parameters}`;
}

const altOf = (user: string) => `${user} on RetroAchievements`;

/** The code that shows a card without a site; null for a card that needs one, and while its argument is missing. */
export function codeWithoutServer(
  user: string,
  card: BuilderCard,
  given: CardChoice,
): WorkflowCode | null {
  const file = fileOf(card, given);
  const needsSite = card.needsSite || given.show !== undefined || given.games !== undefined;
  if (file === null || needsSite) return null;
  return workflowCode({ user, file, options: optionsOf(given), alt: altOf(user) });
}

/**
 * The code of a card for each place, empty where the card cannot be shown; null while its argument is missing.
 *
 * @param site the site's address, without a slash at its end
 * @param given the choice, with defaults for the arguments
 */
export function codeOf(
  site: string,
  user: string,
  card: BuilderCard,
  given: CardChoice,
): Record<Place, string> | null {
  const file = fileOf(card, given);
  if (file === null) return null;
  const { Shields, ...places } = snippets({
    cardUrl: `${site}${folderOf(user)}/${file}.svg${searchOf(given)}`,
    pageUrl: `${site}/user/${user}`,
    linkUrl: site + pageOf(card, user, given),
    alt: altOf(user),
  });
  const workflow = codeWithoutServer(user, card, given)?.workflow ?? "";
  return { ...places, "GitHub, no server": workflow, Shields };
}
