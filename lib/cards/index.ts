import { achievements } from "./achievements";
import { calendar } from "./calendar";
import { type Card, cardFile } from "./card";
import { game } from "./game";
import { milestones } from "./milestones";
import { overlay } from "./overlay";
import { rarest } from "./rarest";
import { recent } from "./recent";
import { recentActivity } from "./recent-activity";
import { share } from "./share";
import { shareYear } from "./share-year";
import { shelf } from "./shelf";
import { signature } from "./signature";
import { story } from "./story";
import { storyYear } from "./story-year";
import { streak } from "./streak";
import { summary } from "./summary";
import { systems } from "./systems";
import { time } from "./time";
import { timeline } from "./timeline";
import { versus } from "./versus";
import { year } from "./year";

/** The registry of all cards, in the order of the card builder and the docs. */
export const CARDS: readonly Card[] = [
  summary,
  recent,
  recentActivity,
  streak,
  calendar,
  achievements,
  rarest,
  time,
  systems,
  timeline,
  milestones,
  shelf,
  year,
  versus,
  game,
  signature,
  overlay,
  share,
  shareYear,
  story,
  storyYear,
];

const FILE = /^([a-z]+)(?:-([0-9A-Za-z]+))?\.(svg|png)$/;

/** Parses a card's file name: `summary.svg`, `game-1446.png`; null if there is no such card. */
export function parseCardFile(
  file: string,
): { card: Card; format: "svg" | "png"; parameters: Record<string, string> } | null {
  const [, name, given, format] = FILE.exec(file) ?? [];
  if (format !== "svg" && format !== "png") return null;
  for (const card of CARDS) {
    if (cardFile(card) !== name) continue;
    const { argument } = card;
    if (!argument && given === undefined) return { card, format, parameters: {} };
    if (argument && given !== undefined && argument.schema.safeParse(given).success)
      return { card, format, parameters: { [argument.option]: given } };
  }
  return null;
}
