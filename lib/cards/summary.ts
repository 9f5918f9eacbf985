import { shownCounts } from "@/lib/progress/counts";
import { libraryCounts } from "@/lib/progress/library-counts";
import { perLibrary } from "@/lib/progress/per-library";
import { withoutEvents } from "@/lib/progress/systems";
import { won } from "@/lib/progress/won";
import { awardMix } from "./award-mix";
import { defineCard } from "./card";

const figures = perLibrary((games) => {
  const counted = withoutEvents(games);
  const average =
    counted.reduce((sum, game) => sum + Math.min(1, won(game)), 0) / Math.max(1, counted.length);
  return { counts: libraryCounts(games), average };
});

/** Who the player is, the counts, the award mix, and the average of completion. */
export const summary = defineCard({
  name: "summary",
  about: "Avatar, name, points, counts and award mix",
  width: { default: 495, min: 380, max: 900 },
  parts: ["avatar", "points", "bar", "average"],
  options: {},
  height: () => 195,
  images: ({ player }, _options) => [player.profile.avatarPath],
  describe({ data: { player }, format }) {
    const { counts, average } = figures(player.games);
    const parts = shownCounts(counts).map(
      ({ label, value }) => `${format.number(value)} ${label.toLowerCase()}`,
    );
    return `${format.number(player.profile.points)} points; games: ${parts.join(", ")}; ${format.percent(average)} completed on average.`;
  },
  draw({ pen, data: { player, image }, options, format, width, shows }) {
    const { profile } = player;
    const { counts, average } = figures(player.games);
    const { colors } = pen;
    const left = shows("avatar") ? 100 : 20;
    if (shows("avatar")) pen.image(image(profile.avatarPath), 20, 20, 64);
    const room = width - left - 20;
    pen.text(options.title ?? profile.name, left, 50, { size: 26, face: "display", width: room });
    if (shows("points")) {
      const text = `${format.number(profile.points || profile.casualPoints)} ${profile.points ? "points" : "casual points"}`;
      pen.text(text, left, 74, { size: 14, fill: colors.soft, width: room });
    }
    const shown = shownCounts(counts);
    const column = (width - 40) / shown.length;
    for (const [at, { key, label, value }] of shown.entries()) {
      const x = 20 + at * column;
      pen.text(format.number(value), x, 124, { size: 22, face: "display", width: column - 6 });
      // The page's own label has no room here.
      pen.text(key === "beatenCasual" ? "Casual" : label, x, 142, {
        size: 11.5,
        fill: colors.soft,
        width: column - 6,
      });
    }
    if (shows("bar"))
      pen.bar(
        20,
        158,
        width - 40 - (shows("average") ? 60 : 0),
        10,
        awardMix(counts, counts.played, colors),
      );
    if (shows("average")) {
      pen.text(format.percent(average), width - 20, 168, { size: 14, face: "bold", anchor: "end" });
      pen.text("completed", width - 20, 182, { size: 9.5, fill: colors.soft, anchor: "end" });
    }
  },
});
