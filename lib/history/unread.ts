import type { UnreadRows } from "@/lib/domain/player";
import { countGames } from "@/lib/progress/counts";
import type { GameState, PlayerState } from "./state";
import { TOTALS, type Totals, totalsOf } from "./totals";

/**
 * Adds the games whose rows could not be read from the previous state, since they have not left the list. A row without
 * an id stands for the first missing game.
 *
 * @param before the previous state
 */
export function withUnread(
  state: PlayerState,
  before: PlayerState,
  { ids, withoutId }: UnreadRows = { ids: [], withoutId: 0 },
): PlayerState {
  if (ids.length === 0 && withoutId === 0) return state;
  const listed = new Set(state.games.map(({ id }) => id));
  const unread = new Set(ids);
  let left = withoutId;
  const unreadGames = before.games.filter(
    ({ id }) => !listed.has(id) && (unread.has(id) || left-- > 0),
  );
  if (unreadGames.length === 0) return state;
  return {
    ...state,
    games: [...state.games, ...unreadGames].sort((one, other) => one.id - other.id),
    totals: sumOf(state.totals, unreadGames),
  };
}

/** Totals with those of more games, without their points: the profile's include them. */
function sumOf(totals: Totals, more: readonly GameState[]): Totals {
  const nameless = { title: "", iconPath: "", systemId: 0, systemName: null };
  const games = more.map((game) => ({ ...game, ...nameless }));
  const added = totalsOf({ points: 0, casualPoints: 0, retroPoints: 0 }, games, countGames(games));
  const sum = { ...totals };
  for (const name of TOTALS) sum[name] += added[name];
  return sum;
}
