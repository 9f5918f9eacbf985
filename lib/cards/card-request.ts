import { LIMITS } from "@/lib/limits";
import type { Card, CardData } from "./card";
import { type CommonOptions, commonOptions, readOptions } from "./options";

/** A card with its options, as its URL has them. */
export interface CardRequest {
  card: Card;
  options: CommonOptions;
  /** Names of ignored parameters, fit for a comment: few, short, plain, unique and sorted. */
  ignored: readonly string[];
  width: number;
  /** Equal for URLs that mean the same image; does not depend on `ignored`. */
  key: string;
}

/** Reads a card's options from its URL. */
export function readCardRequest(card: Card, parameters: URLSearchParams): CardRequest {
  const { options, ignored } = readOptions({ ...commonOptions, ...card.options }, parameters);
  const hide = options.hide.filter((part) => card.parts.includes(part));
  if (hide.length < options.hide.length) ignored.push("hide");
  let width = card.width.default;
  if (options.width !== undefined) {
    width = Math.min(card.width.max, Math.max(card.width.min, options.width));
    if (width !== options.width) ignored.push("width");
  }
  const meant = { ...options, animate: false, hide, width };
  return {
    card,
    options: meant,
    ignored: [...new Set(ignored.map(plainName))].sort().slice(0, LIMITS.leftOutOptions),
    width,
    key: `${card.name} ${JSON.stringify(meant)}`,
  };
}

/**
 * Whether a card shows data that only a site keeps: the player's recent days or unlocks; times that it cannot be drawn without, or
 * ranks.
 */
export function needsSite({ card, options }: Pick<CardRequest, "card" | "options">): boolean {
  return (
    card.needsHistory === true ||
    card.unlocks !== undefined ||
    card.times?.(options) === "required" ||
    card.needsRanks?.(options) === true
  );
}

/** A card with default options. */
export function defaultRequest(card: Card): CardRequest {
  return readCardRequest(card, new URLSearchParams());
}

/** The cache key of a card's document, apart from its data. */
export function documentKey(request: CardRequest, format: "svg" | "png", scale: number): string {
  const { key, ignored } = request;
  // Only an SVG names the ignored parameters.
  return format === "svg" ? `svg ${ignored.join(",")} ${key}` : `png ${scale} ${key}`;
}

/**
 * How many times as large as the SVG a PNG is: the requested scale, reduced to the allowed pixels.
 *
 * @param asked a whole number from 1
 */
export function pngScale({ card, options, width }: CardRequest, asked: number): number {
  const most = card.height(options, null) + dateLine(card);
  const largest = Math.sqrt(LIMITS.pngPixels / (width * most));
  return Math.max(1, Math.min(asked, Math.floor(largest)));
}

/** Height of the line for the date at a card's foot, in pixels. */
const DATE_LINE = 24;
const DAY_SECONDS = 86_400;

/** Whether a card shows the date of its data: a refresh failed, or the data is older than a day. */
export function isDated({
  refreshError,
  ageSeconds,
}: {
  refreshError: string | null;
  ageSeconds: number;
}): boolean {
  return refreshError !== null || ageSeconds > DAY_SECONDS;
}

const dateLine = (card: Card) => (card.placesDate ? 0 : DATE_LINE);

/** A card's height in pixels. */
export function cardHeight({ card, options }: CardRequest, data: CardData): number {
  return card.height(options, data) + (data.isDated ? dateLine(card) : 0);
}

/** The size of a card that has only one, in pixels: `1200×630`; null for a card whose width can be chosen. */
export function fixedSize(card: Card): string | null {
  if (card.width.min < card.width.max) return null;
  const { options, width } = defaultRequest(card);
  return `${width}×${card.height(options, null)}`;
}

/** A parameter's name, fit for a comment in SVG: two hyphens would end the comment. */
function plainName(name: string): string {
  const characters = LIMITS.leftOutOptionCharacters;
  // Cut first, since a name may be long.
  return name.slice(0, characters).replace(/[^a-z0-9_]/gi, "") || "?";
}
