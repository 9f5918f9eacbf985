import { z } from "zod";
import { CARDS } from "@/lib/cards";
import type { Card, CardData } from "@/lib/cards/card";
import { cardHeight, fixedSize, readCardRequest } from "@/lib/cards/card-request";
import type { Arguments, BuilderCard, Size } from "./card-addresses";
import type { Range } from "./card-choice";

/**
 * All cards as the builder shows them, each in the size that it has with default options.
 *
 * @param defaults the arguments of cards that have one
 */
export function builderCards(defaults: Arguments, data: CardData): BuilderCard[] {
  return CARDS.map((card) => {
    const options: Record<string, z.ZodType> = card.options;
    return {
      name: card.name,
      file: card.file ?? card.name,
      argument: card.argument?.option,
      label: card.label,
      about: card.about,
      fixedSize: fixedSize(card),
      size: sizeOf(card, defaults, data),
      isTransparent: card.isTransparent ?? false,
      parts: [...card.parts],
      width: card.width,
      count: rangeOf(options.count),
    };
  });
}

/**
 * The size of a card in pixels. Of a card of recent days, which the builder does not load, the largest.
 *
 * @param given its argument and options by name; others may be among them
 */
export function sizeOf(card: Card, given: Arguments, data: CardData): Size {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(given)) if (value) parameters.set(name, value);
  const request = readCardRequest(card, parameters);
  const height = card.needsHistory ? card.height(request.options, null) : cardHeight(request, data);
  return { width: request.width, height };
}

/** The whole numbers that an option takes; undefined without the option. */
export function rangeOf(option: z.ZodType | undefined): Range | undefined {
  if (!option) return undefined;
  const { default: initial, minimum, maximum } = z.toJSONSchema(option);
  return { min: Number(minimum ?? 0), default: Number(initial), max: Number(maximum) };
}
