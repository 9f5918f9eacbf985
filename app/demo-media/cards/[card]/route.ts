import { parseCardFile } from "@/lib/cards";
import { type Card, drawCard, readCardRequest } from "@/lib/cards/card";
import { createDemo, DEMO_USERS } from "@/lib/retroachievements/demo";
import { drawAvatar, drawIcon } from "@/lib/retroachievements/demo/pixel-art";

interface Context {
  params: Promise<{ card: string }>;
}

const demo = createDemo();
const [player = ""] = DEMO_USERS;
/** Nothing of it changes while the site runs, and there is one for each card. */
const drawn = new Map<string, string>();

/** The card of one game has its newest, as `game.svg`: nobody knows the ids of made-up games. */
const GAME = "game.svg";

/** A card of a made-up player, for a site that knows no other to show. It takes no options. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { card: file } = await params;
  const named = parseCardFile(file === GAME ? `game-${await newestGame()}.svg` : file);
  if (named?.format !== "svg" || (named.parameters.id && file !== GAME)) {
    return new Response("There is no such card.", { status: 404 });
  }
  const { card, parameters } = named;
  const svg = drawn.get(card.name) ?? (await draw(card, new URLSearchParams(parameters)));
  drawn.set(card.name, svg);
  return new Response(svg, {
    headers: {
      "Content-Type": "image/svg+xml; charset=utf-8",
      "Cache-Control": "public, max-age=3600",
    },
  });
}

async function newestGame(): Promise<number | undefined> {
  return (await demo.fetchPlayer(player)).player.games[0]?.id;
}

async function draw(card: Card, parameters: URLSearchParams): Promise<string> {
  const data = { player: (await demo.fetchPlayer(player)).player, isDated: false, image };
  return drawCard(readCardRequest(card, parameters), data);
}

/** Images of the demo library as data URIs. */
function image(path: string): string {
  // As the addresses of its images name them, which is what they are drawn from.
  const name = path.slice(1);
  const png = name.startsWith("UserPic/") ? drawAvatar(name) : drawIcon(name);
  return `data:image/png;base64,${Buffer.from(png).toString("base64")}`;
}
