import { once } from "node:events";
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { answerV2, rankAnswer, type V2Answer, type V2Endpoint, v2Error, v2Path } from "./answer-v2";
import { imageOf } from "./image";
import { portOf } from "./port-of";
import { awardsOf } from "./wire-awards";
import { gameOf, pointsOf, withoutProgress } from "./wire-games";
import type { WirePlayer } from "./wire-player";
import { unlocksOf } from "./wire-unlocks";

/** What the stand-in answers: RA's endpoints, and its images. */
export type Endpoint =
  | "progress"
  | "profile"
  | "unlocks"
  | "rank"
  | "points"
  | "game"
  | "awards"
  | V2Endpoint
  | "media";

/** What is asked of a player beside the list: mostly behind answers, and ranks and awards with the first one. */
const BESIDE: readonly Endpoint[] = [
  "rank",
  "player-rank",
  "awards",
  "unlocks",
  "points",
  "player-games",
  "player-achievement-sets",
];

/** The failures of RA that were seen in the wild. */
export type FailureMode =
  /** 429 with `Retry-After`. */
  | "rate-limited"
  /** 429 of API v2, without it. */
  | "limited"
  /** 400 of API v2. */
  | "bad-request"
  /** 403 of API v2: the key does not open it. */
  | "missing-scope"
  /** 503. */
  | "unavailable"
  /** 403 with a page of the CDN. */
  | "forbidden"
  /** 200 with the HTML of a challenge page. */
  | "html"
  /** Accepts the request and sends nothing. */
  | "hang"
  /** Breaks the connection half-way through the right body. */
  | "cut"
  /** 200 with JSON of another shape. */
  | "malformed"
  /** 404 with a page. */
  | "not-found"
  /** Breaks the connection without an answer. */
  | "refuse"
  /** 500 with a page. */
  | "error"
  /** 401: the key is not accepted any more. */
  | "revoked"
  /** 200 with a body that begins like the right one and never ends. */
  | "endless"
  /** 200 with a body of 100 MB. */
  | "huge"
  /** 200 with a body of 100 MB that gzip makes small. */
  | "bomb"
  /** 200 with 200,000 rows, all of them empty. */
  | "many-rows"
  /** 200 with ten million brackets. */
  | "brackets";

/** Where and how often a failure happens, and what it carries. */
export interface FailureOptions {
  /** Default: the profile and the list of games. */
  endpoint?: Endpoint;
  /** Only requests for this user, in any case. Default: all. */
  user?: string;
  /** Only this number of requests, of each endpoint concerned. Default: all. */
  times?: number;
  /** Answers this number of requests right before the first failure, of each endpoint concerned. Default: none. */
  after?: number;
  /** Seconds or an HTTP date for `Retry-After`. Default 30. */
  retryAfter?: number | string;
}

/** One request that the stand-in got. */
export interface Call {
  endpoint: Endpoint;
  method: string;
  path: string;
  /** Query parameters without the key of v1; of API v2 with the user as `u`. */
  params: Record<string, string>;
  userAgent: string;
  /** Epoch milliseconds. */
  at: number;
}

/** A server that behaves as RetroAchievements does. */
export interface RaStandIn {
  /** For RA_API_BASE_URL. */
  url: string;
  /** For RA_API_V2_BASE_URL. */
  v2Url: string;
  /** For RA_MEDIA_BASE_URL. */
  mediaUrl: string;
  /** Adds a player, or replaces the one of the same name or ULID. */
  setPlayer(player: WirePlayer): void;
  removePlayer(name: string): void;
  /** From now on answers about a user say that there are this many games. */
  setTotal(user: string, total: number): void;
  /** From now on right answers about a user have these fields, or lack them where they are undefined. */
  setFields(
    endpoint: "progress" | "profile" | "game" | "awards",
    user: string,
    fields: Record<string, unknown>,
  ): void;
  /** Delays every answer. */
  setLatency(milliseconds: number): void;
  /** Fails from now on; null ends all failures. */
  fail(mode: FailureMode | null, options?: FailureOptions): void;
  /** Runs before each request is answered: to change a player while it is being paged, for one. */
  onCall(hook: ((call: Call) => void) | null): void;
  /** The requests since the last reset, oldest first, but for those of {@link fillingCalls}. */
  calls(): readonly Call[];
  /** The requests since the last reset for what is asked beside a player's list, oldest first: at any time, of any test. */
  fillingCalls(): readonly Call[];
  /** How many requests an endpoint got since the last reset. */
  count(endpoint: Endpoint): number;
  /** The most requests of an endpoint that were open at once since the last reset. */
  peak(endpoint: Endpoint): number;
  resetCalls(): void;
  /** Forgets calls, failures, totals, fields, latency and hook; the players stay. */
  reset(): void;
  close(): Promise<void>;
}

const PATHS: Record<string, Endpoint> = {
  "/API/API_GetUserCompletionProgress.php": "progress",
  "/API/API_GetUserProfile.php": "profile",
  "/API/API_GetAchievementsEarnedBetween.php": "unlocks",
  "/API/API_GetUserRankAndScore.php": "rank",
  "/API/API_GetUserProgress.php": "points",
  "/API/API_GetGameInfoAndUserProgress.php": "game",
  "/API/API_GetUserAwards.php": "awards",
};

const HUGE_BYTES = 100 * 1024 * 1024;

/** An answer before it is sent. */
interface Answer {
  status: number;
  type: string;
  body: string | Buffer;
  headers?: Record<string, string>;
}

const json = (status: number, value: unknown): Answer => ({
  status,
  type: "application/json",
  body: JSON.stringify(value),
});
const jsonApi = ({ status, document }: V2Answer): Answer => ({
  ...json(status, document),
  type: "application/vnd.api+json",
  ...(status === 200 && {
    headers: { "X-RateLimit-Limit": "60", "X-RateLimit-Remaining": "59" },
  }),
});
const html = (status: number, title: string): Answer => ({
  status,
  type: "text/html; charset=UTF-8",
  body: `<!DOCTYPE html><html><head><title>${title}</title></head><body>${title}</body></html>`,
});

const UNAUTHENTICATED = json(401, {
  message: "Unauthenticated.",
  errors: [{ status: "401", code: "unauthorized", title: "Unauthenticated." }],
});

let bombBody: Buffer | undefined;
/** Compressing takes a second, in which the stand-in would block. */
function bomb(): Buffer {
  bombBody ??= gzipSync(Buffer.alloc(HUGE_BYTES, " "), { level: 1 });
  return bombBody;
}

/** Failures that are an answer; the others are about the connection. */
function failureAnswer(mode: FailureMode, retryAfter: number | string): Answer | undefined {
  switch (mode) {
    case "rate-limited":
      return {
        ...json(429, { message: "Too Many Attempts." }),
        headers: { "Retry-After": String(retryAfter) },
      };
    case "limited":
      return jsonApi(v2Error(429, "too_many_requests", "Too Many Requests"));
    case "bad-request":
      return jsonApi(v2Error(400, "bad_request", "Invalid Query Parameter"));
    case "missing-scope":
      return jsonApi(v2Error(403, "missing_scope", "Forbidden"));
    case "unavailable":
      return html(503, "Service Unavailable");
    case "forbidden":
      return html(403, "Access denied");
    case "html":
      return html(200, "Just a moment...");
    case "malformed":
      return json(200, { Count: "many", Results: { GameID: null } });
    case "not-found":
      return html(404, "Not Found");
    case "error":
      return html(500, "Server Error");
    case "revoked":
      return UNAUTHENTICATED;
    case "bomb":
      return {
        ...json(200, {}),
        body: bomb(),
        headers: { "Content-Encoding": "gzip" },
      };
    case "many-rows":
      return json(200, {
        Count: 1,
        Total: 1,
        Results: Array.from({ length: 200_000 }, () => ({})),
      });
    case "brackets":
      return { ...json(200, []), body: "[".repeat(5_000_000) + "]".repeat(5_000_000) };
    default:
      return undefined;
  }
}

/**
 * Starts a stand-in on 127.0.0.1 that accepts this key and knows no player yet.
 *
 * @throws Error if the port is in use; without one, a free one is taken
 */
export async function createRaStandIn({
  key,
  port = 0,
}: {
  key: string;
  port?: number;
}): Promise<RaStandIn> {
  let players: WirePlayer[] = [];
  let latency = 0;
  let hook: ((call: Call) => void) | null = null;
  let calls: Call[] = [];
  const failures = new Map<
    string,
    { mode: FailureMode; after: number; left: number; retryAfter: number | string }
  >();
  const totals = new Map<string, number>();
  const changedFields = new Map<string, Record<string, unknown>>();
  const open = new Map<Endpoint, number>();
  const hanging = new Set<ServerResponse>();
  const peaks = new Map<Endpoint, number>();

  function find(user: string) {
    const wanted = user.toLowerCase();
    return players.find(({ profile, formerNames = [] }) =>
      [profile.User, profile.ULID, ...formerNames].some((name) => name.toLowerCase() === wanted),
    );
  }

  function takeFailure({ endpoint, params }: Call) {
    const key = [failureKey(endpoint, params.u ?? ""), failureKey(endpoint)].find((each) =>
      failures.has(each),
    );
    const failure = key === undefined ? undefined : failures.get(key);
    if (!key || !failure) return undefined;
    if (failure.after > 0) {
      failure.after--;
      return undefined;
    }
    failure.left--;
    if (failure.left <= 0) failures.delete(key);
    return failure;
  }

  function rightAnswer(
    { endpoint, method, params }: Call,
    url: URL,
    headers: IncomingHttpHeaders,
  ): Answer {
    if (isV2(endpoint)) {
      // RA takes the key of API v2 in a header only.
      if (headers["x-api-key"] !== key) return UNAUTHENTICATED;
      return jsonApi(answerV2(endpoint, url.searchParams, find(params.u ?? "")));
    }
    if (endpoint === "media") {
      const isImage = /^\/(Badge|Images|UserPic)\/[^/]+\.png$/.test(url.pathname);
      if (!isImage) return html(404, "Not Found");
      return { status: 200, type: "image/png", body: imageOf(url.pathname) };
    }
    const methods = endpoint === "progress" ? ["GET", "POST"] : ["GET"];
    if (!methods.includes(method)) return json(405, { message: "Method Not Allowed" });
    if (url.searchParams.get("y") !== key) return UNAUTHENTICATED;
    if (endpoint === "progress") {
      const total = totals.get(url.searchParams.get("u")?.toLowerCase() ?? "");
      return withFields(endpoint, url, progressAnswer(url.searchParams, find, total));
    }
    if (endpoint === "unlocks") return unlocksAnswer(url.searchParams, find);
    if (endpoint === "rank") return json(200, rankAnswer(find(url.searchParams.get("u") ?? "")));
    if (endpoint === "points") return pointsAnswer(url.searchParams, find);
    if (endpoint === "game") return withFields(endpoint, url, gameAnswer(url.searchParams));
    if (endpoint === "awards") return withFields(endpoint, url, awardsAnswer(url.searchParams));
    const player = find(url.searchParams.get("u") ?? "");
    return player ? withFields(endpoint, url, json(200, player.profile)) : json(404, []);
  }

  /** The rules of API_GetGameInfoAndUserProgress: an unknown player or game is an empty list. */
  function gameAnswer(query: URLSearchParams): Answer {
    const player = find(query.get("u") ?? "");
    const id = query.get("g") ?? "";
    const rowIn = ({ results }: WirePlayer) => results.find(({ GameID }) => String(GameID) === id);
    const others = players.flatMap((each) => rowIn(each) ?? []);
    const row = player && (rowIn(player) ?? (others[0] && withoutProgress(others[0])));
    return json(200, player && row ? gameOf(player, row, query.get("a") === "1") : []);
  }

  /** The rules of API_GetUserAwards. */
  function awardsAnswer(query: URLSearchParams): Answer {
    const player = find(query.get("u") ?? "");
    return json(200, player ? awardsOf(player) : []);
  }

  function withFields(endpoint: Endpoint, url: URL, answer: Answer): Answer {
    const fields = changedFields.get(failureKey(endpoint, url.searchParams.get("u") ?? ""));
    if (!fields || answer.status !== 200 || answer.body === "[]") return answer;
    return json(200, { ...JSON.parse(answer.body.toString()), ...fields });
  }

  async function respond(
    call: Call,
    url: URL,
    { headers }: IncomingMessage,
    response: ServerResponse,
  ) {
    const failure = takeFailure(call);
    hook?.(call);
    if (latency > 0) await sleep(latency);
    if (failure?.mode === "hang") {
      hanging.add(response);
      response.once("close", () => hanging.delete(response));
      return;
    }
    if (failure?.mode === "refuse") return response.destroy();
    if (failure?.mode === "endless") return sendMuch(response, Number.POSITIVE_INFINITY);
    if (failure?.mode === "huge") return sendMuch(response, HUGE_BYTES);
    const answer =
      (failure && failureAnswer(failure.mode, failure.retryAfter)) ??
      rightAnswer(call, url, headers);
    const body = Buffer.from(answer.body);
    response.writeHead(answer.status, {
      "Content-Type": answer.type,
      "Content-Length": body.length,
      ...answer.headers,
    });
    if (failure?.mode === "cut") {
      response.write(body.subarray(0, body.length / 2), () => response.destroy());
    } else {
      response.end(body);
    }
  }

  function receive(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? "/", "http://127.0.0.1");
    const v2 = v2Path(url.pathname);
    const endpoint = v2?.endpoint ?? PATHS[url.pathname] ?? "media";
    const { y: _key, ...query } = Object.fromEntries(url.searchParams);
    const params = v2 ? { ...Object.fromEntries(url.searchParams), u: v2.user } : query;
    const call: Call = {
      endpoint,
      method: request.method ?? "",
      path: url.pathname,
      params,
      userAgent: request.headers["user-agent"] ?? "",
      at: Date.now(),
    };
    calls.push(call);
    const openNow = (open.get(endpoint) ?? 0) + 1;
    open.set(endpoint, openNow);
    peaks.set(endpoint, Math.max(peaks.get(endpoint) ?? 0, openNow));
    response.once("close", () => open.set(endpoint, (open.get(endpoint) ?? 1) - 1));
    request.resume();
    void respond(call, url, request, response);
  }

  const server = createServer(receive).listen(port, "127.0.0.1");
  await once(server, "listening");
  const origin = `http://127.0.0.1:${portOf(server)}`;

  const standIn: RaStandIn = {
    url: `${origin}/API`,
    v2Url: `${origin}/api/v2`,
    mediaUrl: origin,
    setPlayer(player) {
      standIn.removePlayer(player.profile.User);
      standIn.removePlayer(player.profile.ULID);
      players.push(player);
    },
    removePlayer(name) {
      players = players.filter((player) => player !== find(name));
    },
    setTotal(user, total) {
      totals.set(user.toLowerCase(), total);
    },
    setFields(endpoint, user, fields) {
      changedFields.set(failureKey(endpoint, user), fields);
    },
    setLatency(milliseconds) {
      latency = milliseconds;
    },
    fail(mode, options = {}) {
      const {
        endpoint,
        user,
        times = Number.POSITIVE_INFINITY,
        after = 0,
        retryAfter = 30,
      } = options;
      if (mode === null) failures.clear();
      else {
        const concerned: Endpoint[] = endpoint ? [endpoint] : ["progress", "profile"];
        for (const each of concerned) {
          failures.set(failureKey(each, user), { mode, after, left: times, retryAfter });
        }
      }
    },
    onCall(newHook) {
      hook = newHook;
    },
    calls: () => calls.filter(({ endpoint }) => !BESIDE.includes(endpoint)),
    fillingCalls: () => calls.filter(({ endpoint }) => BESIDE.includes(endpoint)),
    count: (endpoint) => calls.filter((call) => call.endpoint === endpoint).length,
    peak: (endpoint) => peaks.get(endpoint) ?? 0,
    resetCalls() {
      calls = [];
      peaks.clear();
    },
    reset() {
      standIn.resetCalls();
      failures.clear();
      totals.clear();
      changedFields.clear();
      latency = 0;
      hook = null;
      for (const response of hanging) response.destroy();
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
  return standIn;
}

function isV2(endpoint: Endpoint): endpoint is V2Endpoint {
  return endpoint.startsWith("player-");
}

function failureKey(endpoint: Endpoint, user?: string): string {
  return user === undefined ? endpoint : `${endpoint} ${user.toLowerCase()}`;
}

/** JSON of a given size, or endless, sent as fast as it is read. */
async function sendMuch(response: ServerResponse, bytes: number): Promise<void> {
  response.writeHead(200, { "Content-Type": "application/json" });
  const chunk = " ".repeat(64 * 1024);
  function* body() {
    yield '{"Count":1,"Total":1,"Results":[';
    for (let sent = 0; sent < bytes; sent += chunk.length) yield chunk;
    yield "]}";
  }
  // The client closes the connection when it has read enough.
  await pipeline(Readable.from(body()), response).catch(() => undefined);
}

/** The rules of API_GetUserCompletionProgress: of a repeated parameter the last counts, without spaces around it. */
function progressAnswer(
  query: URLSearchParams,
  find: (user: string) => WirePlayer | undefined,
  total?: number,
): Answer {
  const last = (name: string) => query.getAll(name).at(-1)?.trim() || undefined;
  const [user, offset, count] = [last("u"), last("o"), last("c")];
  const problems = [
    ["u", userProblems(user)] as const,
    ["o", integerProblems("o", offset, 0)] as const,
    ["c", integerProblems("c", count, 1, 500)] as const,
  ].filter(([, problems]) => problems.length > 0);
  const [first, ...others] = problems.flatMap(([, problems]) => problems);
  if (first) {
    const more =
      others.length > 0 ? ` (and ${others.length} more error${others[1] ? "s" : ""})` : "";
    return json(422, { message: first + more, errors: Object.fromEntries(problems) });
  }

  const results = find(user ?? "")?.results ?? [];
  const start = Number(offset ?? 0);
  const page = results.slice(start, start + Number(count ?? 100));
  return json(200, { Count: page.length, Total: total ?? results.length, Results: page });
}

/** Unlocks in one answer of API_GetAchievementsEarnedBetween. */
const UNLOCKS_A_PAGE = 500;

/** The rules of API_GetAchievementsEarnedBetween: the oldest of a period with both its ends; nobody's are none. */
function unlocksAnswer(
  query: URLSearchParams,
  find: (user: string) => WirePlayer | undefined,
): Answer {
  const player = find(query.get("u") ?? "");
  const [from, to] = [query.get("f"), query.get("t")].map((seconds) =>
    new Date(Number(seconds ?? 0) * 1000).toISOString().slice(0, 19).replace("T", " "),
  );
  const within = player
    ? unlocksOf(player).filter(({ Date: at }) => at >= (from ?? "") && at <= (to ?? ""))
    : [];
  let score = 0;
  const page = within.slice(0, UNLOCKS_A_PAGE).map((unlock) => {
    score += Number(unlock.Points);
    return { ...unlock, CumulScore: score };
  });
  return json(200, page);
}

/** The rules of API_GetUserProgress: an unknown player has an empty list, an unknown game zeros. */
function pointsAnswer(
  query: URLSearchParams,
  find: (user: string) => WirePlayer | undefined,
): Answer {
  const player = find(query.get("u") ?? "");
  return json(200, player ? pointsOf(player, (query.get("i") ?? "").split(",")) : []);
}

function userProblems(user: string | undefined): string[] {
  if (user === undefined) return ["The u field is required."];
  const isPlain = /^[0-9A-Za-z]+$/.test(user);
  if (user.length === 26) return isPlain ? [] : ["The u must be a valid ULID."];
  if (user.length < 2 || user.length > 20) {
    return ["The u must be between 2 and 20 characters when providing a username."];
  }
  return isPlain ? [] : ["The u may only contain letters and numbers."];
}

function integerProblems(
  name: string,
  value: string | undefined,
  min: number,
  max = Number.POSITIVE_INFINITY,
): string[] {
  if (value === undefined) return [];
  // Of what is no number, the length counts.
  const size = Number.isNaN(Number(value)) ? value.length : Number(value);
  return [
    /^(?:0|[+-]?[1-9]\d*)$/.test(value) ? "" : `The ${name} must be an integer.`,
    size < min ? `The ${name} must be at least ${min}.` : "",
    size > max ? `The ${name} must not be greater than ${max}.` : "",
  ].filter(Boolean);
}
