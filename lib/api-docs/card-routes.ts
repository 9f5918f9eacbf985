import { z } from "zod";
import { CARDS } from "@/lib/cards";
import { type Card, cardFile } from "@/lib/cards/card";
import { commonOptions } from "@/lib/cards/options";
import { listParameters } from "@/lib/http/list-parameters";
import { ABOUT_LIST, NOT_MODIFIED, USER } from "./common";
import { oncePer } from "./once";
import type { ApiParameter, ApiRoute } from "./route";

/** What each option that every card has is for. */
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

/** What each option that only some cards have is for. */
const ABOUT_OWN: Readonly<Record<string, string>> = {
  ...ABOUT_LIST,
  count: "How many are shown",
  shelf: "Chosen games by id, with commas between, at most 12, in place of the newest masteries",
  sort: "Taken so that a list's address fits; it changes nothing",
};

const option = (name: string, schema: z.ZodType, about: string): ApiParameter => ({
  name,
  in: "query",
  schema,
  about,
});

/** A parameter of the page's list is opaque to a card, which asks the list. */
function schemaOf(name: string, schema: z.ZodType): z.ZodType {
  const ofList: z.ZodType | undefined =
    name === "shelf" ? undefined : listParameters[name as keyof typeof listParameters];
  return ofList ?? schema;
}

const FORMAT: ApiParameter = {
  name: "format",
  in: "path",
  schema: z.enum(["svg", "png", "html"]),
  isRequired: true,
  about:
    "svg, or png where that is not shown; html for OBS: a transparent page that shows the card and asks again every minute",
};

/** What a card's file has in its name. */
function argumentOf({ option, schema, about }: NonNullable<Card["argument"]>): ApiParameter {
  return { name: option, in: "path", schema, isRequired: true, about };
}

/** The options that all cards have in common, but for the bounds that are a card's own. */
export const COMMON_OPTIONS: readonly ApiParameter[] = [
  ...Object.entries(commonOptions)
    .filter(([name]) => !["width", "hide", "animate"].includes(name))
    .map(([name, schema]) => option(name, schema, ABOUT_COMMON[name as keyof typeof ABOUT_COMMON])),
  option(
    "scale",
    z.enum(["1", "2", "3"]).default("1"),
    "PNG only: how many times as large, as far as 4 million pixels go",
  ),
];

/** The options of a card alone, and those whose bounds are its own. */
export const ownOptions = oncePer((card: Card): readonly ApiParameter[] => {
  const { name: cardName, options, width, parts } = card;
  const schemas: Record<string, z.ZodType> = options;
  const own = Object.entries(schemas)
    .filter(([name]) => name !== card.argument?.option)
    .map(([name, schema]) =>
      option(name, schemaOf(name, schema), ABOUT_OWN[name] ?? `Of ${cardName}`),
    );
  if (width.min < width.max) {
    const pixels = z.coerce.number().int().min(width.min).max(width.max).default(width.default);
    own.push(option("width", pixels, ABOUT_COMMON.width));
  }
  if (parts.length > 0) {
    own.push(option("hide", commonOptions.hide, `${ABOUT_COMMON.hide}: ${parts.join(", ")}`));
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
    methods: ["get"],
    title: `The ${card.name} card`,
    about: `${card.about}. A bad option is its default, and is named in a comment of the SVG. A card that cannot be drawn is one that says why, with status 200 and X-Longplay-Error.`,
    parameters: [
      USER,
      ...(argument ? [argumentOf(argument)] : []),
      FORMAT,
      ...ownOptions(card),
      ...COMMON_OPTIONS,
      option("animate", commonOptions.animate, ABOUT_COMMON.animate),
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
