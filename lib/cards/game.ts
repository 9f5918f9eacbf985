import { z } from "zod";
import type { Game } from "@/lib/domain/player";
import { systemLabel } from "@/lib/progress/systems";
import { isRetired, won } from "@/lib/progress/won";
import { rarityOf } from "@/lib/times/rarity";
import { timeOfAward } from "@/lib/times/time-of-row";
import { type CardData, type Drawing, defineCard } from "./card";
import { awardMark, factsIn, plainTitle, wonBar, wonForms } from "./game-line";
import { rarityText } from "./rarest";
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

/** How rare its mastery is, in words; null: unknown. */
function rarityIn({ times }: CardData, game: Game, format: Drawing<object>["format"]) {
  const known = times?.get(game.id);
  const rarity = known && !isRetired(game) ? rarityOf(known) : null;
  // RA counts masteries some time after they happen.
  const isBehind = rarity === 0 && game.highestAwardKind === "mastered";
  return rarity === null || isBehind ? null : rarityText({ rarity }, format);
}

/** The time that the award took, or without an award the playtime; null: unknown. */
function timeIn({ times }: CardData, game: Game, { time }: Drawing<object>["format"]) {
  const known = times?.get(game.id);
  const seconds = game.highestAwardKind ? timeOfAward(game, known) : known?.playtime;
  return seconds ? time(seconds) : null;
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
  times: () => "optional",
  height: ({ id }, data) => (data !== null && !find(data, id) ? 84 : 40 + ART),
  images: (data, { id }) => [find(data, id)?.iconPath ?? []].flat(),
  describe({ data, options, format }) {
    const found = find(data, options.id);
    if (!found) return format.words.none.thatGame;
    const facts = [
      achievementsWon(found, format),
      ...[timeIn(data, found, format), rarityIn(data, found, format)].filter(Boolean),
    ];
    return `${plainTitle(found.title)}: ${facts.join("; ")}.`;
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
    const rarity = rarityIn(data, found, format);
    const line = { ...soft, size: 12.5, width: right - left - 40 };
    const system = systemLabel(found);
    pen.text(rarity === null ? system : factsIn(system, [rarity], line), left, 58, line);
    const percent = format.percent(Math.min(1, won(found)));
    pen.text(percent, right, 86, { size: 17, face: "bold", anchor: "end" });
    const room = right - left - widthOf(percent, "bold", 17) - 16;
    const forms = wonForms(found, format);
    const inFull = isRetired(found) ? [] : [achievementsWon(found, format)];
    pen.fit([...inFull, ...forms], left, 86, { size: 17, face: "bold", width: room });
    wonBar(pen, found, left, 94, right - left);
    const at = found.highestAwardAt ?? found.mostRecentAwardedAt;
    if (at === null) return;
    const what = found.highestAwardKind
      ? format.words.awards[found.highestAwardKind]
      : format.words.lastPlayed;
    const day = format.day(at);
    const award = `${what} · ${day}`;
    const time = timeIn(data, found, format);
    const full = time === null ? [] : [`${award} · ${time}`];
    pen.fit([...full, award, day], left, 116, { ...soft, size: 12, width: right - left });
  },
});
