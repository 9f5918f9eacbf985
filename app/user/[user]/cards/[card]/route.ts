import { LRUCache } from "lru-cache";
import { after } from "next/server";
import pTimeout, { TimeoutError } from "p-timeout";
import { inTime } from "@/lib/async/in-time";
import { CACHE_TIMES } from "@/lib/cache-times";
import { documentKey, isDated } from "@/lib/cards/card-request";
import { type CardUrl, readCardUrl } from "@/lib/cards/card-url";
import { drawCard, drawMessage } from "@/lib/cards/draw-card";
import { LIVE_PAGE_POLICY, livePage } from "@/lib/cards/live-page";
import { type CardMessage, messageOf, messageOfOne, samePlayerMessage } from "@/lib/cards/message";
import { busyPng, drawPng } from "@/lib/cards/png";
import { wordsFor } from "@/lib/cards/words";
import { isUser } from "@/lib/domain/user";
import { env, freshness } from "@/lib/env";
import { BodyCache } from "@/lib/http/body-cache";
import { cacheHeaders, ERROR_IMAGE_CACHE } from "@/lib/http/cache-headers";
import { EncodedBody } from "@/lib/http/encoded-body";
import { encodedResponse } from "@/lib/http/encoded-response";
import { loadImages } from "@/lib/images/load-images";
import { LIMITS } from "@/lib/limits";
import { observeError } from "@/lib/observe/observe";
import { type LoadedHistory, loadHistory, newestDays } from "@/lib/players/load-history";
import { type LoadedPlayer, loadPlayer } from "@/lib/players/load-player";
import { oldestOf } from "@/lib/players/load-players";
import { loadRanks } from "@/lib/players/ranks/load-ranks";
import { type KnownTimes, loadTimes } from "@/lib/players/times/load-times";
import { type LoadedUnlocks, loadShownUnlocks } from "@/lib/players/unlocks/load-shown-unlocks";
import { viewRevision } from "@/lib/players/view-revision";
import type { WantedUnlocks } from "@/lib/unlocks/shown-unlocks";

interface Context {
  params: Promise<{ user: string; card: string }>;
}

/** Minimum time to draw a card, in milliseconds. */
const DRAWING_MS = 100;
const TYPES = { svg: "image/svg+xml; charset=utf-8", png: "image/png" } as const;
const HEADERS = {
  "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
  "X-Content-Type-Options": "nosniff",
  "Cross-Origin-Resource-Policy": "cross-origin",
};

/** Drawn cards and messages, by everything that they depend on: drawing a PNG is CPU-bound. */
const drawn = new BodyCache({ maxBytes: LIMITS.cardBytes });

/**
 * A card as SVG or PNG, always with status 200, because image proxies hide anything else. Without a player, or without
 * time to draw, the card says so and is cached for a minute. Image proxies give up after a few seconds and remember that,
 * so all waiting is bounded.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const end = performance.now() + LIMITS.cardMs;
  const { user, card: file } = await params;
  const { search } = new URL(request.url);
  // The page of a card has the card's own name.
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
  const answer = (made: EncodedBody, headers: Record<string, string>) =>
    encodedResponse(request, made, headers);
  const drawAndAnswer = async (
    svg: string,
    key: string | null,
    headers: typeof ERROR_IMAGE_CACHE,
  ) => {
    try {
      return await answer(await make(svg, wanted, key, end), headers);
    } catch (error) {
      const { locale } = asked.options;
      const code = error instanceof TimeoutError ? "busy" : reasonOf(error, user, locale).code;
      return answer(bodyOf(format, await busyPng(locale)), briefly(code));
    }
  };

  const document = documentKey(asked, format, scale);
  const say = ({ code, title, text }: CardMessage) => {
    const key = JSON.stringify([document, title, text]);
    const before = drawn.get(key);
    if (before) return answer(before, briefly(code));
    return drawAndAnswer(drawMessage(asked, title, text), key, briefly(code));
  };
  const users = [user, ...(asked.card.others?.(asked.options) ?? [])];
  const all = await loadSideBySide(users, request);
  if ("failed" in all)
    return say(reasonOf(all.error, all.failed, asked.options.locale, users.length));
  const [{ player }, ...others] = all.loaded;
  if (others.some((other) => other.player.profile.ulid === player.profile.ulid))
    return say(samePlayerMessage(player.profile.name, wordsFor(asked.options.locale)));

  const headers = cacheHeaders(oldestOf(all.loaded), freshness());
  const sayLater = (code: string) =>
    say({ code, ...wordsFor(asked.options.locale).messages.moment });
  const known = asked.card.needsHistory ? await historyInTime(player, end) : null;
  if (known && known.history === null) return sayLater("history-unavailable");
  const wants = asked.card.unlocks?.(asked.options);
  const unlocked = wants ? await unlocksInTime(player, wants, end) : null;
  if (unlocked && unlocked.unlocks === null) return sayLater("unlocks-unavailable");
  const need = asked.card.times?.(asked.options);
  const timed = need ? await timesInTime(player, end) : null;
  if (need === "required" && timed === null) return sayLater("times-unavailable");
  const needsRanks = asked.card.needsRanks?.(asked.options) ?? false;
  const ranked = needsRanks ? await loadRanks(player) : null;
  const hasDate = all.loaded.some(isDated);
  const shown = [known, unlocked, timed, ranked].flatMap((each) => each?.revision ?? []);
  const revisions = await Promise.all(
    // Of a failed refresh, a card shows only the date of its data.
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
    unlocks: unlocked?.unlocks ?? undefined,
    times: timed?.times,
    ranks: ranked?.ranks,
    history: known?.history ? { days: known.history.days, isKept: known.keeping.kept } : undefined,
  };
  const images = await loadImages(asked.card.images({ ...data, image: () => null }, asked.options));
  const svg = drawCard(asked, { ...data, image: images.get });
  // A card with placeholders, or without ranks, is drawn again once they may be there.
  return images.areComplete && needsRanks === (ranked !== null)
    ? drawAndAnswer(svg, key, headers)
    : drawAndAnswer(svg, null, { ...headers, ...ERROR_IMAGE_CACHE });
}

/** Milliseconds for a card's data, with time left for images and drawing. */
function timeForData(end: number): number {
  return Math.max(1, end - performance.now() - LIMITS.cardImagesMs - DRAWING_MS);
}

/** What a card shows of a player's unlocks, if it loads in time. */
async function unlocksInTime(
  player: LoadedPlayer["player"],
  wanted: WantedUnlocks,
  end: number,
): Promise<LoadedUnlocks> {
  return pTimeout(loadShownUnlocks(player, wanted), {
    milliseconds: timeForData(end),
    fallback: () => ({ unlocks: null, revision: "" }),
  });
}

/** A player's times, if they are known and load in time. */
async function timesInTime(
  player: LoadedPlayer["player"],
  end: number,
): Promise<KnownTimes | null> {
  return pTimeout(loadTimes(player), { milliseconds: timeForData(end), fallback: () => null });
}

/** A player's recent days, if they load in time. */
async function historyInTime(
  player: LoadedPlayer["player"],
  end: number,
): Promise<Pick<LoadedHistory, "history" | "keeping" | "revision">> {
  return pTimeout(loadHistory(player, newestDays(LIMITS.historyDaysAtOnce, player)), {
    milliseconds: timeForData(end),
    fallback: () => ({ history: null, keeping: { kept: true }, revision: "" }),
  });
}

/**
 * Loads all players of a card at the same time, or returns the first that failed with its error. If one is no valid user,
 * none is loaded.
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
    return await inTime(loading, LIMITS.cardPlayerMs);
  } catch (error) {
    // Some hosts freeze a function after its response: finish the load for the next request.
    if (error instanceof TimeoutError) after(() => loading.catch(() => undefined));
    throw error;
  }
}

/** The message for an error, with the name if there are several players. Logs unexpected errors. */
function reasonOf(error: unknown, user: string, locale: string, players = 1): CardMessage {
  const message = players > 1 ? messageOfOne : messageOf;
  const reason = message(error, user, wordsFor(locale));
  if (reason.code === "internal") observeError(error, "card");
  return reason;
}

/** Headers of a message in place of a card. */
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
      // The page is the same for every player; only its card differs.
      "Cache-Control": `public, max-age=${CACHE_TIMES.fixedCard.seconds}`,
    },
  });
}

/** Parsed URLs. */
const readBefore = new LRUCache<string, CardUrl>({ max: LIMITS.cardUrls });

function readWanted(file: string, search: string): CardUrl | null {
  const url = file + search;
  const before = readBefore.get(url);
  if (before) return before;
  const wanted = readCardUrl(file, new URLSearchParams(search));
  // No valid URL is longer.
  if (wanted && url.length < LIMITS.cardUrlCharacters) readBefore.set(url, wanted);
  return wanted;
}

/**
 * Makes a card's document and caches it if it has a key, even if it is too late for this response.
 *
 * @param end deadline, on the clock of `performance`
 * @throws TimeoutError, and as {@link drawPng}
 */
async function make(
  svg: string,
  { format, scale, asked }: CardUrl,
  key: string | null,
  end: number,
): Promise<EncodedBody> {
  const keep = (document: string | Uint8Array) => {
    const made = bodyOf(format, document);
    if (key !== null) drawn.set(key, made);
    return made;
  };
  if (format === "svg") return keep(svg);
  const drawing = drawPng(svg, scale, asked.options.locale).then(keep);
  after(() => drawing.catch(() => undefined));
  return inTime(drawing, end - performance.now());
}

function bodyOf(format: CardUrl["format"], document: string | Uint8Array): EncodedBody {
  return new EncodedBody(document, { ...HEADERS, "Content-Type": TYPES[format] });
}
