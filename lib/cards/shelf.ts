import { z } from "zod";
import { type Shelf, shelfGames } from "@/lib/progress/shelf";
import { type CardData, defineCard } from "./card";
import { boardsFor, caseHeight, drawCase } from "./case";
import { plainTitle } from "./game-line";
import { headed } from "./headed";
import type { Words } from "./words";

const ICON = 72;
const HEADINGS = {
  chosen: "shelf",
  mastered: "mastered",
  awarded: "awarded",
  played: "played",
} as const satisfies Record<Shelf["kind"], keyof Words["headings"]>;

interface ShelfOptions {
  count: number;
  shelf: number[];
  width?: number | undefined;
}

const shelfOf = ({ player }: CardData, { shelf, count }: ShelfOptions) =>
  shelfGames(player.games, shelf, count);

/** The games mastered last, or chosen ones, in a lit display case. */
export const shelf = defineCard({
  name: "shelf",
  about: "The games mastered last, in a lit display case",
  width: { default: 495, min: 320, max: 900 },
  parts: ["title"],
  options: {
    count: z.coerce.number().int().min(1).max(12).default(10),
    /** Games' ids, in place of the newest masteries. */
    shelf: z
      .string()
      .regex(/^[1-9]\d{0,8}(?:,[1-9]\d{0,8}){0,11}$/)
      .transform((text) => [...new Set(text.split(",").map(Number))])
      .default([]),
  },
  height(options, data) {
    const { width = 495, count, shelf } = options as ShelfOptions;
    const games =
      data === null ? Math.max(count, shelf.length) : shelfOf(data, options).games.length;
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
    const { pen, data, options, width, shows } = drawing;
    const { games, kind } = shelfOf(data, options);
    const title =
      options.title ??
      headed(data, drawing.format.words, HEADINGS[games.length > 0 ? kind : "chosen"]);
    if (shows("title"))
      pen.text(title, 20, 36, { size: 18, least: 13, face: "display", width: width - 40 });
    const { columns } = boardsFor(games.length, width - 40, ICON);
    drawCase(drawing, games, { x: 20, y: 52, width: width - 40, icon: ICON, columns });
  },
});
