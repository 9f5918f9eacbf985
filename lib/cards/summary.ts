import { z } from "zod";
import { libraryCounts, shownCounts } from "@/lib/progress/counts";
import { libraryAverage } from "@/lib/progress/distribution";
import { playtimeOf } from "@/lib/times/playtime";
import { awardMix } from "./award-mix";
import { type CardData, type Drawing, defineCard } from "./card";
import { drawFigures } from "./figures";
import { pointsForms } from "./points";
import { widthOf } from "./text-width";
import { fill } from "./words";

/** What the card shows on request. */
export const SHOWN = ["rank", "hours"] as const;
type Shown = (typeof SHOWN)[number];

/** Rank and hours as far as they are wanted and known, longest form first: `#1,234 of 95,000 · 1,234 hours`. */
function moreForms(
  { player, times, ranks }: CardData,
  show: readonly Shown[],
  format: Drawing<object>["format"],
): string[] {
  const { words, number, hours, time } = format;
  const rank = show.includes("rank") ? (ranks?.hardcore ?? ranks?.casual ?? null) : null;
  const mode = ranks?.hardcore ? "" : ` (${words.casual})`;
  const place = rank && `#${number(rank.rank)}`;
  const ofAll = rank?.of ? fill(words.wonOf, number(rank.of), place ?? "") : place;
  const shown = (show.includes("hours") && times) || new Map();
  const { seconds, games } = playtimeOf(player.games, shown);
  const join = (...parts: (string | null)[]) => parts.filter(Boolean).join(" · ");
  const forms = [
    join(ofAll && ofAll + mode, games > 0 ? hours(seconds) : null),
    join(place && place + mode, games > 0 ? time(seconds) : null),
  ];
  return forms.filter(Boolean);
}

/** The player, the counts, the award mix and the average completion. */
export const summary = defineCard({
  name: "summary",
  label: "Summary",
  about: "Totals at a glance",
  width: { default: 495, min: 380, max: 900 },
  parts: ["avatar", "points", "bar", "average"],
  options: {
    show: z
      .string()
      .regex(/^(?:rank|hours)(?:,(?:rank|hours))?$/)
      .transform((text) => SHOWN.filter((name) => text.split(",").includes(name)))
      .default([]),
  },
  optionsAbout: { show: "What else to show, with commas: rank, hours" },
  height: () => 195,
  times: ({ show }) => (show.includes("hours") ? "required" : null),
  needsRanks: ({ show }) => show.includes("rank"),
  images: ({ player }, _options) => [player.profile.avatarPath],
  describe({ data, options, format }) {
    const { player } = data;
    const counts = libraryCounts(player.games);
    const average = libraryAverage(player.games);
    const { words } = format;
    const parts = shownCounts(counts).map(
      ({ key, value }) => `${words.counts[key]}${words.colon}${format.number(value)}`,
    );
    const [points] = pointsForms(player.profile, format);
    const [more] = moreForms(data, options.show, format);
    return `${points}; ${more ? `${more}; ` : ""}${parts.join(", ")}; ${fill(words.averageIs, format.percent(average))}.`;
  },
  draw({ pen, data, options, format, width, shows }) {
    const { player, image } = data;
    const { profile } = player;
    const counts = libraryCounts(player.games);
    const average = libraryAverage(player.games);
    const { colors } = pen;
    const left = shows("avatar") ? 100 : 20;
    if (shows("avatar")) pen.image(image(profile.avatarPath), 20, 20, 64);
    const room = width - left - 20;
    const more = moreForms(data, options.show, format);
    // Three lines beside the avatar stand closer.
    const [nameY, pointsY] = more.length > 0 ? [42, 63] : [50, 74];
    pen.text(options.title ?? profile.name, left, nameY, {
      size: 26,
      face: "display",
      width: room,
    });
    const soft = { fill: colors.soft, width: room };
    if (shows("points"))
      pen.fit(pointsForms(profile, format), left, pointsY, { size: 14, ...soft });
    if (more.length > 0) pen.fit(more, left, shows("points") ? 83 : pointsY, { size: 14, ...soft });
    const figures = shownCounts(counts).map(({ key, value }) => ({
      label: format.words.counts[key],
      value,
    }));
    drawFigures({ pen, format }, figures, {
      ...{ x: 20, width: width - 40, gap: 8 },
      ...{ y: 120, size: 22, labelY: 138, labelSize: 11.5 },
    });
    const percent = format.percent(average);
    const aside =
      Math.max(widthOf(percent, "bold", 14), widthOf(format.words.average, "text", 11)) + 12;
    if (shows("bar")) {
      const length = width - 40 - (shows("average") ? aside : 0);
      pen.bar(20, 153, length, 10, awardMix(counts, colors));
    }
    if (shows("average")) {
      pen.text(percent, width - 20, 162, { size: 14, face: "bold", anchor: "end" });
      pen.text(format.words.average, width - 20, 177, {
        size: 11,
        fill: colors.soft,
        anchor: "end",
      });
    }
  },
});
