import type { z } from "zod";
import type { Player } from "@/lib/domain/player";
import type { DayRecord } from "@/lib/history/day-record";
import { LIMITS } from "@/lib/limits";
import { SMALLEST_TYPE } from "./font";
import { formatterOf } from "./formatter";
import { FORMS, type Form } from "./forms";
import { type CommonOptions, commonOptions, readOptions } from "./options";
import { label, Pen } from "./pen";
import { type Colors, THEMES, type Theme } from "./themes";
import { fill } from "./words/fill";

/** What is kept of a player's last days. */
interface CardHistory {
  /** The oldest first. */
  days: readonly DayRecord[];
  /** Whether this site keeps histories. */
  isKept: boolean;
}

/** What a card is drawn from. */
export interface CardData {
  player: Player;
  /** Those whom the card shows beside them, in the order in which its `others` names them. */
  others?: readonly Player[];
  /** What is kept of the player's last days, for a card that asks for it. */
  history?: CardHistory | undefined;
  /** Whether the card carries the date of its data, as {@link isDated} says. */
  isDated: boolean;
  /** An image as a data URI, by its path below the media base; null while there is none. */
  image: (path: string) => string | null;
}

/** Where and how a card draws. */
export interface Drawing<Options> {
  pen: Pen;
  data: CardData;
  options: Options & CommonOptions;
  format: ReturnType<typeof formatterOf>;
  width: number;
  /** How old the data is, in words, where the card carries it and has a place of its own for it. */
  date: string | null;
  /** Whether a part of the card is to be drawn. */
  shows: (part: string) => boolean;
}

/** What a card's file has in its name behind a hyphen: `game-1446.svg`. */
interface CardArgument<Option extends string> {
  /** The option that it gives: no parameter does. */
  option: Option;
  /** Which texts it can be. */
  schema: z.ZodString;
  /** For the list of its parameters. */
  about: string;
  /** What it can be. */
  example: string;
}

/** One card: all that there is to know of it is in its own file. */
export interface Card<Shape extends Record<string, z.ZodType> = Record<never, z.ZodType>> {
  /** No other card has it. Its URL has it too, but for those that have a `file`. */
  name: string;
  /** What stands in its URL in place of its name: that of a card whose file takes no argument. */
  file?: string;
  argument?: CardArgument<keyof Shape & string>;
  /** For the list of cards. */
  about: string;
  /** Pixels. */
  width: { default: number; min: number; max: number };
  /** Parts that `hide` can leave out. */
  parts: readonly string[];
  /** Options of this card alone. */
  options: Shape;
  /** Pixels that it takes to show that; without data, the most that it can take with these options. */
  height: (options: Resolved<Shape>, data: CardData | null) => number;
  /** Whether `draw` writes the date, within this height. Other cards are given a line for it at their foot. */
  placesDate?: boolean;
  /** Other players whom it shows, as their names or ULIDs stand in its options. */
  others?: (options: Resolved<Shape>) => readonly string[];
  /** Whether it shows what is kept of the last days. */
  needsHistory?: boolean;
  /** Paths of the images that it shows. */
  images: (data: CardData, options: Resolved<Shape>) => string[];
  /** The card in a sentence, for a reader who does not see it. */
  describe: (drawing: Drawing<Resolved<Shape>>) => string;
  draw: (drawing: Drawing<Resolved<Shape>>) => void;
  /** Whether the card has no ground and no border unless they are asked for. */
  isTransparent?: boolean;
}

type Resolved<Shape extends Record<string, z.ZodType>> = {
  [Name in keyof Shape]: z.output<Shape[Name]>;
};

/** Helps a card's file to be typed by its own options. */
export function defineCard<Shape extends Record<string, z.ZodType>>(card: Card<Shape>): Card {
  return card as unknown as Card;
}

/** What stands in a card's URL before the format: `summary`, or `game-1446` with the argument. */
export function cardFile({ name, file = name }: Pick<Card, "name" | "file">, argument?: string) {
  return argument === undefined ? file : `${file}-${argument}`;
}

/** A card's options as its URL gives them. */
export interface CardRequest {
  card: Card;
  options: CommonOptions;
  /** Names of what was left out, as the card may write them: few, short, plain, each once and in order. */
  ignored: readonly string[];
  width: number;
  /** The same for URLs that mean the same image, which knows nothing of what was left out. */
  key: string;
}

/** Reads what a URL asks for. */
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

/** All that a card's document depends on, but for what it shows. */
export function documentKey(request: CardRequest, format: "svg" | "png", scale: number): string {
  const { key, ignored } = request;
  // An SVG names what was left out; a PNG cannot.
  return format === "svg" ? `svg ${ignored.join(",")} ${key}` : `png ${scale} ${key}`;
}

/**
 * How many times as large as asked for a card is drawn as PNG: as asked, or as far as it stays within
 * the pixels that one may have.
 *
 * @param asked a whole number from 1
 */
export function pngScale({ card, options, width }: CardRequest, asked: number): number {
  const most = card.height(options, null) + dateLine(card);
  const largest = Math.sqrt(LIMITS.pngPixels / (width * most));
  return Math.max(1, Math.min(asked, Math.floor(largest)));
}

/** Pixels at the foot of a card that the date of its data takes. */
const DATE_LINE = 24;
const DAY_SECONDS = 86_400;

/** Whether a card carries the date of its data: RA could not be asked for newer, or it is older than a day. */
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

/** How high a card is, in pixels. */
export function cardHeight({ card, options }: CardRequest, data: CardData): number {
  return card.height(options, data) + (data.isDated ? dateLine(card) : 0);
}

/** Draws a card as one SVG document without references to anything outside it. */
export function drawCard(request: CardRequest, data: CardData): string {
  const { card, options, width } = request;
  const pen = penFor(options);
  const format = formatterOf(options.locale);
  // What is known of one only is as old as what is known of the other.
  const checkedAt = Math.min(...[data.player, ...(data.others ?? [])].map((of) => of.checkedAt));
  const date = data.isDated ? fill(format.words.asOf, format.day(checkedAt / 1000)) : null;
  const drawing: Drawing<object> = {
    pen,
    data,
    options,
    format,
    width,
    date,
    shows: (part) => !options.hide.includes(part),
  };
  card.draw(drawing);
  const height = cardHeight(request, data);
  if (date !== null && !card.placesDate) {
    pen.text(date, width - 20, height - 17, {
      size: SMALLEST_TYPE,
      fill: pen.colors.soft,
      anchor: "end",
    });
  }
  return document(request, height, pen, data.player.profile.name, card.describe(drawing));
}

/** A card of the same size that says why there is no other. */
export function drawMessage(request: CardRequest, title: string, text: string): string {
  const { card, options, width } = request;
  const height = card.height(options, null);
  const pen = penFor(options);
  const isLow = height < 70;
  // What is shown small is drawn large.
  const scale = Math.max(1, Math.min(width / 495, height / 195));
  const left = 16 * scale;
  const room = width - 2 * left;
  const middle = height / 2;
  pen.text(title, left, middle - (isLow ? 2 : 4 * scale), {
    size: isLow ? 15 : 18 * scale,
    face: "display",
    width: room,
  });
  pen.text(text, left, middle + (isLow ? 16 : 18 * scale), {
    ...{ size: isLow ? 12 : 13 * scale, least: isLow ? 11 : 11 * scale },
    fill: pen.colors.soft,
    width: room,
  });
  return document(request, height, pen, title, text);
}

function document(
  request: CardRequest,
  height: number,
  pen: Pen,
  title: string,
  text: string,
): string {
  const { card, options, ignored, width } = request;
  const { theme, border, radius } = options;
  const hasGround = !card.isTransparent || options.bg !== undefined;
  const line = border && !card.isTransparent ? ` stroke="${pen.colors.border}"` : "";
  const ground = hasGround
    ? `<rect x=".5" y=".5" width="${width - 1}" height="${height - 1}" rx="${radius}" fill="${pen.colors.bg}"${line}/>`
    : "";
  const note = ignored.length === 0 ? "" : `<!-- Left out: ${ignored.join(", ")} -->`;
  const form = FORMS[theme];
  // A ground of one's own covers the theme's.
  const isOwn = !hasGround || options.bg !== undefined;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    note,
    label(title, text),
    theme === "auto" ? AUTO_STYLE : "",
    form ? `<defs>${form.defs}</defs>` : "",
    ground,
    form && !isOwn ? formGround(form, width, height, radius) : "",
    pen.toString(),
    "</svg>",
  ].join("");
}

/** A theme's form within the card's border and its round corners. */
function formGround(form: Form, width: number, height: number, radius: number): string {
  const inside = `<rect x="1" y="1" width="${width - 2}" height="${height - 2}" rx="${Math.max(0, radius - 0.5)}"/>`;
  return `<clipPath id="tEdge">${inside}</clipPath><g id="ground" clip-path="url(#tEdge)">${form.ground({ width, height, radius })}</g>`;
}

function penFor(options: CommonOptions): Pen {
  return new Pen(colorsOf(options), FORMS[options.theme]?.imageFilter);
}

/** A name of what a stranger sent, fit for a comment: two hyphens would end it. */
function plainName(name: string): string {
  const characters = LIMITS.leftOutOptionCharacters;
  // Cut first: it may be long.
  return name.slice(0, characters).replace(/[^a-z0-9_]/gi, "") || "?";
}

const NAMES = Object.keys(THEMES.light) as (keyof Colors)[];
const variables = (colors: Colors) => NAMES.map((name) => `--${name}:${colors[name]}`).join(";");
const AUTO_STYLE = `<style>svg{${variables(THEMES.light)}}@media(prefers-color-scheme:dark){svg{${variables(THEMES.dark)}}}</style>`;
const AUTO_COLORS = Object.fromEntries(
  NAMES.map((name) => [name, `var(--${name})`]),
) as unknown as Colors;

function colorsOf({ theme, bg, ink, soft, line }: CommonOptions): Colors {
  const colors: Colors = { ...(theme === "auto" ? AUTO_COLORS : THEMES[theme satisfies Theme]) };
  if (bg) colors.bg = bg;
  if (ink) colors.ink = ink;
  if (soft) colors.soft = soft;
  if (line) colors.border = line;
  return colors;
}
