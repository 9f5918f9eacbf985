import { z } from "zod";
import { perLibrary } from "@/lib/progress/per-library";
import { systemProgress } from "@/lib/progress/system-progress";
import { withoutEvents } from "@/lib/progress/systems";
import { awardMix } from "./award-mix";
import { defineCard } from "./card";

const ranked = perLibrary((games) => systemProgress(withoutEvents(games)));

/** The systems with most games, and their award mix. */
export const systems = defineCard({
  name: "systems",
  about: "Systems by games, with their award mix",
  width: { default: 495, min: 360, max: 900 },
  parts: ["title"],
  options: { count: z.coerce.number().int().min(1).max(15).default(6) },
  height: ({ count }) => 64 + count * 26,
  images: () => [],
  describe: ({ data, options, format }) =>
    `Games by system: ${
      ranked(data.player.games)
        .slice(0, options.count)
        .map(({ name, counts }) => `${name} ${format.number(counts.played)}`)
        .join(", ") || "none yet"
    }.`,
  draw({ pen, data, options, format, width, shows }) {
    const title = options.title ?? `${data.player.profile.name}: systems`;
    if (shows("title")) pen.text(title, 20, 36, { size: 18, face: "display", width: width - 40 });
    const shown = ranked(data.player.games).slice(0, options.count);
    const longest = shown[0]?.counts.played ?? 1;
    const left = 150;
    const room = width - left - 70;
    for (const [at, { name, counts }] of shown.entries()) {
      const y = 66 + at * 26;
      pen.text(name, 20, y + 4, { size: 13, width: left - 30 });
      const length = Math.max(8, (room * counts.played) / longest);
      pen.bar(left, y - 6, length, 11, awardMix(counts, counts.played, pen.colors));
      pen.text(format.number(counts.played), width - 20, y + 4, {
        size: 13,
        face: "bold",
        anchor: "end",
      });
    }
    if (shown.length === 0) pen.text("No games yet.", 20, 70, { size: 14, fill: pen.colors.soft });
  },
});
