import { z } from "zod";
import { type CardData, defineCard } from "./card";
import { boardsFor, caseHeight, drawCase } from "./display-case";
import { drawFigures } from "./figures";
import { widthOf } from "./text-width";
import { onlyAward, yearFacts, yearFigures, yearInWords } from "./year-facts";
import { drawMonths } from "./year-months";

/** Icon size on the shelf in pixels, and maximum number of icons. */
const ICON = 72;
const MOST = 10;
/** Font size of the year. */
const SIZE = 76;
const SHELF = 166;

/** The argument of both cards of a year. */
export const ofYear = {
  argument: {
    option: "year",
    schema: z.string().regex(/^[1-9]\d{3}$/),
    example: "2026",
  },
  options: { year: z.coerce.number().int().min(1000).max(9999).default(2000) },
  optionsAbout: { year: "The year, of the UTC calendar" },
} as const;

interface YearOptions {
  year: number;
  hide?: readonly string[];
  width?: number | undefined;
}

const factsOf = ({ player }: CardData, { year }: YearOptions) => yearFacts(player, year, MOST);

/** One year of a player, which is in the file name: `year-2026.svg`. */
export const year = defineCard({
  name: "year",
  label: "Year",
  about: "Awards, months and masteries of one year",
  width: { default: 495, min: 470, max: 900 },
  parts: ["avatar", "months", "shelf"],
  ...ofYear,
  height(options, data) {
    const { width = 495, hide = [] } = options as YearOptions;
    if (hide.includes("shelf")) return SHELF;
    const games = data === null ? MOST : factsOf(data, options).games.length;
    return SHELF + caseHeight(boardsFor(games, width - 40, ICON).boards, ICON) + 20;
  },
  images: (data, options) => [
    data.player.profile.avatarPath,
    ...factsOf(data, options).games.map(({ iconPath }) => iconPath),
  ],
  describe: ({ data, options, format }) => yearInWords(factsOf(data, options), format),
  draw(drawing) {
    const { pen, data, options, format, width, shows } = drawing;
    const { words } = format;
    const { profile } = data.player;
    const facts = factsOf(data, options);
    const { soft } = pen.colors;
    const right = width - 20;
    const left = shows("avatar") ? 66 : 20;
    if (shows("avatar")) pen.image(data.image(profile.avatarPath), 20, 20, 34);
    pen.text(options.title ?? profile.name, left, 44, {
      ...{ size: 20, least: 14, face: "display" },
      width: right - left,
    });
    const yearWidth = widthOf(facts.year, "display", SIZE);
    pen.text(facts.year, 18, facts.isSoFar ? 118 : 134, { size: SIZE, face: "display" });
    if (facts.isSoFar)
      pen.text(words.year.soFar, 21, 149, { size: 15, fill: soft, width: yearWidth });
    const from = 20 + yearWidth + 28;
    const nothing = facts.isSoFar ? words.none.awards : words.year.quiet;
    const isEmpty = facts.games.length === 0 && shows("shelf");
    if (facts.awards === 0 && !isEmpty)
      pen.text(nothing, from, 112, { size: 16, least: 12, fill: soft, width: right - from });
    drawFigures({ pen, format }, yearFigures(facts, format), {
      ...{ x: from, width: right - from, gap: 10 },
      ...{ y: 94, size: 30, labelY: 112, labelSize: 12.5 },
      isLegend: shows("months"),
    });
    const only = onlyAward(facts, format, { size: 13, width: right - from });
    if (only !== null)
      pen.text(only, from, 141, { size: 15, least: 13, fill: soft, width: right - from });
    else if (facts.awards > 0 && shows("months"))
      drawMonths(pen, facts.months, { x: from, y: 122, width: right - from, height: 23 });
    if (!shows("shelf")) return;
    const { columns } = boardsFor(facts.games.length, width - 40, ICON);
    drawCase(
      drawing,
      facts.games,
      { x: 20, y: SHELF, width: width - 40, icon: ICON, columns },
      nothing,
    );
  },
});
