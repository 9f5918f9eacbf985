import { freshness } from "@/lib/env";
import { cacheHeaders } from "@/lib/http/cache-headers";
import { conditionalResponse } from "@/lib/http/entity-tag";
import { upstreamProblem } from "@/lib/http/problem";
import { loadPlayer } from "@/lib/players/load-player";

interface Context {
  params: Promise<{ user: string }>;
}

/** A player's card as a little page that any other may show in a frame, for oEmbed. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    const loaded = await loadPlayer((await params).user, request);
    const { name } = loaded.player.profile;
    const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>${name}</title><style>body{margin:0;background:none}img{display:block;width:100%;height:auto}</style><a href="/user/${name}" target="_top"><img src="/user/${name}/cards/summary.svg" width="495" height="195" alt="${name} on RetroAchievements"></a></html>`;
    return conditionalResponse(request, html, {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy":
        "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors *",
      ...cacheHeaders(loaded, freshness()),
    });
  } catch (error) {
    return upstreamProblem(error);
  }
}
