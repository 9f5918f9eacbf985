import type { DailyStreak } from "@/lib/unlocks/streaks";
import { type CardData, type Drawing, defineCard } from "./card";
import { drawFigures } from "./figures";
import { drawHeading } from "./heading";
import { fill } from "./words";
import { zoneOption } from "./zone-option";

const GAP = 12;
const COLUMNS = 3;

const seconds = (day: string) => Date.parse(day) / 1000;

/** The current and the longest streak, and all days with an unlock, each with its dates below. */
function figuresOf({ unlocks }: CardData, { words, day }: Drawing<object>["format"]) {
  const { current = null, longest = null, daysPlayed = 0 } = unlocks?.streaks ?? {};
  const dates = (streak: DailyStreak | null) => {
    if (streak === null) return [];
    const { days, from, to } = streak;
    return days === 1 ? [day(seconds(to))] : [`${day(seconds(from))} –`, day(seconds(to))];
  };
  const since = unlocks?.since ?? null;
  return [
    { label: words.streak.current, value: current?.days ?? 0, below: dates(current) },
    { label: words.streak.longest, value: longest?.days ?? 0, below: dates(longest) },
    {
      label: words.streak.days,
      value: daysPlayed,
      below: since === null ? [] : [fill(words.streak.since, String(since))],
    },
  ];
}

/** Days in a row with an unlock. */
export const streak = defineCard({
  name: "streak",
  label: "Streak",
  about: "Days in a row with an achievement",
  width: { default: 495, min: 380, max: 900 },
  parts: ["title", "dates"],
  ...zoneOption,
  height: (options) => {
    const { hide = [] } = options as { hide?: readonly string[] };
    return hide.includes("dates") ? 128 : 166;
  },
  unlocks: ({ tz }) => ({ kind: "streaks", zone: tz }),
  images: () => [],
  describe({ data, format }) {
    const { headings, colon } = format.words;
    const figures = figuresOf(data, format).map(
      ({ label, value }) => `${label}${colon}${format.number(value)}`,
    );
    return `${headings.streak}${colon}${figures.join("; ")}.`;
  },
  draw(drawing) {
    const { pen, data, format, width, shows } = drawing;
    drawHeading(drawing, "streak");
    const figures = figuresOf(data, format);
    const column = (width - 40 - (COLUMNS - 1) * GAP) / COLUMNS;
    for (const [at, figure] of figures.entries()) {
      const x = 20 + at * (column + GAP);
      // One by one, so that columns stay equal whatever their labels.
      drawFigures({ pen, format }, [figure], {
        ...{ x, width: column, gap: 0 },
        ...{ y: 88, size: 40, labelY: 108, labelSize: 13 },
      });
      if (!shows("dates")) continue;
      for (const [line, text] of figure.below.entries()) {
        pen.text(text, x, 128 + line * 16, {
          ...{ size: 12, least: 11 },
          fill: pen.colors.soft,
          width: column,
        });
      }
    }
  },
});
