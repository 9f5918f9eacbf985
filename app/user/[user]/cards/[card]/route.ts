import { LRUCache } from "lru-cache";
import { after } from "next/server";
import { parseCardFile } from "@/lib/cards";
import {
  type Card,
  type CardRequest,
  drawCard,
  drawMessage,
  readCardRequest,
} from "@/lib/cards/card";
import { messageOf } from "@/lib/cards/message";
import { toPng } from "@/lib/cards/raster";
import { freshness } from "@/lib/env";
import { cacheHeaders } from "@/lib/http/cache-headers";
import { entityTag, matchesEntityTag } from "@/lib/http/entity-tag";
import { TooLate, withinMilliseconds } from "@/lib/http/within";
import { observeError } from "@/lib/observe/observe";
import { loadPictures } from "@/lib/pictures/load-pictures";
import { type LoadedPlayer, loadPlayer } from "@/lib/players/load-player";

interface Context {
  params: Promise<{ user: string; card: string }>;
}

/** Image proxies give up after a few seconds, and remember that: a card that would be late says so. */
const LOAD_MS = 1500;
const SHORT = {
  "Cache-Control": "public, max-age=60, s-maxage=60",
  "CDN-Cache-Control": "max-age=60",
};
const TYPES = { svg: "image/svg+xml; charset=utf-8", png: "image/png" } as const;
const HEADERS = {
  "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
  "X-Content-Type-Options": "nosniff",
  "Access-Control-Allow-Origin": "*",
  "Cross-Origin-Resource-Policy": "cross-origin",
};

interface Drawn {
  body: Uint8Array<ArrayBuffer>;
  tag: string;
}

/** Cards that were drawn, by what they show: drawing a PNG takes milliseconds. */
const drawn = new LRUCache<string, Drawn>({
  maxSize: 32 * 1024 * 1024,
  sizeCalculation: ({ body }) => body.length,
});

/**
 * A card as SVG or PNG. It always shows something true and always with status 200, because an image
 * proxy hides anything else: when there is no player to show, the card says why, and is kept for a
 * minute only.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { user, card: file } = await params;
  const wanted = readWanted(file, new URL(request.url).search);
  if (!wanted) return new Response("There is no such card.", { status: 404 });
  const { asked, scale } = wanted;
  const answer = (made: Drawn, headers: Record<string, string>) =>
    respond(request, made, { ...HEADERS, "Content-Type": TYPES[wanted.format], ...headers });

  const loading = loadPlayer(user, request);
  let loaded: LoadedPlayer;
  try {
    loaded = await withinMilliseconds(LOAD_MS, loading);
  } catch (error) {
    const { code, title, text } = messageOf(error, user);
    // Some hosts stop a function with its answer: the load is to end, for the next request.
    if (error instanceof TooLate) after(() => loading.catch(() => undefined));
    if (code === "internal") observeError(error, "card");
    return answer(make(drawMessage(asked, title, text), wanted.format, scale), {
      ...SHORT,
      "Cache-Status": `Longplay; detail=${code}`,
      "X-Longplay-Error": code,
    });
  }
  const headers = cacheHeaders(loaded, freshness());
  const { player } = loaded;
  const isStale = loaded.state === "stale";
  const key = [
    player.profile.ulid,
    player.checkedAt,
    isStale,
    wanted.format,
    scale,
    asked.key,
  ].join(" ");
  const before = drawn.get(key);
  if (before) return answer(before, headers);

  const paths = wanted.card.pictures({ player, isStale, picture: () => null }, asked.options);
  const pictures = await loadPictures(paths);
  const svg = drawCard(asked, { player, isStale, picture: pictures.get });
  const made = make(svg, wanted.format, scale);
  // One with a placeholder is drawn again when its picture may have come.
  if (!pictures.areComplete) return answer(made, { ...headers, ...SHORT });
  drawn.set(key, made);
  return answer(made, headers);
}

interface Wanted {
  card: Card;
  format: "svg" | "png";
  asked: CardRequest;
  scale: number;
}

/** What URLs ask for, so that one that is asked for again need not be read again. */
const readBefore = new LRUCache<string, Wanted>({ max: 2000 });

function readWanted(file: string, search: string): Wanted | null {
  const before = readBefore.get(file + search);
  if (before) return before;
  const named = parseCardFile(file);
  if (!named) return null;
  const given = new URLSearchParams(search);
  const scale = readScale(given);
  given.delete("scale");
  for (const [name, value] of Object.entries(named.parameters)) given.set(name, value);
  // PNG cannot follow its reader's setting.
  if (named.format === "png" && (given.get("theme") ?? "auto") === "auto")
    given.set("theme", "light");
  const asked = readCardRequest(named.card, given);
  const wanted = { card: named.card, format: named.format, asked, scale };
  // A search that is longer than any that means something is not worth its room.
  if (search.length < 500) readBefore.set(file + search, wanted);
  return wanted;
}

function readScale(given: URLSearchParams): number {
  const scale = Number(given.get("scale") ?? 1);
  return scale === 2 || scale === 3 ? scale : 1;
}

function make(svg: string, format: "svg" | "png", scale: number): Drawn {
  const body = new Uint8Array(format === "svg" ? Buffer.from(svg) : toPng(svg, scale));
  return { body, tag: entityTag(body) };
}

function respond(
  request: Request,
  { body, tag }: Drawn,
  headers: Record<string, string>,
): Response {
  const all = { ...headers, ETag: tag };
  return matchesEntityTag(request.headers.get("If-None-Match"), tag)
    ? new Response(null, { status: 304, headers: all })
    : new Response(body, { status: 200, headers: all });
}
