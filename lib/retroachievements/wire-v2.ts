import { z } from "zod";
import { InvalidResponse } from "@/lib/domain/upstream-error";
import { LIMITS } from "@/lib/limits";
import type { PlayedGame, PlayedSet, PlayerRank } from "./retroachievements";
import { count, knownCount, knownDate, knownMinutes, knownSeconds, line } from "./wire-values";

/** JSON:API ids are strings. */
const id = count.refine((value) => value > 0);
const linkedId = z
  .object({ data: z.object({ id }) })
  .nullish()
  .catch(null)
  .transform((link) => link?.data.id ?? null);

const resource = z.object({
  type: z.string(),
  id,
  attributes: z.unknown().optional(),
  relationships: z
    .object({ game: linkedId, achievementSet: linkedId })
    .partial()
    .nullish()
    .catch(null),
});

const document = z.object({
  meta: z.object({ page: z.object({ currentPage: count, lastPage: count }) }),
  data: z.custom<unknown[]>((value) => Array.isArray(value)),
  included: z
    .custom<unknown[]>((value) => Array.isArray(value))
    .nullish()
    .catch(null),
});

const playerGame = z.object({
  lastPlayedAt: knownDate,
  firstUnlockAt: knownDate,
  beatenAt: knownDate,
  beatenHardcoreAt: knownDate,
  playtimeTotalSeconds: knownSeconds,
  timeToBeatSeconds: knownSeconds,
  timeToBeatHardcoreSeconds: knownSeconds,
});
const game = z.object({
  playersHardcore: knownCount,
  medianTimeToBeatSeconds: knownMinutes,
  medianTimeToBeatHardcoreSeconds: knownMinutes,
});
const playerSet = z.object({
  lastUnlockAt: knownDate,
  completedAt: knownDate,
  completedHardcoreAt: knownDate,
  timeTakenSeconds: knownSeconds,
  timeTakenHardcoreSeconds: knownSeconds,
  points: knownCount,
  pointsHardcore: knownCount,
  pointsWeighted: knownCount,
  setContext: z.array(z.object({ gameId: id, type: z.string() })).min(1),
});
const achievementSet = z.object({
  pointsTotal: knownCount,
  timesMastered: knownCount,
  medianTimeToCompleteSeconds: knownMinutes,
  medianTimeToMasterSeconds: knownMinutes,
});

/** A document of API v2 with one page of rows. */
export interface V2Rows<Row> {
  rows: Row[];
  unreadable: number;
  currentPage: number;
  isLast: boolean;
}

type Resource = z.output<typeof resource>;
type Included = (type: string, id: number | null | undefined) => unknown;

/** From this number of rows on, a page without a readable one cannot be read. */
const UNREADABLE_ROWS = 10;

/**
 * Reads a document; null: it has another shape.
 *
 * @param read gives null for an unreadable row, and undefined for one that is left out
 * @throws InvalidResponse if it has the right shape, and cannot be read
 */
function readRows<Row>(
  answer: unknown,
  type: string,
  read: (row: Resource, included: Included) => Row | null | undefined,
): V2Rows<Row> | null {
  const parsed = document.safeParse(answer);
  if (!parsed.success) return null;
  if (parsed.data.data.length > LIMITS.v2PageSize) throw new InvalidResponse();
  const { meta, data, included } = parsed.data;
  const known = new Map<string, unknown>();
  for (const value of included ?? []) {
    const { data: each } = resource.safeParse(value);
    if (each) known.set(`${each.type} ${each.id}`, each.attributes);
  }
  const rows: Row[] = [];
  let unreadable = 0;
  for (const value of data) {
    const { data: row } = resource.safeParse(value);
    const found = row?.type === type ? read(row, (of, key) => known.get(`${of} ${key}`)) : null;
    if (found) rows.push(found);
    else if (found === null) unreadable++;
  }
  if (unreadable >= UNREADABLE_ROWS && unreadable === data.length) throw new InvalidResponse();
  const { currentPage, lastPage } = meta.page;
  return { rows, unreadable, currentPage, isLast: currentPage >= lastPage || data.length === 0 };
}

/** A page of `/users/{user}/player-games?include=game`; null: another shape. Unknown fields are dropped. @throws InvalidResponse */
export function readPlayerGames(answer: unknown): V2Rows<PlayedGame> | null {
  return readRows(answer, "player-games", ({ attributes, relationships }, included) => {
    const gameId = relationships?.game;
    const { data: wire } = playerGame.safeParse(attributes);
    if (!wire || !gameId) return null;
    const about = game.safeParse(included("games", gameId) ?? {}).data;
    return {
      gameId,
      lastPlayedAt: wire.lastPlayedAt,
      firstUnlockAt: wire.firstUnlockAt,
      beatenAt: wire.beatenAt,
      beatenHardcoreAt: wire.beatenHardcoreAt,
      playtime: wire.playtimeTotalSeconds,
      timeToBeat: wire.timeToBeatSeconds,
      timeToBeatHardcore: wire.timeToBeatHardcoreSeconds,
      playersHardcore: about?.playersHardcore ?? null,
      medianBeatMinutes: about?.medianTimeToBeatSeconds ?? null,
      medianBeatHardcoreMinutes: about?.medianTimeToBeatHardcoreSeconds ?? null,
    };
  });
}

/** A page of `/users/{user}/player-achievement-sets?include=game,achievementSet`; null: another shape. @throws InvalidResponse */
export function readPlayerSets(answer: unknown): V2Rows<PlayedSet> | null {
  return readRows(answer, "player-achievement-sets", ({ attributes, relationships }, included) => {
    const { data: wire } = playerSet.safeParse(attributes);
    if (!wire) return null;
    const gameId = gameOfSet(wire.setContext, relationships?.game ?? null);
    if (gameId === null) return undefined;
    const set = included("achievement-sets", relationships?.achievementSet) ?? {};
    const about = achievementSet.safeParse(set).data;
    return {
      gameId,
      lastUnlockAt: wire.lastUnlockAt,
      completedAt: wire.completedAt,
      masteredAt: wire.completedHardcoreAt,
      timeToComplete: wire.timeTakenSeconds,
      timeToMaster: wire.timeTakenHardcoreSeconds,
      points: wire.points,
      pointsHardcore: wire.pointsHardcore,
      retroPoints: wire.pointsWeighted,
      pointsTotal: about?.pointsTotal ?? null,
      timesMastered: about?.timesMastered ?? null,
      medianCompleteMinutes: about?.medianTimeToCompleteSeconds ?? null,
      medianMasterMinutes: about?.medianTimeToMasterSeconds ?? null,
      isSubset: wire.setContext.every(({ type }) => type !== "core"),
    };
  });
}

/**
 * The game that lists a set as its own: that of the core set. Of a subset, RA's context names the games to which it is linked, but not its
 * own game, which the relation does; null: it has none of its own.
 */
function gameOfSet(
  context: readonly { gameId: number; type: string }[],
  related: number | null,
): number | null {
  const core = context.find(({ type }) => type === "core");
  if (core) return core.gameId;
  return context.some(({ gameId }) => gameId === related) ? null : related;
}

const user = z.object({
  data: z.object({
    attributes: z.object({
      rankHardcore: knownCount,
      rankCasual: knownCount,
      richPresence: line.nullish().catch(null),
      richPresenceUpdatedAt: knownDate,
      isUnranked: z.boolean().nullish().catch(null),
    }),
  }),
  meta: z
    .object({ rankedUsers: z.object({ hardcore: knownCount, casual: knownCount }) })
    .nullish()
    .catch(null),
});

/** `/users/{user}`, as far as ranks are concerned; null if it is none. */
export function readUser(answer: unknown): PlayerRank | null {
  const { data: wire } = user.safeParse(answer);
  if (!wire) return null;
  const { rankHardcore, rankCasual, richPresence, richPresenceUpdatedAt, isUnranked } =
    wire.data.attributes;
  const ranked = wire.meta?.rankedUsers;
  const rankOf = (rank: number | null, of: number | null | undefined) =>
    rank && !isUnranked ? { rank, of: of || null } : null;
  return {
    hardcore: rankOf(rankHardcore, ranked?.hardcore),
    casual: rankOf(rankCasual, ranked?.casual),
    playing:
      richPresence && richPresenceUpdatedAt
        ? { text: richPresence, at: richPresenceUpdatedAt }
        : null,
  };
}

const userRank = z.object({ Rank: knownCount, TotalRanked: knownCount });

/** API_GetUserRankAndScore, whose rank is that of hardcore mode; null if it is none. */
export function readUserRank(answer: unknown): PlayerRank | null {
  const { data: wire } = userRank.safeParse(answer);
  if (!wire) return null;
  const hardcore = wire.Rank ? { rank: wire.Rank, of: wire.TotalRanked || null } : null;
  return { hardcore, casual: null, playing: null };
}
