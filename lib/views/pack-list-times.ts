import type { Game } from "@/lib/domain/player";
import type { ListTimes } from "@/lib/times/list-time";
import { timeOfAward } from "@/lib/times/time-of-row";
import { before, type PackedTimes, SUBSETS } from "./packed-times";

/** Packs what lists show of the times of some games; null if nothing of it is known. */
export function packListTimes(games: readonly Game[], times: ListTimes): PackedTimes | null {
  if (!games.some(({ id }) => times.has(id))) return null;
  const packed: PackedTimes = {
    ...{ began: [], played: [], after: [], points: [], missing: [], players: [], mastered: [] },
    subsets: "",
  };
  for (const game of games) {
    const time = times.get(game.id);
    packed.began.push(before(game.mostRecentAwardedAt ?? 0, time?.firstUnlockAt));
    packed.played.push(time?.playtime ?? null);
    packed.after.push(before(time?.playtime ?? 0, timeOfAward(game, time)));
    packed.points.push(time?.pointsTotal ?? null);
    packed.missing.push(before(time?.pointsTotal ?? 0, time?.points));
    packed.players.push(time?.playersHardcore ?? null);
    packed.mastered.push(time?.timesMastered ?? null);
    packed.subsets += SUBSETS.indexOf(time?.isSubset ?? null);
  }
  return packed;
}
