import { mostPlayed, playtimeOf } from "@/lib/times/playtime";
import { type CardData, defineCard } from "./card";
import { countOption } from "./count-option";
import { plainTitle } from "./game-line";
import { drawHeading } from "./heading";
import { widthOf } from "./text-width";

const ICON = 36;
const ROW = 48;
/** Above the rows: the heading, and the hours in all. */
const TOP = 106;
const SMALL = 11.5;

const timesOf = ({ times = new Map() }: CardData) => times;
const playedOf = (data: CardData, count: number) =>
  mostPlayed(data.player.games, timesOf(data)).slice(0, count);

/** Number of rows: at most `count`. */
const rowsOf = (count: number, data: CardData | null) =>
  data?.times === undefined ? count : playedOf(data, count).length;

/** The hours in all, and the games that took most of them. */
export const time = defineCard({
  name: "time",
  label: "Time played",
  about: "Hours in all and the most played games",
  width: { default: 495, min: 360, max: 900 },
  parts: ["title"],
  ...countOption({ initial: 5, max: 10 }),
  height: ({ count }, data) => TOP + 6 + rowsOf(count, data) * ROW,
  times: () => "required",
  images: (data, { count }) => playedOf(data, count).map(({ game }) => game.iconPath),
  describe({ data, options, format }) {
    const { words, hours, time, counted } = format;
    const { seconds, games } = playtimeOf(data.player.games, timesOf(data));
    if (games === 0) return `${words.headings.time}${words.colon}${words.none.unknown}`;
    const played = playedOf(data, options.count).map(
      ({ game, seconds }) => `${plainTitle(game.title)}, ${time(seconds)}`,
    );
    const all = `${hours(seconds)}, ${counted(words.games, games)}`;
    return `${words.headings.time}${words.colon}${[all, ...played].join("; ")}.`;
  },
  draw(drawing) {
    const { pen, data, options, format, width } = drawing;
    const { words, hours, time, counted } = format;
    const { soft } = pen.colors;
    const right = width - 20;
    drawHeading(drawing, "time");
    const all = playtimeOf(data.player.games, timesOf(data));
    if (all.games === 0) {
      pen.text(words.none.unknown, 20, 72, { size: 14, fill: soft, width: width - 40 });
      return;
    }
    const games = counted(words.games, all.games);
    pen.text(games, right, 86, { size: 13, fill: soft, anchor: "end" });
    pen.fit([hours(all.seconds), time(all.seconds)], 20, 86, {
      ...{ size: 34, face: "display", width: width - 40 - widthOf(games, "text", 13) - 12 },
    });
    const shown = playedOf(data, options.count);
    const longest = shown[0]?.seconds ?? 1;
    const left = 20 + ICON + 12;
    for (const [at, { game, seconds }] of shown.entries()) {
      const y = TOP + at * ROW;
      const text = time(seconds);
      pen.image(data.image(game.iconPath), 20, y, ICON);
      pen.text(plainTitle(game.title), left, y + 15, {
        ...{ size: 14, least: 12, face: "bold" },
        width: right - left - widthOf(text, "text", SMALL) - 12,
      });
      pen.text(text, right, y + 15, { size: SMALL, fill: soft, anchor: "end" });
      pen.bar(left, y + 24, right - left, 8, [{ fill: soft, share: seconds / longest }]);
    }
  },
});
