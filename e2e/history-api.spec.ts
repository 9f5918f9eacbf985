import { type Answer, ask } from "./support/ask";
import { expect, SOON_STALE, test } from "./support/fixtures";
import type { Site } from "./support/site";
import { startStoreFaults } from "./support/store-faults";
import { aWirePlayer, type WireRow } from "./support/wire-player";
import { aWireUnlock } from "./support/wire-unlocks";

const POLL = { intervals: [100, 250, 500] };
const USER = "Kroniker";
/** As RetroAchievements writes a moment. */
const wireDate = (at: number) => new Date(at).toISOString().replace(/\.\d+Z$/, "+00:00");

interface HistoryAnswer {
  isKept: boolean;
  startedAt: string | null;
  from: string;
  to: string;
  days: {
    day: string;
    happenings: { kind: string; title?: string }[];
    gained: { points: number };
  }[];
}

const row = (given: Partial<WireRow>): WireRow => ({
  GameID: 501,
  Title: "Tin Moth",
  ImageIcon: "/Images/000501.png",
  ConsoleID: 7,
  ConsoleName: "NES/Famicom",
  MaxPossible: 20,
  NumAwarded: 8,
  NumAwardedHardcore: 8,
  MostRecentAwardedDate: "2026-01-05T10:00:00+00:00",
  HighestAwardKind: null,
  HighestAwardDate: null,
  ...given,
});
const owl = {
  ...{ GameID: 502, Title: "Owl & Co.", ImageIcon: "/Images/000502.png", MaxPossible: 10 },
  ...{ NumAwarded: 10, NumAwardedHardcore: 10, HighestAwardKind: "mastered" as const },
  ...{ HighestAwardDate: "2026-01-04T10:00:00+00:00" },
};
const before = [row({}), row({ ...owl, MostRecentAwardedDate: "2026-01-04T10:00:00+00:00" })];
/** Three achievements more, and a set that was revised. */
const after = () => [
  row({ NumAwarded: 11, NumAwardedHardcore: 11, MostRecentAwardedDate: wireDate(Date.now()) }),
  row({ ...owl, MaxPossible: 16, MostRecentAwardedDate: "2026-01-04T10:00:00+00:00" }),
];

/** Where everything is stale after a second. */
let site: Site;
let played: HistoryAnswer;
const get = (path: string, url = site.url): Promise<Answer> => ask(url + path);
const idsOf = (feed: string) => [...feed.matchAll(/<id>(.*?)<\/id>/g)].map(([, id]) => id);

test.beforeAll(async ({ standIn, siteWith }) => {
  standIn.reset();
  site = await siteWith(SOON_STALE);
  standIn.setPlayer({
    ...aWirePlayer({ name: USER, games: before, profile: { TotalPoints: 1000 } }),
    unlocks: [],
  });
  const history = async () => {
    const answer = await get(`/api/v1/users/${USER}/history`);
    expect(answer.status).toBe(200);
    return answer.json<HistoryAnswer>();
  };
  await expect.poll(async () => (await history()).startedAt, POLL).not.toBeNull();
  // The feed has achievements from the history, or from the unlocks once these are read.
  const unlocks = [1, 2, 3].map((id) =>
    aWireUnlock(Date.now() / 1000, { AchievementID: id, GameID: 501 }),
  );
  standIn.setPlayer({
    ...aWirePlayer({ name: USER, games: after(), profile: { TotalPoints: 1030 } }),
    unlocks,
  });
  await expect
    .poll(async () => {
      played = await history();
      return played.days.at(-1)?.happenings.length;
    }, POLL)
    .toBe(2);
});

test("events of the requested days are in the API and in the CSV", async () => {
  expect(played).toMatchObject({ isKept: true });
  expect(played.days.at(-1)).toMatchObject({
    happenings: [
      { kind: "achievements", hardcore: 3, casual: 0, games: [{ gameId: 501, title: "Tin Moth" }] },
      { kind: "revised", title: "Owl & Co.", maxPossibleBefore: 10, brokenAward: "mastered" },
    ],
    gained: { points: 30 },
  });
  const past = await get(`/api/v1/users/${USER}/history?from=2026-01-01&to=2026-01-31`);
  expect(past.json<HistoryAnswer>()).toMatchObject({ startedAt: played.startedAt, days: [] });
  const csv = await get(`/user/${USER}/history.csv`);
  expect(csv.headers.get("Content-Disposition")).toContain(`${USER}-history.csv`);
  expect(csv.text).toContain(`${played.to},achievements,501,Tin Moth,3,0`);
  expect(csv.text).toContain(`${played.to},revised,502,Owl & Co.,,,Mastered,10,16`);
});

test("days that mean nothing, and more than a year, are refused with what is allowed", async () => {
  for (const path of [`/api/v1/users/${USER}/history`, `/user/${USER}/history.csv`]) {
    for (const [query, reason] of [
      ["from=yesterday", "must be a day"],
      ["from=2026-03-02&to=2026-03-01", "must not be after 2026-03-01"],
      ["from=2024-01-01&to=2026-01-01", "at most 366 days"],
    ]) {
      const refused = await get(`${path}?${query}`);
      expect(refused.status, query).toBe(422);
      expect(refused.json<{ detail: string }>().detail).toContain(reason);
    }
  }
  const refused = await get(`/user/${USER}/feed.xml?only=everything`);
  expect(refused.status).toBe(422);
  expect(refused.json<object>()).toMatchObject({ errors: [{ name: "only" }] });
});

test("the feed has revisions and achievements on request, with the same ids on every server", async ({
  siteWith,
}) => {
  const path = `/user/${USER}/feed.xml`;
  const usual = (await get(path)).text;
  expect(usual).toContain("<title>Mastered: Owl &amp; Co.</title>");
  expect(usual).not.toMatch(/Revised|achievements: /);
  const all = (await get(`${path}?only=awards,revisions,achievements`)).text;
  expect(all).toContain("<title>3 achievements: Tin Moth</title>");
  expect(all).toContain("10 → 16 achievements; mastery now at 62%");
  expect(idsOf(all)).toEqual(expect.arrayContaining(idsOf(usual).slice(1)));
  expect(new Set(idsOf(all)).size).toBe(4);
  const other = await siteWith();
  const again = await get(`${path}?only=achievements,revisions,awards`, other.url);
  expect(idsOf(again.text)).toEqual(idsOf(all));
});

test("a badge and a card show what came lately", async () => {
  const badge = await get(`/user/${USER}/badge.json?show=week&locale=de`);
  expect(badge.json<object>()).toMatchObject({
    label: "diese Woche",
    message: "3 Erfolge · +30 Punkte",
  });
  const card = await get(`/user/${USER}/cards/lately.svg`);
  expect(card.headers.get("X-Longplay-Error")).toBeNull();
  expect(card.text).toMatch(
    /<desc>Recent activity: [^<]*3 achievements: Tin Moth, Set changed: Owl &amp; Co\./,
  );
  const png = await get(`/user/${USER}/cards/lately.png`);
  expect(png.body.subarray(1, 4).toString()).toBe("PNG");
});

test("who was never seen before has a card, a feed and a badge that say so", async ({
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Beginner14", games: before }));
  const badge = await get("/user/Beginner14/badge.json?show=week");
  expect(badge.status).toBe(200);
  expect(badge.json<object>()).toMatchObject({
    message: expect.stringMatching(/^(–|0 achiev.*)$/),
  });
  const card = await get("/user/Beginner14/cards/lately.svg");
  expect(card.text).toContain("<desc>No recent activity.</desc>");
  const feed = await get("/user/Beginner14/feed.xml?only=revisions");
  expect(idsOf(feed.text)).toHaveLength(1);
});

test("a week badge without history is a dash, and is not cached", async ({
  standIn,
  redis,
  startOwnSite,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Dashed", games: before }));
  const faults = await startStoreFaults(redis.restUrl);
  try {
    const own = await startOwnSite({ KV_REST_API_URL: faults.restUrl });
    await faults.set({ kind: "error" });
    const badge = await get("/user/Dashed/badge.json?show=week", own.url);
    expect(badge.status).toBe(200);
    expect(badge.json<object>()).toMatchObject({ label: "this week", message: "–" });
    expect(badge.headers.get("Access-Control-Allow-Origin")).toBe("*");
    expect(badge.headers.get("Cache-Control")).toBe("no-store");
    expect(badge.headers.get("CDN-Cache-Control")).toBeNull();
  } finally {
    await faults.close();
  }
});
