import type { ComparedGame } from "@/lib/compare/join-libraries";
import { formatRarity } from "@/lib/games/format-rarity";
import { timesOfCompared } from "@/lib/times/compare-times";
import { type ListTimes, NO_TIMES } from "@/lib/times/list-time";
import type { Library } from "@/lib/views/library";
import { formatShortTime } from "./short-time";

/**
 * What rows say of times, by RA's game id: the game's rarity, then a text for each player, with `|` between them: one text,
 * so that a row that shows the same is the same to React. A player's is the time to master; of a game without an award the
 * playtime. Nothing of what is not known.
 */
export function figuresOf(
  games: readonly ComparedGame[],
  libraries: readonly Library[],
): Record<number, string> {
  const times = libraries.map((library) => library.times ?? NO_TIMES);
  return Object.fromEntries(
    games.flatMap((compared) => {
      const texts = textsOf(compared, times);
      return texts.some((text) => text !== "") ? [[compared.game.id, texts.join("|")]] : [];
    }),
  );
}

function textsOf(compared: ComparedGame, times: readonly ListTimes[]): string[] {
  const { rarity, playtimes, timesToMaster } = timesOfCompared(compared, times);
  const ofPlayers = compared.progress.map((game, at) => {
    const seconds = game?.highestAwardKind === null ? playtimes[at] : timesToMaster[at];
    return seconds ? formatShortTime(seconds) : "";
  });
  return [rarity === null ? "" : `mastered by ${formatRarity(rarity)}`, ...ofPlayers];
}
