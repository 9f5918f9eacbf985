import { perLibrary } from "@/lib/progress/per-library";
import { systemProgress } from "@/lib/progress/system-progress";
import { withoutEvents } from "@/lib/progress/systems";
import { awardMix } from "./award-mix";
import { type CardData, defineCard } from "./card";
import { countOption } from "./count-option";
import { drawHeading } from "./heading";
import { widthOf } from "./text-width";

/** Maximum share of the width for names of systems. */
const NAMES = 0.42;
const ranked = perLibrary((games) => systemProgress(withoutEvents(games)));

/** Number of rows: at most `count`, and one for the text of an empty card. */
const rowsOf = (count: number, data: CardData | null) =>
  data === null ? count : Math.max(1, Math.min(count, ranked(data.player.games).length));

/** The systems with the most games, and their award mix. */
export const systems = defineCard({
  name: "systems",
  label: "Systems",
  about: "Games and awards by system",
  width: { default: 495, min: 360, max: 900 },
  parts: ["title"],
  ...countOption({ initial: 6, max: 15 }),
  height: ({ count }, data) => 64 + rowsOf(count, data) * 26,
  images: () => [],
  describe({ data, options, format: { words, number } }) {
    const shown = ranked(data.player.games).slice(0, options.count);
    if (shown.length === 0) return words.none.games;
    const all = shown.map(({ name, counts }) => `${name} ${number(counts.played)}`);
    return `${words.headings.systems}${words.colon}${all.join(", ")}.`;
  },
  draw(drawing) {
    const { pen, data, options, format, width } = drawing;
    drawHeading(drawing, "systems");
    const shown = ranked(data.player.games).slice(0, options.count);
    const longest = shown[0]?.counts.played ?? 1;
    const widest = (texts: string[], face: "text" | "bold") =>
      Math.max(0, ...texts.map((text) => widthOf(text, face, 13)));
    const ofNames = Math.min(
      width * NAMES,
      widest(
        shown.map(({ name }) => name),
        "text",
      ),
    );
    const left = 20 + ofNames + 14;
    const figures = shown.map(({ counts }) => format.number(counts.played));
    const room = width - 20 - widest(figures, "bold") - 14 - left;
    for (const [at, { name, counts }] of shown.entries()) {
      const y = 66 + at * 26;
      pen.text(name, 20, y + 4, { size: 13, width: ofNames + 0.01 });
      const length = Math.max(8, (room * counts.played) / longest);
      pen.bar(left, y - 6, length, 11, awardMix(counts, pen.colors));
      pen.text(figures[at] ?? "", width - 20, y + 4, {
        size: 13,
        face: "bold",
        anchor: "end",
      });
    }
    if (shown.length === 0)
      pen.text(format.words.none.games, 20, 70, { size: 14, fill: pen.colors.soft });
  },
});
