import { libraryCounts } from "@/lib/progress/library-counts";
import { DEFAULT_LIST_QUERY, listGames } from "@/lib/progress/list-query";
import { type CardData, defineCard } from "./card";
import { plainTitle, wonBar } from "./game-line";

const newest = ({ player }: CardData) => listGames(player.games, DEFAULT_LIST_QUERY).games[0];

/** Large type without a ground, for a stream: the newest game and the masteries. */
export const overlay = defineCard({
  name: "overlay",
  about: "Large and transparent, for a stream",
  width: { default: 800, min: 500, max: 1600 },
  parts: ["game", "mastered"],
  options: {},
  height: () => 150,
  isTransparent: true,
  images: (data) => [newest(data)?.iconPath ?? []].flat(),
  describe: ({ data, format }) =>
    `${format.number(libraryCounts(data.player.games).mastered)} mastered; newest game: ${plainTitle(newest(data)?.title ?? "none yet")}.`,
  draw({ pen, data, options, format, width, shows }) {
    const game = newest(data);
    const { mastered } = libraryCounts(data.player.games);
    if (shows("mastered")) {
      pen.text(format.number(mastered), width - 20, 74, {
        size: 56,
        face: "display",
        fill: pen.colors.gold,
        anchor: "end",
      });
      pen.text("mastered", width - 20, 104, { size: 22, anchor: "end" });
    }
    const room = width - 40 - 110 - (shows("mastered") ? 170 : 0);
    const name = options.title ?? data.player.profile.name;
    if (!game || !shows("game")) {
      pen.text(name, 20, 74, { size: 44, face: "display", width: room + 110 });
      return;
    }
    pen.image(data.image(game.iconPath), 20, 28, 94);
    pen.text(name, 132, 52, { size: 24, width: room });
    pen.text(plainTitle(game.title), 132, 88, { size: 32, face: "display", width: room });
    wonBar(pen, game, 132, 106, Math.min(room, 300));
    const amount = `${format.number(game.numAwarded)} / ${format.number(game.maxPossible)}`;
    pen.text(amount, 132 + Math.min(room, 300) + 14, 116, { size: 20, width: 120 });
  },
});
