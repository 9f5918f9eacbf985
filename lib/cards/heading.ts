import type { Drawing } from "./card";
import type { Words } from "./words";

/** Draws a card's heading, unless it is hidden: the `title` option, or the player's name and what the card shows. */
export function drawHeading(drawing: Drawing<object>, what: keyof Words["headings"]): void {
  const { pen, data, options, format, width, shows } = drawing;
  if (!shows("title")) return;
  const { colon, headings } = format.words;
  const title = options.title ?? data.player.profile.name + colon + headings[what];
  pen.text(title, 20, 36, { size: 18, least: 13, face: "display", width: width - 40 });
}
