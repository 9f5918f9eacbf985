import { libraryCounts } from "@/lib/progress/counts";
import { listGames } from "@/lib/progress/list-games";
import { DEFAULT_LIST_QUERY } from "@/lib/progress/list-query";
import { type CardData, defineCard } from "./card";
import { plainTitle, wonBar } from "./game-line";
import { fitToWidth, widthOf } from "./text-width";

const newest = ({ player }: CardData) => listGames(player.games, DEFAULT_LIST_QUERY).games[0];

/** Pixels. */
const LEAST_BAR = 50;

/** Large text without a background, for streams: the newest game and the masteries. */
export const overlay = defineCard({
  name: "overlay",
  label: "Stream overlay",
  about: "Large and transparent, for a stream",
  width: { default: 800, min: 500, max: 1600 },
  parts: ["game", "mastered"],
  options: {},
  optionsAbout: {},
  height: () => 150,
  placesDate: true,
  isTransparent: true,
  images: (data) => [newest(data)?.iconPath ?? []].flat(),
  describe({ data, format: { words, number } }) {
    const game = newest(data);
    const { mastered } = libraryCounts(data.player.games);
    const count = `${words.counts.mastered}${words.colon}${number(mastered)}`;
    return game ? `${count}; ${plainTitle(game.title)}.` : `${count}. ${words.none.games}`;
  },
  draw({ pen, data, options, format, width, date, shows }) {
    const game = newest(data);
    const { mastered } = libraryCounts(data.player.games);
    let right = width - 20;
    if (shows("mastered")) {
      const forms = [format.number(mastered), format.compact(mastered)];
      const most = Math.min(220, width * 0.3);
      const count = fitToWidth(forms, "display", 56, most);
      const isGold = { fill: pen.colors.gold, face: "display", anchor: "end" } as const;
      pen.text(count.text, right, 74, { ...isGold, size: count.size });
      pen.text(format.words.counts.mastered, right, 104, {
        size: 22,
        anchor: "end",
        width: most,
        least: 16,
      });
      const name = Math.min(most, widthOf(format.words.counts.mastered, "text", 22));
      right -= Math.max(widthOf(count.text, "display", count.size), name) + 28;
    }
    // At the foot, below everything else.
    if (date !== null) pen.text(date, 20, 142, { size: 14, fill: pen.colors.soft });
    const room = right - 132;
    const name = options.title ?? data.player.profile.name;
    if (!game || !shows("game")) {
      pen.text(name, 20, 74, { size: 44, face: "display", width: right - 20 });
      return;
    }
    pen.image(data.image(game.iconPath), 20, 28, 94);
    pen.text(name, 132, 52, { size: 24, width: room });
    pen.text(plainTitle(game.title), 132, 88, { size: 32, face: "display", width: room });
    const amounts = [format.number, format.compact].map(
      (write) => `${write(game.numAwarded)} / ${write(game.maxPossible)}`,
    );
    const amount = fitToWidth(amounts, "text", 20, room - 14 - LEAST_BAR);
    const length = Math.min(300, room - 14 - widthOf(amount.text, "text", amount.size));
    wonBar(pen, game, 132, 106, length);
    pen.text(amount.text, 132 + length + 14, 116, { size: amount.size });
  },
});
