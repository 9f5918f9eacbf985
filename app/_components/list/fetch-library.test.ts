import { afterEach, expect, test, vi } from "vitest";
import { aGame, aPlayer } from "@/lib/domain/test-games";
import { UNKNOWN_TIME } from "@/lib/times/game-time";
import type { ListTimes } from "@/lib/times/list-time";
import { packLibrary } from "@/lib/views/library";
import { fetchLibrary } from "./fetch-library";

afterEach(() => {
  vi.unstubAllGlobals();
});

const game = aGame();

/** Fetches Anna's library from a site that knows these times. */
async function fetchWith(
  times: ListTimes,
  ETag: string,
  ...before: Parameters<typeof fetchLibrary>
) {
  const packed = packLibrary({ player: aPlayer([game]), refreshError: null, times });
  vi.stubGlobal("fetch", async () => Response.json(packed, { headers: { ETag } }));
  return fetchLibrary(...before);
}

test("the same library stays the same, and new times of the same player are new", async () => {
  const unknown = await fetchWith(new Map(), 'W/"1-gzip"', "Anna");
  expect(await fetchWith(new Map(), 'W/"1-br"', "Anna", unknown)).toBe(unknown);
  const times = new Map([[game.id, { ...UNKNOWN_TIME, playtime: 60 }]]);
  const known = await fetchWith(times, 'W/"2"', "Anna", unknown);
  expect(known.times?.get(game.id)?.playtime).toBe(60);
  expect(await fetchWith(times, 'W/"2"', "Anna", known)).toBe(known);
});
