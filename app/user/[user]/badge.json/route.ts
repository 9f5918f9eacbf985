import { badge } from "@/lib/cards/badge";
import { knownLocale } from "@/lib/cards/formatter";
import { json, playerRoute, readListQuery } from "@/lib/http/player-route";
import { listGames } from "@/lib/progress/list-query";

/** A badge for shields.io's endpoint: `?show=mastered|beaten|completed|played|points&locale=`. */
export const GET = playerRoute({
  read(parameters) {
    const read = readListQuery(parameters);
    if ("errors" in read) return read;
    const locale = knownLocale(parameters.get("locale") ?? "en") ?? "en";
    return { asked: { query: read.asked, show: parameters.get("show") ?? "", locale } };
  },
  write({ player }, { query, show, locale }) {
    const { found } = listGames(player.games, query);
    return json(badge(player, found, show, locale), { "Access-Control-Allow-Origin": "*" });
  },
});
