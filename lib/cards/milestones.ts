import { type Milestone, milestones as milestonesOf } from "@/lib/progress/milestones";
import { perLibrary } from "@/lib/progress/per-library";
import { withoutEvents } from "@/lib/progress/systems";
import { type CardData, type Drawing, defineCard } from "./card";
import { countOption } from "./count-option";
import { awardMark, plainTitle } from "./game-line";
import { drawHeading } from "./heading";
import { widthOf } from "./text-width";

const all = perLibrary((games) => milestonesOf(withoutEvents(games)));

/** Number of rows: at most `count`, and one for the text of an empty card. */
const rowsOf = (count: number, data: CardData | null) =>
  data === null ? count : Math.max(1, Math.min(count, all(data.player.games).length));

function nameOf({ kind, which }: Milestone, { words, nth }: Drawing<object>["format"]): string {
  const { nth: forms, latest } = words.milestones[kind];
  return which === "latest" ? latest : nth(forms, which);
}

/** The newest milestones. */
export const milestones = defineCard({
  name: "milestones",
  label: "Milestones",
  about: "First, 10th, 100th and other round awards",
  width: { default: 495, min: 360, max: 900 },
  parts: ["title"],
  ...countOption({ initial: 4, max: 10 }),
  height: ({ count }, data) => 66 + rowsOf(count, data) * 44,
  images: () => [],
  describe({ data, options, format }) {
    const { words } = format;
    const shown = all(data.player.games).slice(0, options.count);
    if (shown.length === 0) return words.none.milestones;
    const lines = shown.map(
      (milestone) => `${nameOf(milestone, format)}, ${plainTitle(milestone.game.title)}`,
    );
    return `${words.headings.milestones}${words.colon}${lines.join("; ")}.`;
  },
  draw(drawing) {
    const { pen, data, options, format, width } = drawing;
    drawHeading(drawing, "milestones");
    const shown = all(data.player.games).slice(0, options.count);
    for (const [at, milestone] of shown.entries()) {
      const y = 56 + at * 44;
      const day = format.day(milestone.at);
      awardMark(pen, milestone.game, 31, y + 18);
      pen.text(nameOf(milestone, format), 54, y + 16, {
        size: 14,
        least: 12,
        face: "bold",
        width: width - 74 - widthOf(day, "text", 11.5) - 12,
      });
      pen.text(plainTitle(milestone.game.title), 54, y + 33, {
        size: 12,
        fill: pen.colors.soft,
        width: width - 74,
      });
      pen.text(day, width - 20, y + 16, {
        size: 11.5,
        fill: pen.colors.soft,
        anchor: "end",
      });
    }
    if (shown.length === 0)
      pen.text(format.words.none.milestones, 20, 70, { size: 14, fill: pen.colors.soft });
  },
});
