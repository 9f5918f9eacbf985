import type { Game } from "@/lib/domain/player";
import { aGame } from "@/lib/domain/test-games";

/** A system, for games. */
export const NES = { systemId: 7, systemName: "NES/Famicom" };
const SNES = { systemId: 3, systemName: "SNES/Super Famicom" };
const at = (year: number, month: number) => Date.UTC(year, month - 1, 5) / 1000;

/** A game that was mastered on the fifth of a month. */
export const mastered = (id: number, year: number, month: number): Game =>
  aGame({
    ...NES,
    id,
    title: `Gold ${id}`,
    numAwarded: 10,
    numAwardedHardcore: 10,
    mostRecentAwardedAt: at(year, month),
    highestAwardKind: "mastered",
    highestAwardAt: at(year, month),
  });

/** Four masteries, one of a set that has grown since, a game that is nearly done, and one just started. */
export const GAMES = [
  mastered(1, 2023, 3),
  mastered(2, 2024, 3),
  mastered(3, 2024, 4),
  aGame({ ...SNES, id: 4, title: "Nearly", numAwarded: 9, numAwardedHardcore: 9 }),
  { ...mastered(5, 2024, 5), title: "Grown", maxPossible: 12 },
  aGame({ ...SNES, id: 6, title: "Begun", numAwarded: 1 }),
];
/** The text of some markup. */
export const wordsOf = (markup: string) =>
  markup
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();

/** Where the links of some markup lead, by their words. */
export function linksOf(markup: string): Record<string, string> {
  const links = [...markup.matchAll(/<a [^>]*?href="([^"]*)"[^>]*>(.*?)<\/a>/gs)];
  return Object.fromEntries(
    links.map(([, href = "", inner = ""]) => [wordsOf(inner), href.replaceAll("&amp;", "&")]),
  );
}
