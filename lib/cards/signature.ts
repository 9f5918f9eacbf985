import { libraryCounts } from "@/lib/progress/library-counts";
import { awardMix } from "./award-mix";
import { defineCard } from "./card";

/** The classic size of a forum's signature. */
export const signature = defineCard({
  name: "signature",
  about: "468×60, for forum signatures",
  width: { default: 468, min: 468, max: 468 },
  parts: ["avatar", "bar"],
  options: {},
  height: () => 60,
  images: ({ player }) => [player.profile.avatarPath],
  describe({ data, format }) {
    const { played, beaten, mastered } = libraryCounts(data.player.games);
    return `${format.number(played)} games played, ${format.number(beaten)} beaten, ${format.number(mastered)} mastered.`;
  },
  draw({ pen, data: { player, image }, options, format, width, shows }) {
    const { played, beaten, mastered } = libraryCounts(player.games);
    if (shows("avatar")) pen.image(image(player.profile.avatarPath), 8, 8, 44);
    const left = shows("avatar") ? 62 : 14;
    pen.text(options.title ?? player.profile.name, left, 28, {
      size: 18,
      face: "display",
      width: 190,
    });
    pen.text(`${format.number(player.profile.points)} points`, left, 46, {
      size: 12,
      fill: pen.colors.soft,
      width: 190,
    });
    const facts: [string, number][] = [
      ["played", played],
      ["beaten", beaten],
      ["mastered", mastered],
    ];
    for (const [at, [name, count]] of facts.entries()) {
      const x = 270 + at * 64;
      pen.text(format.number(count), x, 26, { size: 17, face: "display", width: 60 });
      pen.text(name, x, 39, { size: 10, fill: pen.colors.soft, width: 60 });
    }
    if (shows("bar"))
      pen.bar(
        270,
        45,
        width - 270 - 14,
        6,
        awardMix(libraryCounts(player.games), played, pen.colors),
      );
  },
});
