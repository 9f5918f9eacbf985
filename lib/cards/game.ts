import { z } from "zod";
import type { Game } from "@/lib/domain/player";
import { systemLabel } from "@/lib/progress/systems";
import { isRetired, won } from "@/lib/progress/won";
import { type CardData, type Drawing, defineCard } from "./card";
import { awardMark, plainTitle, wonBar, wonForms } from "./game-line";
import { widthOf } from "./text-width";

const ART = 96;
const find = ({ player }: CardData, id: number): Game | undefined =>
  player.games.find((game) => game.id === id);

function achievementsWon(
  { numAwarded, maxPossible }: Game,
  { words, counted, number }: Drawing<object>["format"],
): string {
  return counted(words.achievementsWon, maxPossible).replace("{won}", () => number(numAwarded));
}

/** The progress in one game, whose id is in the file name: `game-1446.svg`. */
export const game = defineCard({
  name: "game",
  label: "Game",
  about: "Progress in one game",
  width: { default: 495, min: 400, max: 900 },
  parts: [],
  argument: {
    option: "id",
    schema: z.string().regex(/^[1-9]\d{0,8}$/),
    example: "1446",
  },
  options: { id: z.coerce.number().int().positive().default(0) },
  optionsAbout: { id: "RetroAchievements' id of the game" },
  height: ({ id }, data) => (data !== null && !find(data, id) ? 84 : 40 + ART),
  images: (data, { id }) => [find(data, id)?.iconPath ?? []].flat(),
  describe({ data, options, format }) {
    const found = find(data, options.id);
    if (!found) return format.words.none.thatGame;
    return `${plainTitle(found.title)}: ${achievementsWon(found, format)}.`;
  },
  draw({ pen, data, options, format, width }) {
    const found = find(data, options.id);
    const soft = { fill: pen.colors.soft };
    if (!found) {
      pen.text(format.words.none.thatGame, 20, 47, { ...soft, size: 14, width: width - 40 });
      return;
    }
    pen.image(data.image(found.iconPath), 20, 20, ART);
    const left = 20 + ART + 18;
    const right = width - 20;
    const hasAward = found.highestAwardKind !== null;
    pen.text(plainTitle(found.title), left, 38, {
      ...{ size: 20, least: 16, face: "display" },
      width: right - left - (hasAward ? 40 : 0),
    });
    awardMark(pen, found, right - 13, 32, 1.4);
    pen.text(systemLabel(found), left, 58, { ...soft, size: 12.5, width: right - left - 40 });
    const percent = format.percent(Math.min(1, won(found)));
    pen.text(percent, right, 86, { size: 17, face: "bold", anchor: "end" });
    const room = right - left - widthOf(percent, "bold", 17) - 16;
    const forms = wonForms(found, format);
    const full = isRetired(found) ? [] : [achievementsWon(found, format)];
    pen.fit([...full, ...forms], left, 86, { size: 17, face: "bold", width: room });
    wonBar(pen, found, left, 94, right - left);
    const at = found.highestAwardAt ?? found.mostRecentAwardedAt;
    if (at === null) return;
    const what = found.highestAwardKind
      ? format.words.awards[found.highestAwardKind]
      : format.words.lastPlayed;
    const day = format.day(at);
    pen.fit([`${what} · ${day}`, day], left, 116, { ...soft, size: 12, width: right - left });
  },
});
