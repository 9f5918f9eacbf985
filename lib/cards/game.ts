import { z } from "zod";
import type { Game } from "@/lib/domain/player";
import { type CardData, defineCard } from "./card";
import { gameLine, plainTitle } from "./game-line";

const find = ({ player }: CardData, id: number): Game | undefined =>
  player.games.find((game) => game.id === id);

/** The progress in one game. Its id stands in the card's name: `game-1446.svg`. */
export const game = defineCard({
  name: "game",
  about: "One game's progress",
  width: { default: 495, min: 400, max: 900 },
  parts: [],
  options: { id: z.coerce.number().int().positive().default(0) },
  height: () => 84,
  images: (data, { id }) => [find(data, id)?.iconPath ?? []].flat(),
  describe({ data, options, format }) {
    const found = find(data, options.id);
    if (!found) return "This player has not played that game.";
    return `${plainTitle(found.title)}: ${format.number(found.numAwarded)} of ${format.number(found.maxPossible)} achievements.`;
  },
  draw(drawing) {
    const { pen, data, options } = drawing;
    const found = find(data, options.id);
    if (found) gameLine(drawing, found, 21);
    else
      pen.text("This player has not played that game.", 20, 47, {
        size: 14,
        fill: pen.colors.soft,
      });
  },
});
