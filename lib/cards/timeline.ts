import { awardMonths } from "@/lib/progress/award-months";
import { awardsIn } from "@/lib/progress/months";
import { perLibrary } from "@/lib/progress/per-library";
import { withoutEvents } from "@/lib/progress/systems";
import { AWARD_LAYERS } from "./award-mix";
import { defineCard } from "./card";
import { drawHeading } from "./heading";

/** Ten years, which is all that fits. */
const MOST_MONTHS = 120;
/** The gap between bars, as a share of a month's width. */
const GAP = 0.15;
const FOOT = 160;
const TOP = 58;
const history = perLibrary((games) => awardMonths(withoutEvents(games)).slice(-MOST_MONTHS));

/** Awards by month, stacked by kind. */
export const timeline = defineCard({
  name: "timeline",
  label: "Timeline",
  about: "Awards by month",
  width: { default: 495, min: 320, max: 1000 },
  parts: ["title", "years"],
  options: {},
  optionsAbout: {},
  height: () => 195,
  images: () => [],
  describe({ data, format }) {
    const months = history(data.player.games);
    const awards = months.reduce((sum, month) => sum + awardsIn(month), 0);
    if (!months[0]) return format.words.none.awards;
    return `${format.counted(format.words.awardsWon, awards)}, ${months[0].month} – ${months.at(-1)?.month}.`;
  },
  draw(drawing) {
    const { pen, data, format, width, shows } = drawing;
    drawHeading(drawing, "timeline");
    const months = history(data.player.games);
    if (months.length === 0)
      pen.text(format.words.none.awards, 20, 70, { size: 14, fill: pen.colors.soft });
    const step = (width - 40) / Math.max(1, months.length - GAP);
    // A single month is centred.
    const left = (width - step * (months.length - GAP)) / 2;
    const bar = (step * (1 - GAP)).toFixed(1);
    const fullest = Math.max(1, ...months.map(awardsIn));
    const y = (awards: number) => FOOT - (awards / fullest) * (FOOT - TOP);
    const layers = AWARD_LAYERS.map(([key, color]) => ({ key, color, path: "" }));
    for (const [at, month] of months.entries()) {
      let from = 0;
      for (const layer of layers) {
        const count = month[layer.key];
        if (count === 0) continue;
        const height = y(from) - y(from + count);
        layer.path += `M${(left + at * step).toFixed(1)} ${y(from).toFixed(1)}h${bar}v-${height.toFixed(1)}h-${bar}z`;
        from += count;
      }
    }
    for (const { path, color } of layers) if (path !== "") pen.path(path, pen.colors[color]);
    pen.rect(20, FOOT, width - 40, 1, pen.colors.soft);
    const first = months[0]?.month;
    if (first && shows("years")) {
      pen.text(first.slice(0, 4), 20, 178, { size: 11, fill: pen.colors.soft });
      const last = months.at(-1)?.month.slice(0, 4) ?? "";
      pen.text(last, width - 20, 178, { size: 11, fill: pen.colors.soft, anchor: "end" });
    }
  },
});
