import type { CardData } from "./card";
import type { Words } from "./words";

/** The title of a card: whose it is, and what it shows. */
export function headed(
  { player }: CardData,
  { colon, headings }: Words,
  what: keyof Words["headings"],
): string {
  return player.profile.name + colon + headings[what];
}
