import { readPage } from "@/lib/http/page-parameters";
import { json, playerRoute } from "@/lib/http/player-route";
import { toApiRow } from "@/lib/retroachievements/wire";

/** A player's games, in the shape of `getUserCompletionProgress` of `@retroachievements/api`. */
export const GET = playerRoute({
  read: readPage,
  write({ player: { games } }, { offset, count }) {
    const results = games.slice(offset, offset + count).map(toApiRow);
    return json({ count: results.length, total: games.length, results });
  },
});
