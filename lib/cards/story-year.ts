import { type CardData, defineCard } from "./card";
import { drawFigures } from "./figures";
import {
  drawStoryCase,
  drawStoryFoot,
  drawStoryHead,
  roomFor,
  STORY,
  storyFrame,
} from "./story-frame";
import { ofYear } from "./year";
import { onlyAward, yearFacts, yearFigures, yearInWords } from "./year-facts";
import { drawInitials, drawMonths } from "./year-months";

/** Vertical place of the case, in pixels: with figures above it, and without. */
const CASE = { y: 1254, height: 436 };
const CASE_ALONE = { y: 880, height: 760 };
const MOST = roomFor(CASE.height);

const factsOf = ({ player }: CardData, { year }: { year: number }) => yearFacts(player, year, MOST);

/** A year of a player, of the size of a phone's screen. */
export const storyYear = defineCard({
  name: "story-year",
  file: "story",
  label: "Year story",
  about: "A year to post from a phone",
  ...storyFrame,
  parts: ["avatar", "months", "shelf"],
  ...ofYear,
  images: (data, options) => [
    data.player.profile.avatarPath,
    ...factsOf(data, options).games.map(({ iconPath }) => iconPath),
  ],
  describe: ({ data, options, format }) => yearInWords(factsOf(data, options), format),
  draw(drawing) {
    const { pen, data, options, format, shows } = drawing;
    const { words } = format;
    const { left, room: width } = STORY;
    const facts = factsOf(data, options);
    const { soft } = pen.colors;
    drawStoryHead(drawing);
    pen.fit([facts.year], left - 12, facts.isSoFar ? 688 : 716, {
      size: 420,
      face: "display",
      width: width + 24,
    });
    if (facts.isSoFar) pen.text(words.year.soFar, left, 816, { size: 52, fill: soft, width });
    drawFigures({ pen, format }, yearFigures(facts, format), {
      ...{ x: left, width, gap: 40 },
      ...{ y: 956, size: 116, labelY: 1010, labelSize: 42 },
      isLegend: shows("months"),
    });
    const nothing = facts.isSoFar ? words.none.awards : words.year.quiet;
    const isEmpty = facts.games.length === 0 && shows("shelf");
    if (facts.awards === 0 && !isEmpty)
      pen.text(nothing, left, 880, { size: 48, least: 30, fill: soft, width });
    const only = onlyAward(facts, format, { size: 38, width });
    if (only !== null) pen.text(only, left, 1122, { size: 44, least: 34, fill: soft, width });
    else if (facts.awards > 0 && shows("months")) {
      const box = { x: left, y: 1058, width, height: 130 };
      drawMonths(pen, facts.months, box);
      drawInitials(pen, format.monthInitials, box, 28);
    }
    if (shows("shelf"))
      drawStoryCase(drawing, facts.games, facts.awards > 0 ? CASE : CASE_ALONE, nothing);
    drawStoryFoot(drawing);
  },
});
