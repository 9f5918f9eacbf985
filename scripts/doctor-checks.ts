import { randomUUID } from "node:crypto";
import { mkdtempSync, rmdirSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import sharp from "sharp";
import { isUpstreamError } from "@/lib/domain/upstream-error";
import { isUser } from "@/lib/domain/user";
import { type Env, parseEnv } from "@/lib/env";
import { createStore, durableFolder } from "@/lib/kv";
import { compareAndSet } from "@/lib/kv/store";
import { createRetroAchievements } from "@/lib/retroachievements";
import { fetchImage } from "@/lib/retroachievements/images";
import type { FetchedPlayer, V2Unavailable } from "@/lib/retroachievements/retroachievements";
import { VERSION } from "@/lib/version";
import type { Finding } from "./findings";
import { type LoggedRequest, recordRequests } from "./request-log";

/** How long the site at SITE_URL may take to answer. */
const SITE_MS = 10_000;
/** RA's icon of games without one: an image that always exists. */
const ICON = "/Images/000001.png";

/**
 * Checks a site's settings, its store, RetroAchievements (three requests at most), the media host, and the site's own address,
 * one after the other. No text contains the key or a token.
 *
 * @param source the environment, with what .env files say
 * @param named the user to request from RetroAchievements; by default the first of PLAYERS or EXAMPLE_PLAYERS
 */
export async function* examine(
  source: Record<string, string | undefined>,
  named?: string,
): AsyncGenerator<Finding> {
  const about = "Settings";
  let settings: Env;
  try {
    settings = parseEnv(source);
  } catch (error) {
    const problems = error instanceof Error ? error.message.split("\n").slice(1) : [];
    yield {
      state: "problem",
      about,
      text: `the site cannot start with these settings:\n${problems.join("\n")}`,
      fix: "Change them in .env.local or in the environment; .env.example explains each.",
    };
    return;
  }
  yield { state: "ok", about, text: "all are valid." };
  yield checkStore(settings, source);
  if (settings.RA_WEB_API_KEY === undefined) {
    yield {
      state: "problem",
      about: "Key",
      text: "RA_WEB_API_KEY is not set, so the site shows demo players only.",
      fix: "Copy your key from https://retroachievements.org/settings into .env.local: RA_WEB_API_KEY=…",
    };
  } else {
    const user = named ?? settings.PLAYERS?.[0] ?? settings.EXAMPLE_PLAYERS?.[0];
    const upstream = await checkUpstream(settings, user);
    yield* user !== undefined && upstream.state === "ok" ? withV2(upstream, user) : [upstream];
    yield checkMedia();
  }
  yield* checkSite(settings);
}

async function checkStore(
  settings: Env,
  source: Record<string, string | undefined>,
): Promise<Finding> {
  const about = "Store";
  if (settings.KV_REST_API_URL === undefined) {
    const isVercel = source.VERCEL === "1";
    const reason = isVercel ? null : whyNotWritable(durableFolder());
    if (reason !== null) {
      return {
        state: "problem",
        about,
        text: `none is set, and histories cannot be saved in ${durableFolder()} (DATA_DIR): ${reason}.`,
        fix: "Give the user who runs the site write access, or choose another folder.",
      };
    }
    return {
      state: isVercel ? "problem" : "note",
      about,
      text: isVercel
        ? "none is set, so each function asks RetroAchievements itself and soon forgets. No history is saved."
        : `none is set, so players stay in memory until the site stops, and histories in ${settings.DATA_DIR} (DATA_DIR).`,
      fix: "Fine for one server. For several servers, or Vercel, set KV_REST_API_URL and KV_REST_API_TOKEN.",
    };
  }
  const store = createStore();
  // A value that a store with encoded answers would change.
  const value = "QUJD".repeat(300);
  const key = `longplay:doctor:${randomUUID()}`;
  const { result, error, requests } = await recordRequests(async () => {
    await store.set(key, value, 60);
    const read = await store.get(key);
    const { done } = await compareAndSet(store, key, read, null, 60);
    return read === value && done && (await store.get(key)) === null;
  });
  if (result === true) {
    return { state: "ok", about, text: "values can be written, read, compared and deleted." };
  }
  return { state: "problem", about, ...storeProblem(error !== undefined, requests) };
}

/** Why no file can be created in a folder, or in its first existing parent; null if one can. */
function whyNotWritable(folder: string): string | null {
  try {
    const existing = statSync(folder, { throwIfNoEntry: false });
    if (existing === undefined && dirname(folder) !== folder) {
      return whyNotWritable(dirname(resolve(folder)));
    }
    rmdirSync(mkdtempSync(join(folder, ".longplay-doctor-")));
    return null;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : null;
    if (code === "EACCES" || code === "EPERM") return "this user has no write access";
    if (code === "ENOTDIR") return "a file has that name";
    return code === "EROFS" ? "the disk is read-only" : `the system reports ${code}`;
  }
}

function storeProblem(
  hasThrown: boolean,
  requests: LoggedRequest[],
): Pick<Finding, "text" | "fix"> {
  const { status, failure, isHtml } = requests.at(-1) ?? {
    status: null,
    failure: null,
    isHtml: false,
  };
  if (status === 401 || status === 403) {
    return {
      text: `it rejects the token (${status}).`,
      fix: "Copy KV_REST_API_TOKEN again, and check that KV_REST_API_URL is the same store's.",
    };
  }
  if (failure !== null) {
    return {
      text: unreachable(failure),
      fix: "Check KV_REST_API_URL, and that the store is running.",
    };
  }
  if (status === null) {
    return {
      text: "it does not answer within a second.",
      fix: "Check that it is running, and use one nearby: a slow store does not help.",
    };
  }
  if (status === 404 || isHtml) {
    return {
      text: "what answers there does not speak Upstash's REST protocol.",
      fix: "KV_REST_API_URL is the store's REST address (https://…), not its redis:// one.",
    };
  }
  return hasThrown && status !== 200
    ? {
        text: `it does not execute commands (${status}).`,
        fix: "Is KV_REST_API_TOKEN the read-only one? Is the store full or paused?",
      }
    : {
        text: "a value came back changed.",
        fix: "Something between the site and the store changes values: use another bridge.",
      };
}

/** The client wanted a third request: the first two were read. */
class Enough extends Error {}

/** An empty player as the known state, so that only the newest games are requested. */
const NOBODY: FetchedPlayer = {
  player: {
    profile: {
      name: "",
      ulid: "",
      avatarPath: "",
      memberSince: 0,
      points: 0,
      casualPoints: 0,
      retroPoints: 0,
      motto: "",
      lastSeen: "",
      lastGameId: null,
    },
    games: [],
    checkedAt: 0,
  },
  readWholeAt: 0,
};

async function checkUpstream(settings: Env, user: string | undefined): Promise<Finding> {
  const about = "RetroAchievements";
  if (user === undefined || !isUser(user)) {
    return {
      state: "problem",
      about,
      text: user === undefined ? "no player is set to test with." : "that is not a user name.",
      fix: "Name yourself: npm run doctor -- YourName",
    };
  }
  let hasBegun = false;
  const { error, requests } = await recordRequests(() =>
    createRetroAchievements().fetchPlayer(user, {
      known: NOBODY,
      async acquire() {
        if (hasBegun) throw new Enough();
        hasBegun = true;
      },
    }),
  );
  if (error === undefined || error instanceof Enough) {
    return { state: "ok", about, text: "the key works: a profile and games were read." };
  }
  return { state: "problem", about, ...upstreamProblem(error, requests, settings) };
}

/** The finding about a key that works, and whether it opens API v2: a site works without that, but for times. */
async function* withV2(upstream: Finding, user: string): AsyncGenerator<Finding> {
  const client = createRetroAchievements();
  if (!client.hasV2) {
    yield {
      ...upstream,
      text: `${upstream.text} API v2 is off (RA_API_V2_BASE_URL): there are points, and no times.`,
    };
    return;
  }
  const { result } = await recordRequests(() => client.fetchPlayerGames(user).next());
  const answer = result?.value ?? null;
  if (answer?.state === "ok") {
    yield { ...upstream, text: `${upstream.text} API v2 is on: times were read too.` };
    return;
  }
  yield upstream;
  yield { state: "note", about: "API v2", ...v2Problem(answer?.reason) };
}

function v2Problem(reason: V2Unavailable["reason"] | undefined): Pick<Finding, "text" | "fix"> {
  const without = "so there are points, and no times.";
  const again = "Nothing to do: the site tries it again every day.";
  switch (reason) {
    case "refused":
      return { text: `it refuses this key, ${without}`, fix: again };
    case "not-found":
      return {
        text: "it does not find this player.",
        fix: "Nothing to do: it leaves out players with an unverified e-mail address.",
      };
    case "unknown-format":
      return { text: `it sends what cannot be read, ${without}`, fix: again };
    default:
      return { text: "it does not answer now.", fix: WAIT };
  }
}

const WAIT = "Wait some minutes and try again.";
const ADDRESS = "Leave RA_API_BASE_URL out, or check it.";

function upstreamProblem(
  error: unknown,
  requests: LoggedRequest[],
  { UPSTREAM_TIMEOUT_MS }: Env,
): Pick<Finding, "text" | "fix"> {
  if (!isUpstreamError(error)) throw error;
  switch (error.code) {
    case "unauthorized-key":
      return {
        text: "it rejects the key (401).",
        fix: "Copy the whole web API key again from https://retroachievements.org/settings into RA_WEB_API_KEY.",
      };
    case "rate-limited":
      return {
        text: `this key made too many requests (429); it asks for a pause of ${error.retryAfterSeconds} seconds.`,
        fix: "Wait that long. If it happens again, lower UPSTREAM_REQUESTS_PER_MINUTE: others may use the same key.",
      };
    case "player-not-found":
    case "invalid-user":
      return {
        text: "the key works, but there is no such player.",
        fix: "Check the name: npm run doctor -- YourName, or the first of PLAYERS.",
      };
    case "timed-out":
      return {
        text: `it did not answer within ${UPSTREAM_TIMEOUT_MS} ms (UPSTREAM_TIMEOUT_MS).`,
        fix: `${WAIT} If it keeps failing, check for a firewall.`,
      };
    case "invalid-response":
      return requests.some(({ isHtml }) => isHtml)
        ? {
            text: "it sent a web page instead of JSON, such as a bot check.",
            fix: `${WAIT} Bot checks apply to some networks only: try from another. ${ADDRESS}`,
          }
        : {
            text: "its answer does not match its API, or is far too large.",
            fix: `${ADDRESS} If it is right, the API has changed: look for a newer Longplay.`,
          };
    default:
      return withoutAnswer(requests);
  }
}

/** Why there was no answer: the site calls all of this "unavailable". */
function withoutAnswer(requests: LoggedRequest[]): Pick<Finding, "text" | "fix"> {
  const failed = requests.find(({ status, failure }) => failure !== null || (status ?? 0) >= 300);
  const { status, failure } = failed ?? { status: null, failure: null };
  if (failure !== null && status !== null) {
    return { text: "the connection was cut in the middle of an answer.", fix: WAIT };
  }
  if (failure !== null) return { text: unreachable(failure), fix: `${WAIT} ${ADDRESS}` };
  if (status === 403) {
    return {
      text: "something in front of it blocks this machine (403).",
      fix: "The key is not the problem, the network is: try another network, or ask RetroAchievements.",
    };
  }
  if (status !== null && status < 500) {
    const text = `there is no API at that address (${status}).`;
    return { text, fix: `${ADDRESS} It ends in /API.` };
  }
  return { text: `it is down (${status ?? "no answer"}).`, fix: WAIT };
}

function unreachable(failure: string): string {
  switch (failure) {
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return "its host name is unknown, or there is no network.";
    case "ECONNREFUSED":
      return "nothing listens at its address.";
    case "ECONNRESET":
    case "UND_ERR_SOCKET":
      return "the connection was closed without an answer.";
    default:
      return `it cannot be reached (${failure}).`;
  }
}

async function checkMedia(): Promise<Finding> {
  const about = "Images";
  const { result, requests } = await recordRequests(async () =>
    sharp(await fetchImage(ICON)).metadata(),
  );
  if (result) return { state: "ok", about, text: "the media host sends them." };
  const { status, failure } = requests.at(-1) ?? { status: null, failure: null };
  const fix = "Cards show letters instead. Leave RA_MEDIA_BASE_URL out, or check it.";
  if (failure !== null) return { state: "problem", about, text: unreachable(failure), fix };
  const text =
    status === null
      ? "the media host does not answer within two seconds."
      : status === 200
        ? "the media host sent something that is not an image."
        : `the media host has no image at that address (${status}).`;
  return { state: "problem", about, text, fix };
}

/** The fields of `/api/health` that are used here. */
interface Health {
  version?: unknown;
  upstream?: unknown;
}

async function* checkSite({ SITE_URL, RA_WEB_API_KEY }: Env): AsyncGenerator<Finding> {
  const about = "SITE_URL";
  if (SITE_URL === undefined) {
    yield {
      state: "note",
      about,
      text: "it is not set, so links in feeds and link previews do not work.",
      fix: "Set it once the site has a public address: SITE_URL=https://your-site",
    };
    return;
  }
  const { protocol, hostname } = new URL(SITE_URL);
  if (protocol === "http:" && !["localhost", "127.0.0.1"].includes(hostname)) {
    yield {
      state: "note",
      about,
      text: "it starts with http:, and most sites only show pictures from https:.",
      fix: "Get a certificate for the site, and change SITE_URL to https:.",
    };
  }
  const { result, requests } = await recordRequests(() => askHealth(SITE_URL));
  if (result === undefined) {
    const { failure } = requests.at(-1) ?? { failure: null };
    const text = failure === null ? "what answers there is not this site." : unreachable(failure);
    const fix = "Check it, start the site, and run the doctor again.";
    yield { state: "problem", about, text, fix };
  } else if (result.upstream === "demo" && RA_WEB_API_KEY !== undefined) {
    yield {
      state: "problem",
      about,
      text: "the site there shows demo players: it was started without the key.",
      fix: "Set RA_WEB_API_KEY where that site runs, and start or deploy it again.",
    };
  } else if (result.version !== VERSION) {
    const text = `the site there is version ${String(result.version).slice(0, 20)}, this is ${VERSION}.`;
    yield { state: "note", about, text, fix: "Deploy or start it again." };
  } else {
    yield { state: "ok", about, text: "this site answers there." };
  }
}

/** @throws Error if what answers is not this site */
async function askHealth(siteUrl: string): Promise<Health> {
  const response = await fetch(`${siteUrl}/api/health`, { signal: AbortSignal.timeout(SITE_MS) });
  const health: unknown = await response.json();
  if (typeof health !== "object" || health === null || !("version" in health)) {
    throw new Error("not this site");
  }
  return health;
}
