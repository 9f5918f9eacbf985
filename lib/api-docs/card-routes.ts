import { z } from "zod";
import { CARDS } from "@/lib/cards";
import { type Card, cardFile } from "@/lib/cards/card";
import { commonOptions } from "@/lib/cards/options";
import { listParameters } from "@/lib/http/list-parameters";
import { ABOUT_LIST, NOT_MODIFIED, query, USER } from "./common";
import { oncePer } from "./once";
import type { ApiParameter, ApiRoute } from "./route";

/** What each option that all cards have is for. */
const ABOUT_COMMON: Readonly<Record<keyof typeof commonOptions, string>> = {
  theme: "auto follows the reader's light or dark; as PNG it is light",
  bg: "The ground: three, six or, half clear, eight hexadecimal digits, or transparent",
  ink: "The text's colour, in hexadecimal digits",
  soft: "The colour of less important text, in hexadecimal digits",
  line: "The border's colour, in hexadecimal digits",
  width: "Pixels",
  border: "0 leaves the border out",
  radius: "Of the corners, in pixels",
  hide: "Parts to leave out, with commas between",
  title: "Instead of the card's own, 60 characters at most",
  locale:
    "Numbers, dates and words in this language: a BCP 47 tag such as de or pt-BR. 14 languages have words",
  animate: "Cards do not move: it is taken because other services' cards have it",
};

/** An option of a card alone. On a card, parameters of the page's list are opaque: the list's own schema says more. */
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
    "svg, or png where that is not shown; html for OBS: a transparent page that shows the card and asks again every minute",
};

/** The argument in a card's file name. */
function argumentOf(card: Card): ApiParameter[] {
  if (!card.argument) return [];
  const { option, schema } = card.argument;
  return [{ ...ownOption(card, option, schema), in: "path", isRequired: true }];
}

/** The options that all cards have in common, except those with bounds of their own. */
export const COMMON_OPTIONS: readonly ApiParameter[] = [
  ...Object.entries(commonOptions)
    .filter(([name]) => !["width", "hide", "animate"].includes(name))
    .map(([name, schema]) => query(name, schema, ABOUT_COMMON[name as keyof typeof ABOUT_COMMON])),
  query(
    "scale",
    z.enum(["1", "2", "3"]).default("1"),
    "PNG only: how many times as large, as far as 4 million pixels go",
  ),
];

/** The options of a card alone, and common options with bounds of its own. */
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
    about: `${card.about}. A bad option is its default, and is named in a comment of the SVG. A card that cannot be drawn is one that says why, with status 200 and X-Longplay-Error.`,
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
        about: "The card, or one that says why there is none",
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
