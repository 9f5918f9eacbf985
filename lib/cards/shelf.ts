import { z } from "zod";
import { type Shelf, shelfGames } from "@/lib/progress/shelf";
import { RAREST } from "@/lib/progress/shelf-query";
import { rarestMasteries } from "@/lib/times/masteries";
import { type CardData, defineCard } from "./card";
import { countOption } from "./count-option";
import { boardsFor, caseHeight, drawCase } from "./display-case";
import { plainTitle } from "./game-line";
import { drawHeading } from "./heading";
import type { Words } from "./words";

const ICON = 72;
const COUNT = countOption({ initial: 10, max: 12 });
const HEADINGS = {
  chosen: "shelf",
  mastered: "mastered",
  awarded: "awarded",
  played: "played",
  [RAREST]: "rarest",
} as const satisfies Record<Shelf["kind"] | typeof RAREST, keyof Words["headings"]>;

interface ShelfOptions {
  count: number;
  /** Ids of chosen games. */
  shelf: number[] | typeof RAREST;
  games: "latest" | typeof RAREST;
  width?: number | undefined;
}

/** The rarest masteries if they are wanted and known; else chosen games, or the latest masteries. */
function shelfOf({ player, times }: CardData, options: ShelfOptions) {
  const { count } = options;
  if (times && isRarest(options)) {
    const games = rarestMasteries(player.games, times).map(({ game }) => game);
    if (games.length > 0) return { games: games.slice(0, count), kind: RAREST };
  }
  return shelfGames(player.games, chosenIn(options), count);
}

const chosenIn = ({ shelf }: Pick<ShelfOptions, "shelf">) => (shelf === RAREST ? [] : shelf);

/** Chosen games come first. */
const isRarest = ({ games, shelf }: Pick<ShelfOptions, "games" | "shelf">) =>
  shelf === RAREST || (games === RAREST && shelf.length === 0);

/** The latest masteries, or chosen games, in a display case. */
export const shelf = defineCard({
  name: "shelf",
  label: "Shelf",
  about: "The latest masteries in a display case",
  width: { default: 495, min: 320, max: 900 },
  parts: ["title"],
  options: {
    ...COUNT.options,
    shelf: z
      .union([
        z.literal(RAREST),
        z
          .string()
          .regex(/^[1-9]\d{0,8}(?:,[1-9]\d{0,8}){0,11}$/)
          .transform((text) => [...new Set(text.split(",").map(Number))]),
      ])
      .default([]),
    games: z.enum(["latest", RAREST]).default("latest"),
  },
  optionsAbout: {
    ...COUNT.optionsAbout,
    shelf:
      "Chosen games by id, with commas between, at most 12, or rarest for the rarest masteries",
    games:
      "latest or rarest; the latter is the same as shelf=rarest, for a shelf without chosen games",
  },
  times: (options) => (isRarest(options) ? "required" : null),
  height(options, data) {
    const { width = 495, count, ...asked } = options as ShelfOptions;
    const games =
      data === null ? Math.max(count, chosenIn(asked).length) : shelfOf(data, options).games.length;
    return 52 + caseHeight(boardsFor(games, width - 40, ICON).boards, ICON) + 20;
  },
  images: (data, options) => shelfOf(data, options).games.map(({ iconPath }) => iconPath),
  describe({ data, options, format: { words } }) {
    const { games, kind } = shelfOf(data, options);
    if (games.length === 0) return words.none.masteries;
    const titles = games.map(({ title }) => plainTitle(title)).join("; ");
    return `${words.headings[HEADINGS[kind]]}${words.colon}${titles}.`;
  },
  draw(drawing) {
    const { data, options, width } = drawing;
    const { games, kind } = shelfOf(data, options);
    drawHeading(drawing, HEADINGS[games.length > 0 ? kind : "chosen"]);
    const { columns } = boardsFor(games.length, width - 40, ICON);
    drawCase(drawing, games, { x: 20, y: 52, width: width - 40, icon: ICON, columns });
  },
});
