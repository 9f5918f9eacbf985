import { z } from "zod";
import { knownLocale } from "./formatter";
import { THEME_NAMES } from "./themes";

/** The last two of eight digits are the opacity. Lists both cases, since JSON Schema has no flag for that. */
const color = z
  .string()
  .regex(/^#?(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})$/)
  .transform((text) => `#${text.replace("#", "").toLowerCase()}`);
/** A colour or transparent. */
const ground = z.union([z.literal("transparent").transform(() => "none"), color]);
const flag = z.enum(["0", "1"]).transform((text) => text === "1");
const locale = z
  .string()
  .max(35)
  .transform((tag, context) => {
    const known = knownLocale(tag);
    if (known === undefined) context.addIssue("No locale that can be written");
    return known ?? "en";
  });

/** The options of all cards, as in their URLs. */
export const commonOptions = {
  theme: z.enum(THEME_NAMES).default("auto"),
  bg: ground.optional(),
  ink: color.optional(),
  soft: color.optional(),
  line: color.optional(),
  /** Pixels; each card has its own range. */
  width: z.coerce.number().int().optional(),
  border: flag.default(true),
  /** Pixels. */
  radius: z.coerce.number().int().min(0).max(40).default(12),
  /** Parts to leave out. */
  hide: z
    .string()
    .regex(/^[a-z,]{0,60}$/)
    .transform((text) => [...new Set(text.split(",").filter(Boolean))].sort())
    .default([]),
  /** Replaces the card's title. */
  title: z.string().max(60).optional(),
  /** No effect: other services' cards have this option. */
  animate: flag.default(false),
  /** For words, numbers and dates. */
  locale: locale.default("en"),
};

/** Descriptions of the options that all cards have. */
export const ABOUT_COMMON: Readonly<Record<keyof typeof commonOptions, string>> = {
  theme: "auto follows the reader's light or dark mode (a PNG is light)",
  bg: "Background: 3 or 6 hex digits, 8 with opacity, or transparent",
  ink: "Text, in hex digits",
  soft: "Secondary text, in hex digits",
  line: "Border, in hex digits",
  width: "Pixels",
  border: "0 hides the border",
  radius: "Corners, in pixels",
  hide: "Parts to hide, with commas",
  title: "Another title, up to 60 characters",
  locale: "Language of words, numbers and dates, such as de or pt-BR. Words exist in 14 languages",
  animate: "Ignored: cards are still. Other services' cards have this option",
};

/** The common options of a card, with their defaults. */
export type CommonOptions = {
  [Name in keyof typeof commonOptions]: z.output<(typeof commonOptions)[Name]>;
};

/**
 * Reads a card's options from its URL. An invalid value is replaced by the default; its name and those of unknown options
 * are in `ignored`. The first of several values counts.
 */
export function readOptions<Shape extends Record<string, z.ZodType>>(
  shape: Shape,
  parameters: URLSearchParams,
): { options: { [Name in keyof Shape]: z.output<Shape[Name]> }; ignored: string[] } {
  const ignored: string[] = [];
  const options: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(shape)) {
    const given = parameters.get(name);
    const parsed = schema.safeParse(given ?? undefined);
    if (parsed.success) options[name] = parsed.data;
    else {
      ignored.push(name);
      options[name] = schema.parse(undefined);
    }
  }
  for (const name of new Set(parameters.keys())) {
    if (!Object.hasOwn(shape, name)) ignored.push(name);
  }
  return { options: options as { [Name in keyof Shape]: z.output<Shape[Name]> }, ignored };
}
