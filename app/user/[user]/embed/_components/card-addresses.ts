import type { CardChoice, Range } from "./card-choice";

/** A card that can be built. */
export interface BuilderCard {
  name: string;
  /** What stands in its URL, and what stands behind that, by the name of its field. */
  file: string;
  argument?: string | undefined;
  about: string;
  parts: string[];
  width: Range;
  /** Of the games, systems or milestones that it shows, where it can be chosen. */
  count?: Range | undefined;
}

/** What stands behind a card's name in its URL, by the name of its field. */
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
 * A card as SVG, or that of a made-up player.
 *
 * @param file as {@link fileOf} gives it
 */
export function pictureOf(
  user: string,
  card: BuilderCard,
  file: string | null,
  options = "",
  theme = "auto",
): string {
  return file === null
    ? `/demo-media/cards/${card.name}.svg${theme === "auto" ? "" : `?theme=${theme}`}`
    : `${folderOf(user)}/${file}.svg${options}`;
}

/** The page that shows more of what a card shows. */
export function pageOf({ argument }: BuilderCard, user: string, given: Arguments): string {
  if (argument === "year") return `/user/${user}/year/${given.year}`;
  return argument === "other" ? `/compare/${user}/${given.other}` : `/user/${user}`;
}

/** The options of a card as its URL has them. */
export function searchOf(
  { card: _, id: __, year: ___, other: ____, ...options }: CardChoice,
  more: Record<string, string> = {},
): string {
  const parameters = new URLSearchParams({ ...options, ...more });
  return parameters.size === 0 ? "" : `?${parameters}`;
}
