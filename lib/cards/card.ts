import type { z } from "zod";
import type { Player } from "@/lib/domain/player";
import type { DayRecord } from "@/lib/history/day-record";
import type { LIST_PARAMETERS } from "@/lib/progress/list-query";
import type { Times } from "@/lib/times/masteries";
import type { ShownUnlocks, WantedUnlocks } from "@/lib/unlocks/shown-unlocks";
import type { Formatter } from "./formatter";
import type { CommonOptions } from "./options";
import type { Pen } from "./pen";

/** A player's recent days. */
interface CardHistory {
  /** Oldest first. */
  days: readonly DayRecord[];
  /** Whether this site records histories. */
  isKept: boolean;
}

/** A player's place among all who are ranked in a mode. */
interface Rank {
  rank: number;
  /** How many are ranked; null: unknown. */
  of: number | null;
}

/** A player's ranks; null: unranked, or unknown. */
export interface CardRanks {
  hardcore: Rank | null;
  casual: Rank | null;
}

/** What a card is drawn from. */
export interface CardData {
  player: Player;
  /** The other players on the card, in the order of the card's `others`. */
  others?: readonly Player[];
  /** The player's recent days, for a card that needs them. */
  history?: CardHistory | undefined;
  /** The player's unlocks, as the card's `unlocks` wants them. */
  unlocks?: ShownUnlocks | undefined;
  /** The player's times by game, for a card that shows them. */
  times?: Times | undefined;
  /** The player's ranks, for a card that shows them. */
  ranks?: CardRanks | undefined;
  /** Whether the card shows the date of its data, as {@link isDated} decides. */
  isDated: boolean;
  /** The site's public address, for a card that shows it; missing if it has none. */
  site?: string | undefined;
  /** An image as a data URI, by its path below the media base; null while it is missing. */
  image: (path: string) => string | null;
}

/** What a card draws with. */
export interface Drawing<Options> {
  pen: Pen;
  data: CardData;
  options: Options & CommonOptions;
  format: Formatter;
  width: number;
  /** The date of the data in words, if the card shows it and places it itself. */
  date: string | null;
  /** Whether to draw a part of the card. */
  shows: (part: string) => boolean;
}

/** The argument in a card's file name, after a hyphen: `game-1446.svg`. */
interface CardArgument<Option extends string> {
  /** The option that it sets; no query parameter does. */
  option: Option;
  /** The texts that are valid. */
  schema: z.ZodString;
  example: string;
}

type ListParameter = (typeof LIST_PARAMETERS)[number];

/** What each option is for. One that is a parameter of the page's list may leave it to the list's description. */
type OptionsAbout<Name extends string> = Record<Exclude<Name, ListParameter>, string> &
  Partial<Record<Name & ListParameter, string>>;

/** One card. Its file holds all that is specific to it; everything else derives from the registry, `CARDS`. */
export interface Card<Shape extends Record<string, z.ZodType> = Record<never, z.ZodType>> {
  /** Unique. Also its name in URLs, unless it has a `file`. */
  name: string;
  /** Its name in URLs, if that is the name of another card, which takes no argument. */
  file?: string;
  argument?: CardArgument<keyof Shape & string>;
  /** Its name for readers: `Link preview`. */
  label: string;
  /** What the card shows, in a few words. */
  about: string;
  /** Pixels. */
  width: { default: number; min: number; max: number };
  /** Parts that `hide` can leave out. */
  parts: readonly string[];
  /** Options of this card alone. */
  options: Shape;
  optionsAbout: OptionsAbout<keyof Shape & string>;
  /** Whether its options are parameters of the page's list, documented with the list's schemas. */
  takesList?: boolean;
  /** Pixels. Without data: the most that these options can need. */
  height: (options: Resolved<Shape>, data: CardData | null) => number;
  /** Whether `draw` places the date itself, within this height. Other cards get a line for it at the foot. */
  placesDate?: boolean;
  /** The other players on the card: names or ULIDs from its options. */
  others?: (options: Resolved<Shape>) => readonly string[];
  /** Whether it shows the player's recent days. */
  needsHistory?: boolean;
  /** What it shows of the player's unlocks; left out: nothing. */
  unlocks?: (options: Resolved<Shape>) => WantedUnlocks;
  /**
   * Whether it shows the player's times. `required`: it cannot be drawn before they are read; `optional`: it shows those that are
   * there. Left out or null: none.
   */
  times?: (options: Resolved<Shape>) => "required" | "optional" | null;
  /** Whether it shows the player's ranks, where they are known. */
  needsRanks?: (options: Resolved<Shape>) => boolean;
  /** Paths of the images on it. */
  images: (data: CardData, options: Resolved<Shape>) => string[];
  /** The card as a sentence, for screen readers. */
  describe: (drawing: Drawing<Resolved<Shape>>) => string;
  draw: (drawing: Drawing<Resolved<Shape>>) => void;
  /** Whether the card has no background and no border by default. */
  isTransparent?: boolean;
  /** Whether the card fills its picture to the edges: without corners and border, with the theme's pattern twice as large. */
  isFullBleed?: boolean;
}

type Resolved<Shape extends Record<string, z.ZodType>> = {
  [Name in keyof Shape]: z.output<Shape[Name]>;
};

/** Types a card by its own options. */
export function defineCard<Shape extends Record<string, z.ZodType>>(card: Card<Shape>): Card {
  return card as unknown as Card;
}

/** A card's file name without its format: `summary`, or `game-1446` with the argument. */
export function cardFile({ name, file = name }: Pick<Card, "name" | "file">, argument?: string) {
  return argument === undefined ? file : `${file}-${argument}`;
}
