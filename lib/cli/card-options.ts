import type { z } from "zod";
import { type Card, cardFile } from "@/lib/cards/card";
import { type CardRequest, defaultRequest, needsSite } from "@/lib/cards/card-request";
import { type CardUrl, readCardUrl } from "@/lib/cards/card-url";
import { CARDS } from "@/lib/cards/index";
import { ABOUT_COMMON, commonOptions } from "@/lib/cards/options";
import { usageError } from "./failures";
import { LETTERS_PACKAGE } from "./letters";

const isOfSite = (card: Card) => needsSite(defaultRequest(card));

/** The cards that need nothing but a player's current progress. */
export const DRAWABLE_CARDS: readonly Card[] = CARDS.filter((card) => !isOfSite(card));

/** The cards that need a history, unlocks or times, which only a site keeps. */
export const SITE_CARDS: readonly Card[] = CARDS.filter(isOfSite);

/** The name of a card as its URL has it, such as `summary` or `game-{id}`. */
export function cardName(card: Card): string {
  return cardFile(card, card.argument && `{${card.argument.option}}`);
}

/** A card's own options; its argument is in its name. */
export function ownOptions({ options, argument }: Card): string[] {
  return Object.keys(options).filter((name) => name !== argument?.option);
}

const SCALES = ["1", "2", "3"];

/** The names of all options of a card's URL. */
export function optionNames(): string[] {
  return [
    ...new Set([...Object.keys(commonOptions), "scale", ...DRAWABLE_CARDS.flatMap(ownOptions)]),
  ];
}

/**
 * Reads a card as its URL names it. Where the URL ignores an option, this does not.
 *
 * @param name such as `summary` or `game-1446`
 * @throws CommandError for an unknown card or option, or a value that the option does not take
 */
export function readCard(
  name: string,
  format: CardUrl["format"],
  parameters: URLSearchParams,
): CardUrl {
  const url = readCardUrl(`${name}.${format}`, parameters);
  if (!url) {
    throw usageError(
      `There is no card “${name}”. Cards: ${DRAWABLE_CARDS.map(cardName).join(", ")}.`,
    );
  }
  const { card } = url.asked;
  if (needsSite(url.asked)) {
    const shown = card.needsHistory ? "a history" : card.unlocks ? "unlocks" : "times or ranks";
    const which = isOfSite(card) ? "" : "With these options, the";
    throw usageError(
      `${which || "The"} card “${name}” shows ${shown}, which only a site of your own keeps: this command reads a player once.`,
    );
  }
  for (const option of new Set(parameters.keys())) {
    checkOption(card, option, parameters.get(option) ?? "");
  }
  checkRequest(url.asked, parameters);
  return url;
}

/** The schemas of a card's options by their names. */
function schemasOf(card: Card): Map<string, z.ZodType> {
  const own = new Set(ownOptions(card));
  const all: [string, z.ZodType][] = Object.entries({ ...commonOptions, ...card.options });
  return new Map(all.filter(([name]) => own.has(name) || Object.hasOwn(commonOptions, name)));
}

function checkOption(card: Card, option: string, value: string): void {
  if (option === "scale") {
    if (SCALES.includes(value)) return;
    throw usageError(`scale=${value}: it is 1, 2 or 3.`);
  }
  const schemas = schemasOf(card);
  const schema = schemas.get(option);
  if (!schema) {
    const all = [...schemas.keys(), "scale"];
    throw usageError(
      `The card “${cardName(card)}” has no option “${option}”. Its options: ${all.join(", ")}.`,
    );
  }
  const read = schema.safeParse(value);
  if (!read.success) {
    const [issue] = read.error.issues;
    // Of a choice, the message lists the values.
    const why = issue?.code === "invalid_value" ? issue.message : aboutOption(card, option);
    throw usageError(`${option}=${value} is not valid. ${why}.`);
  }
}

/** What an option is for, in words that say what it takes. */
function aboutOption({ optionsAbout }: Card, option: string): string {
  const about: Record<string, string | undefined> = { ...ABOUT_COMMON, ...optionsAbout };
  const hint = option === "locale" ? `. Some need the letters of ${LETTERS_PACKAGE}` : "";
  return `${about[option] ?? "It takes what the list on a player's page takes"}${hint}`;
}

/** Checks what each card bounds by itself. */
function checkRequest({ card, ignored }: CardRequest, parameters: URLSearchParams): void {
  const [first] = ignored;
  if (first === undefined) return;
  const given = `${first}=${parameters.get(first)}`;
  if (first === "width") {
    const { min, max } = card.width;
    throw usageError(
      min === max
        ? `${given}: this card is always ${min} pixels wide.`
        : `${given}: this card is ${min} to ${max} pixels wide.`,
    );
  }
  if (first === "hide") {
    throw usageError(`${given}: this card can hide ${card.parts.join(", ") || "nothing"}.`);
  }
  throw usageError(`${given}: this card does not take it.`);
}
