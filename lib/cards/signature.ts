import { libraryCounts } from "@/lib/progress/counts";
import { awardMix } from "./award-mix";
import { defineCard } from "./card";
import { drawFigures } from "./figures";
import { pointsForms } from "./points";

/** x of the figures, in pixels. */
const FIGURES = 270;
const SHOWN = ["played", "beaten", "mastered"] as const;

/** A card of the usual size of forum signatures. */
export const signature = defineCard({
  name: "signature",
  label: "Signature",
  about: "A strip for the end of your forum posts",
  width: { default: 468, min: 468, max: 468 },
  parts: ["avatar", "bar"],
  options: {},
  optionsAbout: {},
  height: () => 60,
  placesDate: true,
  images: ({ player }) => [player.profile.avatarPath],
  describe({ data, format }) {
    const all = libraryCounts(data.player.games);
    const { counts, colon } = format.words;
    return `${SHOWN.map((key) => `${counts[key]}${colon}${format.number(all[key])}`).join(", ")}.`;
  },
  draw({ pen, data: { player, image }, options, format, width, date, shows }) {
    const all = libraryCounts(player.games);
    if (shows("avatar")) pen.image(image(player.profile.avatarPath), 8, 8, 44);
    const left = shows("avatar") ? 62 : 14;
    const room = FIGURES - 18 - left;
    const soft = { fill: pen.colors.soft, width: room };
    const name = options.title ?? player.profile.name;
    // The date takes a third line.
    pen.text(name, left, date === null ? 28 : 21, { size: 18, face: "display", width: room });
    const forms = pointsForms(player.profile, format);
    pen.fit(forms, left, date === null ? 46 : 35, { ...soft, size: 12 });
    if (date !== null) pen.fit([date], left, 49, { ...soft, size: 11 });
    const figures = SHOWN.map((key) => ({ label: format.words.counts[key], value: all[key] }));
    drawFigures({ pen, format }, figures, {
      ...{ x: FIGURES, width: width - FIGURES - 14, gap: 8 },
      ...{ y: 25, size: 17, labelY: 39, labelSize: 11 },
    });
    if (shows("bar")) pen.bar(FIGURES, 46, width - FIGURES - 14, 6, awardMix(all, pen.colors));
  },
});
