import type { WirePlayer, WireTime } from "./wire-player";
import { dateOf, timesOf } from "./wire-times";

/** The endpoints of API v2. */
export type V2Endpoint = "player-games" | "player-achievement-sets" | "player-rank";

/** A JSON:API document and its status. */
export interface V2Answer {
  status: number;
  document: unknown;
}

const PATH = /^\/api\/v2\/users\/([^/]+)(?:\/(player-games|player-achievement-sets))?$/;
const MOST = 100;
const DEFAULT_SIZE = 50;
const RELATIONS: Record<V2Endpoint, string[]> = {
  "player-games": ["game", "achievementSets", "playerAchievementSets"],
  "player-achievement-sets": ["game", "achievementSet"],
  "player-rank": [],
};

/** The endpoint and the user of a path of API v2; null: it is none. */
export function v2Path(pathname: string): { endpoint: V2Endpoint; user: string } | null {
  const [, user, endpoint] = PATH.exec(pathname) ?? [];
  if (user === undefined) return null;
  return { endpoint: (endpoint ?? "player-rank") as V2Endpoint, user: decodeURIComponent(user) };
}

/** An error as API v2 sends it. */
export function v2Error(status: number, code: string, title: string): V2Answer {
  const errors = [{ status: String(status), code, title }];
  return { status, document: { message: title, errors } };
}

/** The rules of API v2: bounds of pages, includes and sorts that it knows, relations with `include` only. */
export function answerV2(
  endpoint: V2Endpoint,
  query: URLSearchParams,
  player: WirePlayer | undefined,
): V2Answer {
  if (!player || player.isUnknownToV2) return v2Error(404, "not_found", "Not Found");
  const include = query.get("include")?.split(",") ?? [];
  const size = Number(query.get("page[size]") ?? DEFAULT_SIZE);
  const number = Number(query.get("page[number]") ?? 1);
  const isWithin = (value: number, most: number) =>
    Number.isInteger(value) && value >= 1 && value <= most;
  if (!isWithin(size, MOST)) return v2Error(400, "bad_request", "Invalid Query Parameter");
  if (!isWithin(number, 1_000_000)) return v2Error(400, "bad_request", "Invalid Query Parameter");
  const isKnown =
    include.every((each) => RELATIONS[endpoint].includes(each)) &&
    [...query.keys()].every((key) =>
      /^(page\[(size|number)\]|include|filter\[gameId\])$/.test(key),
    );
  if (!isKnown) return v2Error(400, "bad_request", "Invalid Query Parameter");
  if (endpoint === "player-rank") return { status: 200, document: userDocument(player) };
  const wanted = query.get("filter[gameId]")?.split(",").map(Number);
  const times = timesOf(player).filter(({ gameId }) => wanted?.includes(gameId) ?? true);
  const all =
    endpoint === "player-games"
      ? sorted(times, ({ playerGame }) => playerGame.lastPlayedAt)
      : sorted(
          times.filter(({ playerSet }) => playerSet),
          ({ playerSet }) => playerSet?.lastUnlockAt ?? null,
        );
  const start = (number - 1) * size;
  const page = all.slice(start, start + size);
  const resources = endpoint === "player-games" ? playerGame : playerSet;
  const included = page.flatMap((time) => [
    ...(include.includes("game") ? [gameResource(time)] : []),
    ...(include.includes("achievementSet") ? [setResource(time)] : []),
  ]);
  return {
    status: 200,
    document: {
      jsonapi: { version: "1.0" },
      meta: {
        page: {
          currentPage: number,
          from: page.length > 0 ? start + 1 : null,
          lastPage: Math.max(1, Math.ceil(all.length / size)),
          perPage: size,
          to: page.length > 0 ? start + page.length : null,
          total: all.length,
        },
      },
      data: page.map((time) => resources(time, include)),
      ...(included.length > 0 && { included }),
    },
  };
}

/** Newest first, without a date last, as MySQL sorts. */
function sorted(times: WireTime[], dateOfTime: (time: WireTime) => string | null): WireTime[] {
  return times.toSorted((a, b) => {
    const [first, second] = [dateOfTime(a) ?? "", dateOfTime(b) ?? ""];
    return first === second ? 0 : first < second ? 1 : -1;
  });
}

const setIdOf = ({ gameId }: WireTime) => gameId + 50_000;
const linkTo = (type: string, id: number, isIncluded: boolean) =>
  isIncluded ? { data: { type, id: String(id) } } : {};

function playerGame(time: WireTime, include: string[]) {
  return {
    type: "player-games",
    id: String(time.gameId * 3),
    attributes: time.playerGame,
    relationships: { game: linkTo("games", time.gameId, include.includes("game")) },
  };
}

function playerSet(time: WireTime, include: string[]) {
  const achievementSetId = setIdOf(time);
  // RA leaves the core link out where a set has others as well.
  const links = time.subsetOf.map((gameId) => ({ achievementSetId, gameId, type: "bonus" }));
  const core = { achievementSetId, gameId: time.gameId, type: "core" };
  return {
    type: "player-achievement-sets",
    id: String(time.gameId * 5),
    attributes: { ...time.playerSet, setContext: links.length > 0 ? links : [core] },
    relationships: {
      game: linkTo("games", time.gameId, include.includes("game")),
      achievementSet: linkTo(
        "achievement-sets",
        achievementSetId,
        include.includes("achievementSet"),
      ),
    },
  };
}

const gameResource = (time: WireTime) => ({
  type: "games",
  id: String(time.gameId),
  attributes: time.game,
});
const setResource = (time: WireTime) => ({
  type: "achievement-sets",
  id: String(setIdOf(time)),
  attributes: time.achievementSet,
});

function userDocument({ profile, rank = {} }: WirePlayer) {
  return {
    jsonapi: { version: "1.0" },
    meta: { rankedUsers: { hardcore: 95_000, casual: 12_000 } },
    data: {
      type: "users",
      id: profile.ULID,
      attributes: {
        displayName: profile.User,
        avatarUrl: `https://media.retroachievements.org${profile.UserPic}`,
        motto: profile.Motto,
        points: Number(profile.TotalPoints),
        pointsHardcore: Number(profile.TotalPoints),
        pointsWeighted: Number(profile.TotalTruePoints ?? 0),
        rankHardcore: profile.Untracked ? null : 1234,
        rankCasual: null,
        joinedAt: `${profile.MemberSince.replace(" ", "T")}.000000Z`,
        lastActivityAt: null,
        richPresence: profile.RichPresenceMsg,
        richPresenceUpdatedAt: dateOf(Date.parse("2026-07-31T20:20:00Z") / 1000),
        isUnranked: profile.Untracked === 1,
        ...rank,
      },
    },
  };
}

/** The answer of API_GetUserRankAndScore. */
export function rankAnswer(player: WirePlayer | undefined): unknown {
  if (!player) return [];
  const { TotalPoints, TotalSoftcorePoints, Untracked } = player.profile;
  return {
    Score: Number(TotalPoints),
    SoftcoreScore: Number(TotalSoftcorePoints),
    Rank: Untracked ? null : 1234,
    TotalRanked: 95_000,
  };
}
