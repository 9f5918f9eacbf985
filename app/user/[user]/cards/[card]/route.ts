import { LRUCache } from "lru-cache";
import { after } from "next/server";
import pTimeout, { TimeoutError } from "p-timeout";
import { CACHE_TIMES } from "@/lib/cache-times";
import { parseCardFile } from "@/lib/cards";
import type { Card } from "@/lib/cards/card";
import {
  type CardRequest,
  documentKey,
  isDated,
  pngScale,
  readCardRequest,
} from "@/lib/cards/card-request";
import { drawCard, drawMessage } from "@/lib/cards/draw-card";
import { LIVE_PAGE_POLICY, livePage } from "@/lib/cards/live-page";
import { type CardMessage, messageOf, messageOfOne, samePlayerMessage } from "@/lib/cards/message";
import { busyPng, drawPng } from "@/lib/cards/png";
import { wordsFor } from "@/lib/cards/words";
import { isUser } from "@/lib/domain/user";
import { env, freshness } from "@/lib/env";
import { cacheHeaders, ERROR_IMAGE_CACHE } from "@/lib/http/cache-headers";
import { entityTag, matchesEntityTag } from "@/lib/http/entity-tag";
import { loadImages } from "@/lib/images/load-images";
import { LIMITS } from "@/lib/limits";
import { observeError } from "@/lib/observe/observe";
import { type LoadedHistory, loadHistory, newestDays } from "@/lib/players/load-history";
import { type LoadedPlayer, loadPlayer } from "@/lib/players/load-player";
import { oldestOf } from "@/lib/players/load-players";
import { viewRevision } from "@/lib/players/view-revision";

interface Context {
  params: Promise<{ user: string; card: string }>;
}

/** What drawing a card takes, at the least, in milliseconds. */
const DRAWING_MS = 100;
const TYPES = { svg: "image/svg+xml; charset=utf-8", png: "image/png" } as const;
const HEADERS = {
  "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
  "X-Content-Type-Options": "nosniff",
  "Cross-Origin-Resource-Policy": "cross-origin",
};

interface Drawn {
  body: Uint8Array<ArrayBuffer>;
  tag: string;
}

/** Cards and messages that were drawn, by all that they depend on: drawing a PNG takes a processor's time. */
const drawn = new LRUCache<string, Drawn>({
  maxSize: LIMITS.cardBytes,
  sizeCalculation: ({ body }, key) => body.length + key.length,
});

/**
 * A card as SVG or PNG. It always shows something true and always with status 200, because an image
 * proxy hides anything else: when there is no player to show, or no time to draw them, the card says
 * so, and is kept for a minute only. Image proxies also give up after a few seconds, and remember
 * that: whatever a card waits for is waited for until a set time only.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const end = performance.now() + LIMITS.cardMs;
  const { user, card: file } = await params;
  const { search } = new URL(request.url);
  // A page that shows a card is about the card's own address.
  const cardFile = file.replace(/\.html$/, ".svg");
  const wanted = readWanted(cardFile, search);
  if (wanted && cardFile !== file) return answerLivePage(cardFile + search);
  if (!wanted) {
    return new Response("There is no such card.", {
      status: 404,
      headers: { ...HEADERS, ...ERROR_IMAGE_CACHE },
    });
  }
  const { asked, format, scale } = wanted;
  const answer = (made: Drawn, headers: Record<string, string>) =>
    respond(request, made, { ...HEADERS, "Content-Type": TYPES[format], ...headers });
  const drawAndAnswer = async (
    svg: string,
    key: string | null,
    headers: typeof ERROR_IMAGE_CACHE,
  ) => {
    try {
      return answer(await make(svg, wanted, key, end), headers);
    } catch (error) {
      const { locale } = asked.options;
      const code = error instanceof TimeoutError ? "busy" : reasonOf(error, user, locale).code;
      return answer(withTag(await busyPng(locale)), briefly(code));
    }
  };

  const document = documentKey(asked, format, scale);
  const say = ({ code, title, text }: CardMessage) => {
    const key = JSON.stringify([document, title, text]);
    const before = drawn.get(key);
    if (before) return answer(before, briefly(code));
    return drawAndAnswer(drawMessage(asked, title, text), key, briefly(code));
  };
  const users = [user, ...(wanted.card.others?.(asked.options) ?? [])];
  const all = await loadSideBySide(users, request);
  if ("failed" in all)
    return say(reasonOf(all.error, all.failed, asked.options.locale, users.length));
  const [{ player }, ...others] = all.loaded;
  if (others.some((other) => other.player.profile.ulid === player.profile.ulid))
    return say(samePlayerMessage(player.profile.name, wordsFor(asked.options.locale)));

  const headers = cacheHeaders(oldestOf(all.loaded), freshness());
  const known = wanted.card.needsHistory ? await historyInTime(player, end) : null;
  if (known && known.history === null)
    return say({ code: "history-unavailable", ...wordsFor(asked.options.locale).messages.moment });
  const hasDate = all.loaded.some(isDated);
  const shown = known ? [known.revision] : [];
  const revisions = await Promise.all(
    // A card shows of a failed refresh only that its data is dated.
    all.loaded.map(({ player }) => viewRevision("card", { player, refreshError: null }, shown)),
  );
  const key = [...revisions, hasDate, document].join(" ");
  const before = drawn.get(key);
  if (before) return answer(before, headers);

  const data = {
    player,
    others: others.map((other) => other.player),
    isDated: hasDate,
    site: env().SITE_URL,
    history: known?.history ? { days: known.history.days, isKept: known.keeping.kept } : undefined,
  };
  const images = await loadImages(
    wanted.card.images({ ...data, image: () => null }, asked.options),
  );
  const svg = drawCard(asked, { ...data, image: images.get });
  // One with a placeholder is drawn again when its image may have come.
  return images.areComplete
    ? drawAndAnswer(svg, key, headers)
    : drawAndAnswer(svg, null, { ...headers, ...ERROR_IMAGE_CACHE });
}

/** What is kept of a player's last days, as far as it can be had with time left for images and drawing. */
async function historyInTime(
  player: LoadedPlayer["player"],
  end: number,
): Promise<Pick<LoadedHistory, "history" | "keeping" | "revision">> {
  const left = end - performance.now() - LIMITS.cardImagesMs - DRAWING_MS;
  return pTimeout(loadHistory(player, newestDays(LIMITS.historyDaysAtOnce, player)), {
    milliseconds: Math.max(1, left),
    fallback: () => ({ history: null, keeping: { kept: true }, revision: "" }),
  });
}

/**
 * All players of a card, loaded at once within the time of one; or the first who failed, and why.
 * If one cannot be a user at all, none is loaded.
 */
async function loadSideBySide(
  users: string[],
  request: Request,
): Promise<{ loaded: [LoadedPlayer, ...LoadedPlayer[]] } | { failed: string; error: unknown }> {
  const impossible = users.filter((user) => !isUser(user));
  const asked = impossible.length > 0 ? impossible : users;
  const results = await Promise.allSettled(asked.map((user) => loadInTime(user, request)));
  const loaded: LoadedPlayer[] = [];
  for (const [at, result] of results.entries()) {
    if (result.status === "rejected") return { failed: asked[at] ?? "", error: result.reason };
    loaded.push(result.value);
  }
  return { loaded: loaded as [LoadedPlayer, ...LoadedPlayer[]] };
}

/** @throws TimeoutError, and as {@link loadPlayer} */
async function loadInTime(user: string, request: Request): Promise<LoadedPlayer> {
  const loading = loadPlayer(user, request);
  try {
    return await pTimeout(loading, { milliseconds: LIMITS.cardPlayerMs });
  } catch (error) {
    // Some hosts stop a function with its answer: the load has to end, for the next request.
    if (error instanceof TimeoutError) after(() => loading.catch(() => undefined));
    throw error;
  }
}

/** Why there is no card, and for which of several players; unexpected errors are logged. */
function reasonOf(error: unknown, user: string, locale: string, players = 1): CardMessage {
  const message = players > 1 ? messageOfOne : messageOf;
  const reason = message(error, user, wordsFor(locale));
  if (reason.code === "internal") observeError(error, "card");
  return reason;
}

/** Headers of a card that says why there is no other. */
function briefly(code: string) {
  return {
    ...ERROR_IMAGE_CACHE,
    "Cache-Status": `Longplay; detail=${code}`,
    "X-Longplay-Error": code,
  };
}

function answerLivePage(svg: string): Response {
  return new Response(livePage(svg), {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": LIVE_PAGE_POLICY,
      "X-Content-Type-Options": "nosniff",
      // The page is the same for every player: only the card that it asks for changes.
      "Cache-Control": `public, max-age=${CACHE_TIMES.fixedCard.seconds}`,
    },
  });
}

interface Wanted {
  card: Card;
  format: "svg" | "png";
  asked: CardRequest;
  scale: number;
}

/** What URLs ask for, so that one that is asked for again need not be read again. */
const readBefore = new LRUCache<string, Wanted>({ max: LIMITS.cardUrls });

function readWanted(file: string, search: string): Wanted | null {
  const url = file + search;
  const before = readBefore.get(url);
  if (before) return before;
  const named = parseCardFile(file);
  if (!named) return null;
  const given = new URLSearchParams(search);
  const scale = Number(given.get("scale") ?? 1);
  given.delete("scale");
  for (const [name, value] of Object.entries(named.parameters)) given.set(name, value);
  // PNG cannot follow its reader's setting.
  if (named.format === "png" && (given.get("theme") ?? "auto") === "auto")
    given.set("theme", "light");
  const asked = readCardRequest(named.card, given);
  const wanted = {
    card: named.card,
    format: named.format,
    asked,
    scale: pngScale(asked, scale === 2 || scale === 3 ? scale : 1),
  };
  // One that is longer than any that means something is not worth its room.
  if (url.length < LIMITS.cardUrlCharacters) readBefore.set(url, wanted);
  return wanted;
}

/**
 * A card's document, which is kept if it has a key; also one that comes too late for this answer.
 *
 * @param end when this is no longer of use, on the clock of `performance`
 * @throws TimeoutError, and as {@link drawPng}
 */
async function make(
  svg: string,
  { format, scale, asked }: Wanted,
  key: string | null,
  end: number,
): Promise<Drawn> {
  const keep = (body: Uint8Array) => {
    const made = withTag(body);
    if (key !== null) drawn.set(key, made);
    return made;
  };
  if (format === "svg") return keep(Buffer.from(svg));
  const drawing = drawPng(svg, scale, asked.options.locale).then(keep);
  after(() => drawing.catch(() => undefined));
  // It wants a positive number, be there time left or none.
  return pTimeout(drawing, { milliseconds: Math.max(1, end - performance.now()) });
}

function withTag(bytes: Uint8Array): Drawn {
  // Of its own memory: a small buffer is a part of a larger one, which it would keep.
  const body = new Uint8Array(bytes);
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
