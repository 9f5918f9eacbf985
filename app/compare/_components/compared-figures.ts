import type { ComparedGame } from "@/lib/compare/join-libraries";
import type { Game } from "@/lib/domain/player";
import { formatRarity } from "@/lib/games/format-rarity";
import { isRetired } from "@/lib/progress/won";
import { timesOfCompared } from "@/lib/times/compare-times";
import { type ListTime, type ListTimes, NO_TIMES } from "@/lib/times/list-time";
import { timeOfAward } from "@/lib/times/time-of-row";
import type { Library } from "@/lib/views/library";
import { formatShortTime } from "./short-time";

/**
 * What rows say of times, by RA's game id: the game's rarity, then a text for each player, with `|` between them: one text,
 * so that a row that shows the same is the same to React. A player's is the time to the award, else the playtime. Nothing of
 * what is not known.
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
  const { rarity } = timesOfCompared(compared, times);
  const ofPlayers = compared.progress.map((game, at) =>
    game ? timeInWords(game, times[at]?.get(game.id)) : "",
  );
  return [rarity === null ? "" : `mastered by ${formatRarity(rarity)}`, ...ofPlayers];
}

/** `in 12 hr`: until the award, or behind what is unlocked by now; `12 hr played` where there is neither. */
function timeInWords(game: Game, time: ListTime | undefined): string {
  const toAward = timeOfAward(game, time);
  if (toAward !== null) return `in ${formatShortTime(toAward)}`;
  if (!time?.playtime) return "";
  const playtime = formatShortTime(time.playtime);
  return game.highestAwardKind === null && !isRetired(game)
    ? `in ${playtime}`
    : `${playtime} played`;
}
