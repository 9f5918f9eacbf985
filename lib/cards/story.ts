import type { Player } from "@/lib/domain/player";
import { type Counts, libraryCounts } from "@/lib/progress/counts";
import { shelfGames } from "@/lib/progress/shelf";
import { AWARD_LAYERS, awardColors, awardMix } from "./award-mix";
import { defineCard } from "./card";
import { drawFigures, drawLine } from "./figures";
import {
  drawStoryCase,
  drawStoryFoot,
  drawStoryHead,
  roomFor,
  STORY,
  storyFrame,
} from "./story-frame";

/** Vertical place of the case, in pixels. */
const CASE = { y: 822, height: 654 };
const MOST = roomFor(CASE.height);

/** The order of the figures below the case. */
const FIGURES = ["played", "mastered", "completed", "beaten", "beatenCasual"] as const;

const shelfOf = ({ games }: Player) => shelfGames(games, [], MOST).games;

/** The count in large digits: the best award kind that there is, else the games played. */
const headlineOf = (counts: Counts): keyof Counts =>
  AWARD_LAYERS.find(([key]) => counts[key] > 0)?.[0] ?? "played";

/** The shelf and the totals of a player, of the size of a phone's screen. */
export const story = defineCard({
  name: "story",
  label: "Story",
  about: "The shelf and totals to post from a phone",
  ...storyFrame,
  parts: ["avatar", "bar", "shelf"],
  options: {},
  optionsAbout: {},
  images: ({ player }) => [
    player.profile.avatarPath,
    ...shelfOf(player).map(({ iconPath }) => iconPath),
  ],
  describe({ data: { player }, format: { words, counted, number } }) {
    const counts = libraryCounts(player.games);
    const headline = headlineOf(counts);
    const all = counted(words.games, counts.played);
    if (headline === "played") return `${all}.`;
    return `${all}, ${words.counts[headline]}${words.colon}${number(counts[headline])}.`;
  },
  draw(drawing) {
    const { pen, data, format, shows } = drawing;
    const { words, number, compact } = format;
    const { player } = data;
    const counts = libraryCounts(player.games);
    const headline = headlineOf(counts);
    const value = counts[headline];
    drawStoryHead(drawing);
    pen.fit([number(value), compact(value)], STORY.left - 10, 638, {
      ...{ size: 340, face: "display", width: STORY.room },
    });
    // The numbers are the legend of the bar below.
    const isLegend = shows("bar");
    if (isLegend) drawLine(pen, awardColors(headline), { x: STORY.left, y: 742, size: 76 });
    pen.text(words.counts[headline], STORY.left, 758, {
      ...{ size: 64, least: 40, face: "display", width: STORY.room },
    });
    if (shows("shelf")) drawStoryCase(drawing, shelfOf(player), CASE);
    const figures = FIGURES.filter((key) => key !== headline && counts[key] > 0);
    drawFigures(
      { pen, format },
      figures.map((key) => ({
        ...{ label: words.counts[key], value: counts[key] },
        colors: awardColors(key),
      })),
      {
        ...{ x: STORY.left, width: STORY.room, gap: 32 },
        ...{ y: 1588, size: 76, labelY: 1638, labelSize: 36 },
        isLegend,
      },
    );
    if (shows("bar") && counts.played > 0)
      pen.bar(STORY.left, 1674, STORY.room, 28, awardMix(counts, pen.colors));
    drawStoryFoot(drawing);
  },
});
