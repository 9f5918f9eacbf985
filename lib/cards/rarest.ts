import { type RareMastery, rarestMasteries } from "@/lib/times/masteries";
import { type CardData, type Drawing, defineCard } from "./card";
import { countOption } from "./count-option";
import { plainTitle } from "./game-line";
import { drawHeading } from "./heading";
import { widthOf } from "./text-width";
import { fill } from "./words";

const ICON = 36;
const ROW = 48;
const SMALL = 11.5;

const rarestOf = ({ player, times = new Map() }: CardData, count: number) =>
  rarestMasteries(player.games, times).slice(0, count);

/** Number of rows: at most `count`, and one for the text of an empty card. */
const rowsOf = (count: number, data: CardData | null) =>
  data?.times === undefined ? count : Math.max(1, rarestOf(data, count).length);

/** Why there is nothing to show: no masteries, or none whose rarity is known. */
function emptyText({ player }: CardData, { words }: Drawing<object>["format"]): string {
  const isMastered = player.games.some((game) => game.highestAwardKind === "mastered");
  return isMastered ? words.none.unknown : words.none.masteries;
}

/** How rare a mastery is, in words: `mastered by 2.1%`. */
export function rarityText(
  { rarity }: Pick<RareMastery, "rarity">,
  format: Drawing<object>["format"],
): string {
  return fill(format.words.masteredBy, format.rarity(rarity));
}

/** The masteries that the fewest players share. */
export const rarest = defineCard({
  name: "rarest",
  label: "Rarest masteries",
  about: "Masteries that few players share",
  width: { default: 495, min: 360, max: 900 },
  parts: ["title"],
  ...countOption({ initial: 5, max: 10 }),
  height: ({ count }, data) => 66 + rowsOf(count, data) * ROW,
  times: () => "required",
  images: (data, { count }) => rarestOf(data, count).map(({ game }) => game.iconPath),
  describe({ data, options, format }) {
    const { words } = format;
    const shown = rarestOf(data, options.count);
    if (shown.length === 0) return emptyText(data, format);
    const lines = shown.map(
      (mastery) => `${plainTitle(mastery.game.title)}, ${rarityText(mastery, format)}`,
    );
    return `${words.headings.rarest}${words.colon}${lines.join("; ")}.`;
  },
  draw(drawing) {
    const { pen, data, options, format, width } = drawing;
    const { soft } = pen.colors;
    drawHeading(drawing, "rarest");
    const shown = rarestOf(data, options.count);
    const right = width - 20;
    const left = 20 + ICON + 12;
    for (const [at, mastery] of shown.entries()) {
      const y = 54 + at * ROW;
      const day = mastery.at === null ? "" : format.day(mastery.at);
      const time = mastery.seconds === null ? "" : format.time(mastery.seconds);
      pen.image(data.image(mastery.game.iconPath), 20, y, ICON);
      const room = (aside: string) => right - left - widthOf(aside, "text", SMALL) - 12;
      pen.text(plainTitle(mastery.game.title), left, y + 16, {
        ...{ size: 14, least: 12, face: "bold", width: room(day) },
      });
      pen.text(day, right, y + 16, { size: SMALL, fill: soft, anchor: "end" });
      pen.fit([rarityText(mastery, format), format.rarity(mastery.rarity)], left, y + 33, {
        ...{ size: 12, fill: soft, width: room(time) },
      });
      pen.text(time, right, y + 33, { size: SMALL, fill: soft, anchor: "end" });
    }
    if (shown.length === 0)
      pen.text(emptyText(data, format), 20, 72, { size: 14, fill: soft, width: width - 40 });
  },
});
