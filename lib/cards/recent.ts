import { z } from "zod";
import { DEFAULT_LIST_QUERY, listGames } from "@/lib/progress/list-query";
import { type CardData, defineCard } from "./card";
import { gameLine, plainTitle } from "./game-line";

const newest = ({ player }: CardData, count: number) =>
  listGames(player.games, DEFAULT_LIST_QUERY).games.slice(0, count);

/** As many as there are, of those that are asked for, and room for a line without any. */
const rowsOf = (count: number, data: CardData | null) =>
  data === null ? count : Math.max(1, newest(data, count).length);

/** The newest games. */
export const recent = defineCard({
  name: "recent",
  about: "The newest games with their progress",
  width: { default: 495, min: 400, max: 900 },
  parts: ["title"],
  options: { count: z.coerce.number().int().min(1).max(10).default(5) },
  height: ({ count }, data) => 66 + rowsOf(count, data) * 50,
  images: (data, { count }) => newest(data, count).map(({ iconPath }) => iconPath),
  describe: ({ data, options }) =>
    `Newest games: ${
      newest(data, options.count)
        .map(({ title }) => plainTitle(title))
        .join("; ") || "none yet"
    }.`,
  draw(drawing) {
    const { pen, data, options, width, shows } = drawing;
    const title = options.title ?? `${data.player.profile.name}: newest games`;
    if (shows("title")) pen.text(title, 20, 36, { size: 18, face: "display", width: width - 40 });
    const games = newest(data, options.count);
    for (const [at, game] of games.entries()) gameLine(drawing, game, 54 + at * 50);
    if (games.length === 0) pen.text("No games yet.", 20, 72, { size: 14, fill: pen.colors.soft });
  },
});
