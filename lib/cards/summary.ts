import { libraryCounts, shownCounts } from "@/lib/progress/counts";
import { libraryAverage } from "@/lib/progress/distribution";
import { awardMix } from "./award-mix";
import { defineCard } from "./card";
import { drawFigures } from "./figures";
import { pointsForms } from "./points";
import { widthOf } from "./text-width";
import { fill } from "./words";

/** The player, the counts, the award mix and the average completion. */
export const summary = defineCard({
  name: "summary",
  label: "Summary",
  about: "Totals at a glance",
  width: { default: 495, min: 380, max: 900 },
  parts: ["avatar", "points", "bar", "average"],
  options: {},
  optionsAbout: {},
  height: () => 195,
  images: ({ player }, _options) => [player.profile.avatarPath],
  describe({ data: { player }, format }) {
    const counts = libraryCounts(player.games);
    const average = libraryAverage(player.games);
    const { words } = format;
    const parts = shownCounts(counts).map(
      ({ key, value }) => `${words.counts[key]}${words.colon}${format.number(value)}`,
    );
    const [points] = pointsForms(player.profile, format);
    return `${points}; ${parts.join(", ")}; ${fill(words.averageIs, format.percent(average))}.`;
  },
  draw({ pen, data: { player, image }, options, format, width, shows }) {
    const { profile } = player;
    const counts = libraryCounts(player.games);
    const average = libraryAverage(player.games);
    const { colors } = pen;
    const left = shows("avatar") ? 100 : 20;
    if (shows("avatar")) pen.image(image(profile.avatarPath), 20, 20, 64);
    const room = width - left - 20;
    pen.text(options.title ?? profile.name, left, 50, { size: 26, face: "display", width: room });
    if (shows("points")) {
      const forms = pointsForms(profile, format);
      pen.fit(forms, left, 74, { size: 14, fill: colors.soft, width: room });
    }
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
