import { type CardData, defineCard } from "./card";
import { boardsFor, caseHeight, columnsIn, drawCase } from "./display-case";
import { drawFigures } from "./figures";
import { ofYear } from "./year";
import { onlyAward, yearFacts, yearFigures, yearInWords } from "./year-facts";
import { drawMonths } from "./year-months";

/** Text is on the left, games are on the right. */
const LEFT = 80;
const CASE = { x: 620, y: 56, width: 500, height: 510 };
/** Possible icon sizes; the largest that fits all games is used. */
const ICONS = [124, 108, 96, 84, 72];

/** How many games of an icon size fit in the case. */
function roomFor(icon: number): number {
  const boards = Array.from({ length: 9 }, (_, at) => at + 1);
  const most = boards.findLast((some) => caseHeight(some, icon) <= CASE.height) ?? 1;
  return most * columnsIn(CASE.width, icon);
}
const ROOMS = ICONS.map((icon) => ({ icon, room: roomFor(icon) }));
const MOST = Math.max(...ROOMS.map(({ room }) => room));

const factsOf = ({ player }: CardData, { year }: { year: number }) => yearFacts(player, year, MOST);

/** The link preview of the page of a year: 1200×630, the size for Open Graph. */
export const shareYear = defineCard({
  name: "share-year",
  file: "share",
  label: "Year link preview",
  about: "What a shared link to a year shows",
  width: { default: 1200, min: 1200, max: 1200 },
  parts: ["avatar", "months", "shelf"],
  ...ofYear,
  height: () => 630,
  placesDate: true,
  images: (data, options) => [
    data.player.profile.avatarPath,
    ...factsOf(data, options).games.map(({ iconPath }) => iconPath),
  ],
  describe: ({ data, options, format }) => yearInWords(factsOf(data, options), format),
  draw(drawing) {
    const { pen, data, options, format, width, date, shows } = drawing;
    const { words } = format;
    const { profile } = data.player;
    const facts = factsOf(data, options);
    const { soft } = pen.colors;
    const end = shows("shelf") ? CASE.x - 60 : width - 80;
    const room = end - LEFT;
    const left = shows("avatar") ? LEFT + 116 : LEFT;
    if (shows("avatar")) pen.image(data.image(profile.avatarPath), LEFT, 56, 92);
    const hasTitle = options.title !== undefined;
    pen.text(profile.name, left, hasTitle ? 98 : 119, {
      ...{ size: 50, least: 24, face: "display" },
      width: end - left,
    });
    if (hasTitle)
      pen.text(options.title ?? "", left, 138, {
        ...{ size: 28, least: 22, fill: soft },
        width: end - left,
      });
    const nothing = facts.isSoFar ? words.none.awards : words.year.quiet;
    const isEmpty = facts.games.length === 0 && shows("shelf");
    // Without figures, the year is centred beside the case.
    const down = isEmpty ? 44 : 0;
    const yearY = (facts.isSoFar ? 310 : 338) + down;
    pen.text(facts.year, LEFT - 6, yearY, { size: 196, face: "display" });
    if (facts.isSoFar)
      pen.text(words.year.soFar, LEFT, 378 + down, { size: 38, fill: soft, width: room });
    if (facts.awards === 0 && !isEmpty)
      pen.text(nothing, LEFT, 456, { size: 36, least: 24, fill: soft, width: room });
    drawFigures({ pen, format }, yearFigures(facts, format), {
      ...{ x: LEFT, width: room, gap: 28 },
      ...{ y: 462, size: 68, labelY: 500, labelSize: 28 },
      isLegend: shows("months"),
    });
    const only = onlyAward(facts, format, { size: 26, width: room });
    if (only !== null) pen.text(only, LEFT, 556, { size: 32, least: 26, fill: soft, width: room });
    else if (facts.awards > 0 && shows("months"))
      drawMonths(pen, facts.months, { x: LEFT, y: 522, width: room, height: 42 });
    if (shows("shelf")) drawShelf(drawing, facts.games, nothing);
    const foot = { size: 28, fill: soft };
    if (date !== null) pen.text(date, LEFT, 604, foot);
    pen.text("Longplay", width - 80, 604, { ...foot, anchor: "end" });
  },
});

/** Draws the case, centred vertically, with the largest icons that fit all games. */
function drawShelf(
  drawing: Parameters<typeof drawCase>[0],
  games: Parameters<typeof drawCase>[1],
  nothing: string,
): void {
  const { icon } = ROOMS.find(({ room }) => room >= games.length) ?? { icon: 72 };
  const { boards, columns } = boardsFor(games.length, CASE.width, icon);
  const y = CASE.y + Math.round((CASE.height - caseHeight(boards, icon)) / 2);
  drawCase(drawing, games, { x: CASE.x, y, width: CASE.width, icon, columns }, nothing);
}
