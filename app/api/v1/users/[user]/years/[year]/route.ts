import { json, playerRouteWithData, readYear } from "@/lib/http/player-route";
import { readTimes } from "@/lib/http/player-times";
import { yearNotFound } from "@/lib/http/problem";
import { yearJson } from "@/lib/http/year-json";
import { reviewYears } from "@/lib/progress/review-years";
import { yearReview } from "@/lib/progress/year-review";

/** One year of a player, as its page shows it, with what times say about it. */
export const GET = playerRouteWithData({
  read: readYear,
  refuse({ player: { games, checkedAt } }, year) {
    const years = reviewYears(games, checkedAt);
    return years.includes(year) ? null : yearNotFound(years);
  },
  readData: readTimes,
  write({ player }, year, times) {
    const review = yearReview(player.games, player.checkedAt, year);
    return json(review && yearJson(player, review, times));
  },
});
