import { playerRoute, readNothing } from "@/lib/http/player-route";

/** A player's card as a little page that any other may show in a frame, for oEmbed. */
export const GET = playerRoute({
  read: readNothing,
  write: ({ player }) => ({
    type: "text/html; charset=utf-8",
    body: page(player.profile.name),
    headers: {
      "Content-Security-Policy":
        "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors *",
    },
  }),
});

/** RA's names are letters and digits, so nothing needs to be escaped. */
function page(name: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${name}</title><style>body{margin:0;background:none}img{display:block;width:100%;height:auto}</style><a href="/user/${name}" target="_top"><img src="/user/${name}/cards/summary.svg" width="495" height="195" alt="${name} on RetroAchievements"></a></html>`;
}
