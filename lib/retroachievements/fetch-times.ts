import { InvalidResponse } from "@/lib/domain/upstream-error";
import { LIMITS } from "@/lib/limits";
import { observe } from "@/lib/observe/observe";
import type { V2Client } from "./request-v2";
import type { PagesOptions, RetroAchievements, V2Page, V2Unavailable } from "./retroachievements";
import { readPlayerGames, readPlayerSets, type V2Rows } from "./wire-v2";

type Pages<Row> = AsyncGenerator<V2Page<Row> | V2Unavailable, void, undefined>;

/** Makes the functions of a client that read times, page by page. */
export function createFetchTimes(
  send: V2Client["send"],
): Pick<RetroAchievements, "fetchPlayerGames" | "fetchPlayerAchievementSets"> {
  async function* pagesOf<Row>(
    endpoint: "player-games" | "player-achievement-sets",
    user: string,
    include: string,
    read: (answer: unknown) => V2Rows<Row> | null,
    { page: first = 1, acquire }: PagesOptions,
  ): Pages<Row> {
    const path = `users/${encodeURIComponent(user)}/${endpoint}`;
    for (let page = first; page < first + LIMITS.v2Pages; page++) {
      await acquire?.(1);
      const query = { "page[size]": LIMITS.v2PageSize, "page[number]": page, include };
      const answer = await send(endpoint, path, query, (document) => {
        const rows = read(document);
        if (rows && rows.currentPage !== page) throw new InvalidResponse();
        return rows;
      });
      if (answer.state !== "ok") return yield answer;
      const { rows, unreadable, isLast } = answer.content;
      if (unreadable > 0) observe({ type: "unreadable-rows", rows: unreadable });
      yield { state: "ok", rows, page, isLast };
      if (isLast) return;
    }
  }

  return {
    fetchPlayerGames: (user, options = {}) =>
      pagesOf("player-games", user, "game", readPlayerGames, options),
    fetchPlayerAchievementSets: (user, options = {}) =>
      pagesOf("player-achievement-sets", user, "game,achievementSet", readPlayerSets, options),
  };
}
