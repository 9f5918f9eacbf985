import { parseCardFile } from "@/lib/cards";
import { drawCard, readCardRequest } from "@/lib/cards/card";
import { createDemo, DEMO_USERS } from "@/lib/retroachievements/demo";
import { drawAvatar, drawIcon } from "@/lib/retroachievements/demo/pixel-art";

interface Context {
  params: Promise<{ card: string }>;
}

const demo = createDemo();
const [player = ""] = DEMO_USERS;
/** Nothing of it changes while the site runs, and there is one for each card. */
const drawn = new Map<string, string>();

/** A card of a made-up player, for a site that knows no other to show. It takes no options. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const named = parseCardFile((await params).card);
  if (named?.format !== "svg" || Object.keys(named.parameters).length > 0) {
    return new Response("There is no such card.", { status: 404 });
  }
  const { card } = named;
  const svg = drawn.get(card.name) ?? (await draw(card));
  drawn.set(card.name, svg);
  return new Response(svg, {
    headers: {
      "Content-Type": "image/svg+xml; charset=utf-8",
      "Cache-Control": "public, max-age=3600",
    },
  });
}

async function draw(card: Parameters<typeof readCardRequest>[0]): Promise<string> {
  const data = { player: (await demo.fetchPlayer(player)).player, isDated: false, image };
  return drawCard(readCardRequest(card, new URLSearchParams()), data);
}

/** Images of the demo library as data URIs. */
function image(path: string): string {
  // As the addresses of its images name them, which is what they are drawn from.
  const name = path.slice(1);
  const png = name.startsWith("UserPic/") ? drawAvatar(name) : drawIcon(name);
  return `data:image/png;base64,${Buffer.from(png).toString("base64")}`;
}
