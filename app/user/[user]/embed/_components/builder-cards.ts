import { z } from "zod";
import { CARDS } from "@/lib/cards";
import type { Card, CardData } from "@/lib/cards/card";
import { cardHeight, defaultRequest, needsSite, readCardRequest } from "@/lib/cards/card-request";
import { SHOWN } from "@/lib/cards/summary";
import type { Arguments, BuilderCard, Size } from "./card-addresses";
import type { Range } from "./card-choice";

/** The ratio of width and height from which a card is flat. */
const FLAT = 4;

/**
 * All cards as the builder shows them, each in the size that it has with default options.
 *
 * @param defaults the arguments of cards that have one
 */
export function builderCards(defaults: Arguments, data: CardData): BuilderCard[] {
  return CARDS.map((card) => {
    const options: Record<string, z.ZodType> = card.options;
    const size = sizeOf(card, defaults, data);
    return {
      name: card.name,
      file: card.file ?? card.name,
      argument: card.argument?.option,
      label: card.label,
      size,
      isFlat: size.width > FLAT * size.height,
      isTransparent: card.isTransparent ?? false,
      needsSite: needsSite(defaultRequest(card)),
      takesZone: options.tz !== undefined,
      takesRarest: options.games !== undefined,
      more: options.show && [...SHOWN],
      parts: [...card.parts],
      width: card.width,
      count: rangeOf(options.count),
    };
  });
}

/**
 * The size of a card in pixels. A card of recent days, unlocks or times, which the builder does not load, is as high as it can be.
 *
 * @param given its argument and options by name; others may be among them
 */
export function sizeOf(card: Card, given: Arguments, data: CardData): Size {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(given)) if (value) parameters.set(name, value);
  // The builder says that such a width is wrong, and shows the default.
  if (readCardRequest(card, parameters).ignored.includes("width")) parameters.delete("width");
  const request = readCardRequest(card, parameters);
  const height = needsSite(request)
    ? card.height(request.options, null)
    : cardHeight(request, data);
  return { width: request.width, height };
}

/** The whole numbers that an option takes; undefined without the option. */
export function rangeOf(option: z.ZodType | undefined): Range | undefined {
  if (!option) return undefined;
  const { default: initial, minimum, maximum } = z.toJSONSchema(option);
  return { min: Number(minimum ?? 0), default: Number(initial), max: Number(maximum) };
}
