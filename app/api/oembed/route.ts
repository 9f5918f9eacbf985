import { parseCardFile } from "@/lib/cards";
import { type CardRequest, cardHeight, isDated, readCardRequest } from "@/lib/cards/card-request";
import { freshness } from "@/lib/env";
import { cacheHeaders, SHORT_CACHE_CONTROL } from "@/lib/http/cache-headers";
import { encodedResponse } from "@/lib/http/encoded-response";
import { json } from "@/lib/http/player-route";
import { invalidParameters, upstreamProblem } from "@/lib/http/problem";
import { newBody } from "@/lib/http/response-cache";
import { siteUrl } from "@/lib/http/site-url";
import { LIMITS } from "@/lib/limits";
import { loadHistory, newestDays } from "@/lib/players/load-history";
import { type LoadedPlayer, loadPlayer } from "@/lib/players/load-player";
import { loadTimes } from "@/lib/players/times/load-times";
import { loadShownUnlocks } from "@/lib/players/unlocks/load-shown-unlocks";

const PROVIDER = { version: "1.0", provider_name: "Longplay", cache_age: 300 };
const SIZE = { width: 495, height: 195 };

/** oEmbed (https://oembed.com): a card is a photo, a player's page is rich, in a frame. */
export async function GET(request: Request): Promise<Response> {
  const given = new URL(request.url).searchParams;
  const site = siteUrl();
  if ((given.get("format") || "json") !== "json") {
    const headers = { "Cache-Control": SHORT_CACHE_CONTROL };
    return new Response("Only format=json is there.", { status: 501, headers });
  }
  const url = readUrl(given.get("url") ?? "", site);
  const [, user = "", file] =
    /^\/user\/([0-9A-Za-z]{2,26})(?:\/progress|\/cards\/([0-9A-Za-z.-]+))?$/.exec(
      url?.pathname ?? "",
    ) ?? [];
  const card = file === undefined ? undefined : parseCardFile(file);
  if (!url || user === "" || card === null) {
    return invalidParameters([
      { name: "url", reason: "must be the address of a player's page or card of this site" },
    ]);
  }
  try {
    const loaded = await loadPlayer(user, request);
    const { name } = loaded.player.profile;
    const title = `${name} on RetroAchievements`;
    const common = {
      ...PROVIDER,
      provider_url: site,
      title,
      author_name: name,
      author_url: `${site}/user/${name}`,
    };
    const answer = (about: object) =>
      encodedResponse(
        request,
        newBody(json({ ...common, ...about })),
        cacheHeaders(loaded, freshness()),
      );
    if (card) {
      const parameters = new URLSearchParams(url.search);
      for (const [key, value] of Object.entries(card.parameters)) parameters.set(key, value);
      const asked = readCardRequest(card.card, parameters);
      const height = await heightOf(asked, loaded);
      const photo = site + url.pathname + url.search;
      return await answer({ type: "photo", url: photo, width: asked.width, height });
    }
    const width = readMaxWidth(given.get("maxwidth"));
    const height = Math.round((SIZE.height * width) / SIZE.width);
    const html = `<iframe src="${site}/user/${name}/frame" width="${width}" height="${height}" style="border:0" title="${title}"></iframe>`;
    return await answer({ type: "rich", html, width, height });
  } catch (error) {
    return upstreamProblem(error);
  }
}

/** The height of a card's picture in pixels. While its days, unlocks or times are missing, it is a message and as high as it can be. */
async function heightOf(asked: CardRequest, loaded: LoadedPlayer): Promise<number> {
  const { card, options } = asked;
  const { player } = loaded;
  const wanted = card.unlocks?.(options);
  const need = card.times?.(options);
  const [recent, shown, timed] = await Promise.all([
    card.needsHistory ? loadHistory(player, newestDays(LIMITS.historyDaysAtOnce, player)) : null,
    wanted ? loadShownUnlocks(player, wanted) : null,
    need ? loadTimes(player) : null,
  ]);
  const isMessage = need === "required" && timed === null;
  if (isMessage || recent?.history === null || shown?.unlocks === null)
    return card.height(options, null);
  return cardHeight(asked, {
    player,
    history: recent ? { days: recent.history.days, isKept: recent.keeping.kept } : undefined,
    unlocks: shown?.unlocks,
    times: timed?.times,
    isDated: isDated(loaded),
    image: () => null,
  });
}

/** The width of the frame: the card's own, or less. What is no width is left out. */
function readMaxWidth(text: string | null): number {
  return text !== null && /^[1-9]\d{0,5}$/.test(text)
    ? Math.min(SIZE.width, Number(text))
    : SIZE.width;
}

/** The URL, or the path alone, if it is one of this site. */
function readUrl(text: string, site: string): URL | null {
  if (text === "" || !URL.canParse(text, site)) return null;
  const url = new URL(text, site);
  return url.host === new URL(site).host ? url : null;
}
