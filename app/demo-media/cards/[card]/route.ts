import { fixedArgument } from "@/app/_components/example-cards";
import { CACHE_TIMES } from "@/lib/cache-times";
import { CARDS } from "@/lib/cards";
import type { Card } from "@/lib/cards/card";
import { type CardRequest, readCardRequest } from "@/lib/cards/card-request";
import { drawCard } from "@/lib/cards/draw-card";
import { SHORT_CACHE_CONTROL } from "@/lib/http/cache-headers";
import { EncodedBody } from "@/lib/http/encoded-body";
import { encodedResponse } from "@/lib/http/encoded-response";
import { createDemo, DEMO_USERS } from "@/lib/retroachievements/demo";
import { demoHistory } from "@/lib/retroachievements/demo/history";
import { drawAvatar, drawIcon } from "@/lib/retroachievements/demo/pixel-art";
import { demoTimes } from "@/lib/retroachievements/demo/times";
import { demoUnlocks } from "@/lib/retroachievements/demo/unlocks";
import { chooseUnlocks } from "@/lib/unlocks/shown-unlocks";

interface Context {
  params: Promise<{ card: string }>;
}

const demo = createDemo();
const [user = ""] = DEMO_USERS;
/** Nothing of it changes while the site runs, and there is one for each card and theme. */
const drawn = new Map<string, EncodedBody>();

/**
 * A card of a made-up player, for a site that has no other to show, by the card's name alone: no visitor knows
 * the ids of made-up games. It takes a theme, and no other option.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { card: file } = await params;
  const card = CARDS.find(({ name }) => file === `${name}.svg`);
  if (!card) {
    const headers = { "Cache-Control": SHORT_CACHE_CONTROL };
    return new Response("There is no such card.", { status: 404, headers });
  }
  const theme = new URL(request.url).searchParams.get("theme") ?? "auto";
  const asked = readCardRequest(card, new URLSearchParams({ ...(await argumentOf(card)), theme }));
  const key = `${card.name} ${asked.options.theme}`;
  const body = drawn.get(key) ?? bodyOf(await draw({ ...asked, ignored: [] }));
  drawn.set(key, body);
  return encodedResponse(request, body, {
    "Cache-Control": `public, max-age=${CACHE_TIMES.fixedCard.seconds}`,
  });
}

function bodyOf(svg: string): EncodedBody {
  const body = new EncodedBody(svg, { "Content-Type": "image/svg+xml; charset=utf-8" });
  body.keep();
  return body;
}

async function argumentOf({ name, argument }: Card): Promise<Record<string, string>> {
  const value = fixedArgument(name, (await demo.fetchPlayer(user)).player);
  return argument && value !== undefined ? { [argument.option]: value } : {};
}

async function draw(asked: CardRequest): Promise<string> {
  const others = await Promise.all(
    (asked.card.others?.(asked.options) ?? []).map((name) => demo.fetchPlayer(name)),
  );
  const { player } = await demo.fetchPlayer(user);
  const wants = asked.card.unlocks?.(asked.options);
  return drawCard(asked, {
    ...{ player, others: others.map((fetched) => fetched.player), isDated: false, image },
    unlocks: wants && chooseUnlocks(wants, demoUnlocks(player), player.checkedAt / 1000),
    times: asked.card.times?.(asked.options)
      ? new Map(demoTimes(player).map((time) => [time.gameId, time]))
      : undefined,
    history: asked.card.needsHistory ? { days: demoHistory(player).days, isKept: true } : undefined,
  });
}

/** Images of the demo library as data URIs. */
function image(path: string): string {
  // As the addresses of its images name them, which is what they are drawn from.
  const name = path.slice(1);
  const png = name.startsWith("UserPic/") ? drawAvatar(name) : drawIcon(name);
  return `data:image/png;base64,${Buffer.from(png).toString("base64")}`;
}
