import type { NamedUnlock } from "@/lib/unlocks/shown-unlocks";
import { type CardData, defineCard } from "./card";
import { countOption } from "./count-option";
import { plainTitle } from "./game-line";
import { drawHeading } from "./heading";
import { widthOf } from "./text-width";

const ICON = 36;
const ROW = 48;

const newestOf = ({ unlocks }: CardData, count: number) => (unlocks?.newest ?? []).slice(0, count);

/** Number of rows: at most `count`, and one for the text of an empty card. */
const rowsOf = (count: number, data: CardData | null) =>
  data?.unlocks === undefined ? count : Math.max(1, newestOf(data, count).length);

const badgeOf = ({ name }: NamedUnlock) => `/Badge/${name?.badgeName ?? ""}.png`;

/** The titles of an achievement and its game, as far as they are known. */
function titlesOf({ name, gameId }: NamedUnlock, { player }: CardData): string[] {
  const game = player.games.find(({ id }) => id === gameId);
  return [...(name ? [name.title] : []), ...(game ? [plainTitle(game.title)] : [])];
}

/** The newest achievements. */
export const achievements = defineCard({
  name: "achievements",
  label: "Achievements",
  about: "The newest achievements with their badges",
  width: { default: 495, min: 360, max: 900 },
  parts: ["title"],
  ...countOption({ initial: 5, max: 10 }),
  height: ({ count }, data) => 66 + rowsOf(count, data) * ROW,
  unlocks: ({ count }) => ({ kind: "newest", count }),
  images: (data, { count }) =>
    newestOf(data, count).flatMap((unlock) => (unlock.name ? badgeOf(unlock) : [])),
  describe({ data, options, format: { words } }) {
    const newest = newestOf(data, options.count);
    if (newest.length === 0) return words.none.unlocks;
    const lines = newest.map((unlock) => titlesOf(unlock, data).join(", "));
    return `${words.headings.achievements}${words.colon}${lines.join("; ")}.`;
  },
  draw(drawing) {
    const { pen, data, options, format, width } = drawing;
    const { words } = format;
    const { soft } = pen.colors;
    drawHeading(drawing, "achievements");
    const newest = newestOf(data, options.count);
    const right = width - 20;
    const left = 20 + ICON + 12;
    for (const [at, unlock] of newest.entries()) {
      const y = 54 + at * ROW;
      const [title = "", game = ""] = titlesOf(unlock, data);
      const day = format.day(unlock.at);
      const forms = unlock.isHardcore ? words.points : words.casualPoints;
      const points = format.counted(forms, unlock.points);
      pen.image(data.image(badgeOf(unlock)), 20, y, ICON);
      const room = (aside: string) => right - left - widthOf(aside, "text", 11.5) - 12;
      pen.text(title, left, y + 16, { size: 14, least: 12, face: "bold", width: room(day) });
      pen.text(day, right, y + 16, { size: 11.5, fill: soft, anchor: "end" });
      pen.text(game, left, y + 33, { size: 12, fill: soft, width: room(points) });
      pen.text(points, right, y + 33, { size: 11.5, fill: soft, anchor: "end" });
    }
    if (newest.length === 0) pen.text(words.none.unlocks, 20, 72, { size: 14, fill: soft });
  },
});
