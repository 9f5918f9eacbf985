import { awardFeed } from "@/lib/exports/atom";
import { playerRoute, readNothing } from "@/lib/http/player-route";
import { siteUrl } from "@/lib/http/site-url";
import { gameBase } from "@/lib/retroachievements/retroachievements";

/** A player's awards for feed readers. */
export const GET = playerRoute({
  read: readNothing,
  write: ({ player }) => ({
    type: "application/atom+xml; charset=utf-8",
    body: awardFeed(player, siteUrl(), gameBase()),
  }),
});
