import { daysBetween, weekday } from "@/lib/domain/days";
import type { ZoneDay } from "@/lib/unlocks/days-in-zone";
import { type CardData, type Drawing, defineCard } from "./card";
import { ofYear } from "./year";
import { zoneOption } from "./zone-option";

/** The gap after a day, as a share of its place. */
const GAP = 0.18;
const TOP = 88;
/** How a day is drawn, from few achievements to many: larger and stronger for more, as on the overview. */
const LEVELS = [
  { color: "goldPale", size: 0.4 },
  { color: "goldPale", size: 0.65 },
  { color: "gold", size: 0.8 },
  { color: "gold", size: 1 },
] as const;

const daysOf = ({ unlocks }: CardData): readonly ZoneDay[] => unlocks?.year?.days ?? [];

/** The first day of a year, its weekday, the number of days, and the pixels of a day with its gap. */
function gridOf({ year, width = 495 }: { year: number; width?: number | undefined }) {
  const first = `${year}-01-01`;
  const lead = weekday(first);
  const length = daysBetween(first, `${year}-12-31`) + 1;
  const weeks = Math.ceil((lead + length) / 7);
  return { first, lead, length, place: (width - 40) / (weeks - GAP) };
}

/** Four equal steps up to the fullest day; few do not look like many. */
function levelOf(achievements: number, fullest: number): number {
  const last = LEVELS.length - 1;
  return Math.min(last, Math.floor(((achievements - 1) / (fullest - 1)) * LEVELS.length));
}

/** The achievements and the days of a year, in words. */
function inWords(data: CardData, { words, counted }: Drawing<object>["format"]): string {
  const days = daysOf(data);
  if (days.length === 0) return words.none.unlocks;
  const achievements = days.reduce((sum, day) => sum + day.achievements, 0);
  return `${counted(words.recentActivity.achievements, achievements)} · ${counted(words.days, days.length)}`;
}

/** One year of a player day by day, which is in the file name: `calendar-2026.svg`. */
export const calendar = defineCard({
  name: "calendar",
  label: "Calendar",
  about: "Achievements on every day of a year",
  width: { default: 495, min: 440, max: 900 },
  parts: ["title"],
  argument: ofYear.argument,
  options: { ...ofYear.options, ...zoneOption.options },
  optionsAbout: { year: "The year", ...zoneOption.optionsAbout },
  height: (options) => Math.ceil(TOP + 7 * gridOf(options).place + 16),
  unlocks: ({ tz, year }) => ({ kind: "days", zone: tz, year }),
  images: () => [],
  describe({ data, options, format }) {
    return `${options.year}${format.words.colon}${inWords(data, format)}`;
  },
  draw({ pen, data, options, format, width, shows }) {
    const { soft } = pen.colors;
    const { year } = options;
    if (shows("title")) {
      const title = options.title ?? data.player.profile.name + format.words.colon + year;
      pen.text(title, 20, 36, { size: 18, least: 13, face: "display", width: width - 40 });
    }
    pen.text(inWords(data, format), 20, 57, { size: 13, fill: soft, width: width - 40 });
    const { first, lead, length, place } = gridOf({ year, width });
    const side = place * (1 - GAP);
    const square = (day: number, size: number) => {
      const at = lead + day;
      const inset = (side * (1 - size)) / 2;
      const x = 20 + Math.floor(at / 7) * place + inset;
      const y = TOP + (at % 7) * place + inset;
      const edge = (side * size).toFixed(1);
      return `M${x.toFixed(1)} ${y.toFixed(1)}h${edge}v${edge}h-${edge}z`;
    };
    for (const [month, initial] of format.monthInitials.entries()) {
      const day = daysBetween(first, `${year}-${String(month + 1).padStart(2, "0")}-01`);
      const x = 20 + Math.floor((lead + day) / 7) * place;
      pen.text(initial, x, TOP - 7, { size: 11, fill: soft });
    }
    const all = Array.from({ length }, (_, day) => square(day, 1));
    pen.path(all.join(""), pen.colors.track);
    const days = daysOf(data);
    const fullest = Math.max(LEVELS.length, ...days.map(({ achievements }) => achievements));
    const paths = LEVELS.map(() => "");
    for (const { day, achievements } of days) {
      const level = levelOf(achievements, fullest);
      paths[level] += square(daysBetween(first, day), LEVELS[level]?.size ?? 1);
    }
    for (const [level, { color }] of LEVELS.entries())
      if (paths[level]) pen.path(paths[level], pen.colors[color]);
  },
});
