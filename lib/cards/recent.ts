import { listGames } from "@/lib/progress/list-games";
import { DEFAULT_LIST_QUERY } from "@/lib/progress/list-query";
import { type CardData, defineCard } from "./card";
import { countOption } from "./count-option";
import { gameLine, plainTitle } from "./game-line";
import { drawHeading } from "./heading";

const newest = ({ player }: CardData, count: number) =>
  listGames(player.games, DEFAULT_LIST_QUERY).games.slice(0, count);

/** Number of rows: at most `count`, and one for the text of an empty card. */
const rowsOf = (count: number, data: CardData | null) =>
  data === null ? count : Math.max(1, newest(data, count).length);

/** The newest games. */
export const recent = defineCard({
  name: "recent",
  label: "Recent games",
  about: "The newest games and how far they are",
  width: { default: 495, min: 400, max: 900 },
  parts: ["title"],
  ...countOption({ initial: 5, max: 10 }),
  height: ({ count }, data) => 66 + rowsOf(count, data) * 50,
  images: (data, { count }) => newest(data, count).map(({ iconPath }) => iconPath),
  describe({ data, options, format: { words } }) {
    const titles = newest(data, options.count).map(({ title }) => plainTitle(title));
    if (titles.length === 0) return words.none.games;
    return `${words.headings.recent}${words.colon}${titles.join("; ")}.`;
  },
  draw(drawing) {
    const { pen, data, options } = drawing;
    const { words } = drawing.format;
    drawHeading(drawing, "recent");
    const games = newest(data, options.count);
    for (const [at, game] of games.entries()) gameLine(drawing, game, 54 + at * 50);
    if (games.length === 0) pen.text(words.none.games, 20, 72, { size: 14, fill: pen.colors.soft });
  },
});
