import { expect, test, vi } from "vitest";
import { createDemo, DEMO_USERS } from "@/lib/retroachievements/demo";
import { demoUnlocks } from "@/lib/retroachievements/demo/unlocks";
import { GET } from "./route";

// Work behind a response belongs to a request of a server, which a unit test lacks.
vi.mock("next/server", async (original) => ({
  ...(await original<typeof import("next/server")>()),
  after: () => undefined,
}));

test("a feed of achievements has the newest days and games of all unlocks", async () => {
  const [user = ""] = DEMO_USERS;
  const request = new Request(`https://longplay.example/user/${user}/feed.xml?only=achievements`);
  const feed = await (await GET(request, { params: Promise.resolve({ user }) })).text();
  const shown = [...feed.matchAll(/<title>(\d+) achievements?: .*?<updated>(.*?)<\/updated>/g)];
  const { player } = await createDemo().fetchPlayer(user);
  const groups = new Map<string, { count: number; at: number }>();
  for (const { at, gameId } of demoUnlocks(player).unlocks) {
    const key = `${gameId} ${new Date(at * 1000).toISOString().slice(0, 10)}`;
    groups.set(key, { count: (groups.get(key)?.count ?? 0) + 1, at });
  }
  const newest = [...groups.values()].sort((a, b) => b.at - a.at).slice(0, 100);
  expect(shown.map(([, count]) => Number(count))).toEqual(newest.map(({ count }) => count));
  expect(shown.map(([, , date]) => Date.parse(date ?? "") / 1000)).toEqual(
    newest.map(({ at }) => at),
  );
});
