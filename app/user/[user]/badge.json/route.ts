import { badge } from "@/lib/cards/badge";
import { json, playerRoute, readListQuery } from "@/lib/http/player-route";
import { listGames } from "@/lib/progress/list-query";

/** A badge for shields.io's endpoint: `?show=mastered|beaten|completed|played|points`. */
export const GET = playerRoute({
  read(parameters) {
    const read = readListQuery(parameters);
    if ("errors" in read) return read;
    return { asked: { query: read.asked, show: parameters.get("show") ?? "" } };
  },
  write({ player }, { query, show }) {
    const { found } = listGames(player.games, query);
    return json(badge(player, found, show), { "Access-Control-Allow-Origin": "*" });
  },
});
