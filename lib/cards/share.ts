import { shownCounts } from "@/lib/progress/counts";
import { libraryCounts } from "@/lib/progress/library-counts";
import { awardMix } from "./award-mix";
import { defineCard } from "./card";

/** What a link to the page unfolds to: 1200×630, as Open Graph asks for. */
export const share = defineCard({
  name: "share",
  about: "1200×630, what a link to the page unfolds to",
  width: { default: 1200, min: 1200, max: 1200 },
  parts: ["avatar", "bar"],
  options: {},
  height: () => 630,
  images: ({ player }) => [player.profile.avatarPath],
  describe: ({ data, format }) =>
    `${format.number(libraryCounts(data.player.games).played)} games, ${format.number(libraryCounts(data.player.games).mastered)} mastered.`,
  draw({ pen, data: { player, image }, options, format, width, shows }) {
    const { profile } = player;
    const all = libraryCounts(player.games);
    const left = shows("avatar") ? 300 : 80;
    if (shows("avatar")) pen.image(image(profile.avatarPath), 80, 80, 180);
    const room = width - left - 80;
    pen.text(profile.name, left, 170, { size: 84, face: "display", width: room });
    const line = options.title ?? `${format.number(profile.points)} points on RetroAchievements`;
    pen.text(line, left, 230, { size: 36, fill: pen.colors.soft, width: room });
    const shown = shownCounts(all);
    const column = (width - 160) / shown.length;
    for (const [at, { key, label, value }] of shown.entries()) {
      const x = 80 + at * column;
      pen.text(format.number(value), x, 420, { size: 56, face: "display", width: column - 16 });
      const name = key === "beatenCasual" ? "Casual" : label;
      pen.text(name, x, 466, { size: 28, fill: pen.colors.soft, width: column - 16 });
    }
    if (shows("bar")) pen.bar(80, 520, width - 160, 28, awardMix(all, all.played, pen.colors));
    pen.text("Longplay", width - 80, 596, { size: 28, fill: pen.colors.soft, anchor: "end" });
  },
});
