import { plainGameTitle } from "@/app/user/[user]/game/[id]/_components/game-sentence";
import type { Game } from "@/lib/domain/player";
import { formatHours } from "@/lib/format";
import { formatRarity } from "@/lib/games/format-rarity";
import {
  fastestMasteries,
  longestMasteries,
  rarestMasteries,
  type Times,
} from "@/lib/times/masteries";
import { playtimeOf } from "@/lib/times/playtime";
import { type TimeLeft, timeLeft } from "@/lib/times/time-left";
import type { MasteryRow } from "./records";

/** What an overview says of a player's times. */
export interface OverviewTimes {
  /** In all: `1,234 hours`; null: unknown. */
  played: string | null;
  /** The rarest, the longest and the fastest one, as far as they are known. */
  masteries: MasteryRow[];
  /** Null: no game that is begun has a median. */
  left: TimeLeft | null;
}

/** The times of a player's overview, as far as they are known. */
export function overviewTimes(games: readonly Game[], times: Times): OverviewTimes {
  const { seconds } = playtimeOf(games, times);
  const left = timeLeft(games, (id) => times.get(id));
  return {
    played: seconds > 0 ? formatHours(seconds) : null,
    masteries: masteryRows(games, times),
    left: left.estimated > 0 ? left : null,
  };
}

function masteryRows(games: readonly Game[], times: Times): MasteryRow[] {
  const [rarest] = rarestMasteries(games, times);
  const [longest] = longestMasteries(games, times);
  const [fastest] = fastestMasteries(games, times);
  const rows: MasteryRow[] = [];
  const add = (which: string, { id, title }: Game, figure: string) =>
    rows.push([which, id, plainGameTitle(title), figure]);
  if (rarest) add("Rarest", rarest.game, `mastered by ${formatRarity(rarest.rarity)}`);
  if (longest) add("Longest", longest.game, formatHours(longest.seconds));
  // One mastery is not both.
  if (fastest && fastest.game !== longest?.game) {
    add("Fastest", fastest.game, formatHours(fastest.seconds));
  }
  return rows;
}
