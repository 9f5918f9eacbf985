import { z } from "zod";
import { CARDS } from "@/lib/cards";
import { type Card, cardFile } from "@/lib/cards/card";
import { ABOUT_COMMON, commonOptions } from "@/lib/cards/options";
import { listParameters } from "@/lib/http/list-parameters";
import { ABOUT_LIST, NOT_MODIFIED, query, USER } from "./common";
import { oncePer } from "./once";
import type { ApiParameter, ApiRoute } from "./route";

/** An option of one card. For parameters of the page's list, the list's schema says more than the card's. */
function ownOption({ optionsAbout, takesList }: Card, name: string, schema: z.ZodType) {
  const about: Record<string, string | undefined> = optionsAbout;
  const listSchemas: Record<string, z.ZodType> = takesList ? listParameters : {};
  const listAbout: Record<string, string> = takesList ? ABOUT_LIST : {};
  return query(name, listSchemas[name] ?? schema, about[name] ?? listAbout[name] ?? "");
}

const FORMAT: ApiParameter = {
  name: "format",
  in: "path",
  schema: z.enum(["svg", "png", "html"]),
  isRequired: true,
  about:
    "svg; png where SVG is not shown; html for OBS: a transparent page that reloads the card every minute",
};

/** The argument in a card's file name. */
function argumentOf(card: Card): ApiParameter[] {
  if (!card.argument) return [];
  const { option, schema } = card.argument;
  return [{ ...ownOption(card, option, schema), in: "path", isRequired: true }];
}

/** The options that all cards share, except those with bounds per card. */
export const COMMON_OPTIONS: readonly ApiParameter[] = [
  ...Object.entries(commonOptions)
    .filter(([name]) => !["width", "hide", "animate"].includes(name))
    .map(([name, schema]) => query(name, schema, ABOUT_COMMON[name as keyof typeof ABOUT_COMMON])),
  query(
    "scale",
    z.enum(["1", "2", "3"]).default("1"),
    "PNG only: times as large, up to 4 million pixels",
  ),
];

/** A card's own options, and the common options with bounds of its own. */
export const ownOptions = oncePer((card: Card): readonly ApiParameter[] => {
  const { options, argument, width, parts } = card;
  const own = Object.entries<z.ZodType>(options)
    .filter(([name]) => name !== argument?.option)
    .map(([name, schema]) => ownOption(card, name, schema));
  if (width.min < width.max) {
    const pixels = z.coerce.number().int().min(width.min).max(width.max).default(width.default);
    own.push(query("width", pixels, ABOUT_COMMON.width));
  }
  if (parts.length > 0) {
    own.push(query("hide", commonOptions.hide, `${ABOUT_COMMON.hide}: ${parts.join(", ")}`));
  }
  return own;
});

function cardRoute(card: Card): ApiRoute {
  const { argument } = card;
  const file = cardFile(card, argument && `{${argument.option}}`);
  return {
    id: `card-${card.name}`,
    group: "cards",
    path: `/user/{user}/cards/${file}.{format}`,
    title: `The ${card.name} card`,
    about: `${card.about}. A bad option falls back to its default and is named in a comment of the SVG. Without data, the card says why, with status 200 and X-Longplay-Error.`,
    parameters: [
      USER,
      ...argumentOf(card),
      FORMAT,
      ...ownOptions(card),
      ...COMMON_OPTIONS,
      query("animate", commonOptions.animate, ABOUT_COMMON.animate),
    ],
    answers: {
      200: {
        about: "The card, or one that says why there is no data",
        types: ["image/svg+xml", "image/png", "text/html"],
      },
      ...NOT_MODIFIED,
      404: { about: "There is no such card", types: ["text/plain"] },
    },
    problems: ["malformed-address"],
    example: (user) => `/user/${user}/cards/${cardFile(card, argument?.example)}.svg`,
    shownAt: { text: "The card builder", path: (user) => `/user/${user}/embed?card=${card.name}` },
  };
}

/** The routes of all cards. */
export const CARD_ROUTES: readonly ApiRoute[] = CARDS.map(cardRoute);
