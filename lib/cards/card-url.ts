import { type CardRequest, pngScale, readCardRequest } from "./card-request";
import { parseCardFile } from "./index";

/** A card as a URL names it. */
export interface CardUrl {
  asked: CardRequest;
  format: "svg" | "png";
  /** How many times as large as the SVG a PNG is. */
  scale: number;
}

/**
 * Reads the URL of a card: what the route answers, and the command draws.
 *
 * @param file such as `summary.svg`
 * @returns null if there is no such card
 */
export function readCardUrl(file: string, parameters: URLSearchParams): CardUrl | null {
  const named = parseCardFile(file);
  if (!named) return null;
  const given = new URLSearchParams(parameters);
  const scale = Number(given.get("scale") ?? 1);
  given.delete("scale");
  for (const [name, value] of Object.entries(named.parameters)) given.set(name, value);
  // A PNG cannot follow the light or dark mode of its reader.
  if (named.format === "png" && (given.get("theme") ?? "auto") === "auto")
    given.set("theme", "light");
  const asked = readCardRequest(named.card, given);
  return {
    asked,
    format: named.format,
    scale: pngScale(asked, scale === 2 || scale === 3 ? scale : 1),
  };
}
