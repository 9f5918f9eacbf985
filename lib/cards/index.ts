import type { Card } from "./card";
import { game } from "./game";
import { milestones } from "./milestones";
import { overlay } from "./overlay";
import { recent } from "./recent";
import { share } from "./share";
import { shelf } from "./shelf";
import { signature } from "./signature";
import { summary } from "./summary";
import { systems } from "./systems";
import { timeline } from "./timeline";

/** Every card there is. */
export const CARDS: readonly Card[] = [
  summary,
  recent,
  systems,
  timeline,
  milestones,
  shelf,
  game,
  signature,
  overlay,
  share,
];

/** What a card's file name asks for: `summary.svg`, `game-1446.png`; null for no card. */
export function parseCardFile(
  file: string,
): { card: Card; format: "svg" | "png"; parameters: Record<string, string> } | null {
  const [, name = "", id, format] = /^([a-z]+)(?:-([1-9]\d{0,8}))?\.(svg|png)$/.exec(file) ?? [];
  const card = CARDS.find((candidate) => candidate.name === name);
  if (!card || (format !== "svg" && format !== "png") || (card === game) !== (id !== undefined))
    return null;
  return { card, format, parameters: id === undefined ? {} : { id } };
}
