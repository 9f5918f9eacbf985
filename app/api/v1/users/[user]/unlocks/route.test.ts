import { expect, test, vi } from "vitest";
import { streaks, unlockDays, unlocks } from "@/lib/api-docs/answers";
import { DEMO_USERS } from "@/lib/retroachievements/demo";
import { GET as days } from "../days/route";
import { GET as streaksRoute } from "../streaks/route";
import { GET as unlocksRoute } from "./route";

// Work behind a response belongs to a request of a server, which a unit test lacks.
vi.mock("next/server", async (original) => ({
  ...(await original<typeof import("next/server")>()),
  after: () => undefined,
}));

const [user = ""] = DEMO_USERS;
const ROUTES = { unlocks: unlocksRoute, days, streaks: streaksRoute };

function ask(path: string, name = user, headers: HeadersInit = {}): Promise<Response> {
  const route = ROUTES[path.replace(/\?.*/, "") as keyof typeof ROUTES];
  const request = new Request(`https://longplay.example/api/v1/users/${name}/${path}`, { headers });
  return route(request, { params: Promise.resolve({ user: name }) });
}

test("a demo player's unlocks are as many as their days say, and each is in its year", async () => {
  const first = unlocks.strict().parse(await (await ask("unlocks?year=2025")).json());
  const pages = Array.from({ length: first.pages }, (_, at) => at + 1);
  const all = await Promise.all(
    pages.map(async (page) =>
      unlocks.parse(await (await ask(`unlocks?year=2025&page=${page}`)).json()),
    ),
  );
  const results = all.flatMap((page) => page.results);
  expect(results).toHaveLength(first.total);
  expect(new Set(results.map(({ achievementId }) => achievementId)).size).toBe(first.total);
  for (const { date, title, gameTitle } of results) {
    expect(date).toMatch(/^2025-/);
    expect(title && gameTitle).toBeTruthy();
  }
  const byDay = new Map<string, number>();
  for (const { date } of results.toReversed()) {
    const day = date.slice(0, 10);
    byDay.set(day, (byDay.get(day) ?? 0) + 1);
  }
  const ofDays = unlockDays.strict().parse(await (await ask("days?year=2025")).json());
  expect(ofDays.days.map(({ day, achievements }) => [day, achievements])).toEqual([...byDay]);
  expect(ofDays.days.length).toBeGreaterThan(50);
});

test("each day of a year in a time zone has as many unlocks as the year says", async () => {
  const zone = "America/New_York";
  const { days: ofYear } = unlockDays.parse(await (await ask(`days?year=2025&tz=${zone}`)).json());
  for (const { day, achievements, points } of [...ofYear.slice(0, 12), ...ofYear.slice(-12)]) {
    const answer = await ask(`unlocks?day=${day}&tz=${zone}`);
    const found = unlocks.strict().parse(await answer.json());
    expect(found).toMatchObject({ day, timeZone: zone, total: achievements });
    expect(found.results.reduce((sum, each) => sum + each.points, 0)).toBe(points);
  }
});

test("streaks are found in the days of all years", async () => {
  const zone = "America/New_York";
  const shown = streaks.strict().parse(await (await ask(`streaks?tz=${zone}`)).json());
  const years = Array.from(
    { length: 2027 - (shown.since ?? 0) },
    (_, at) => (shown.since ?? 0) + at,
  );
  const found = await Promise.all(
    years.map(async (year) =>
      unlockDays.parse(await (await ask(`days?year=${year}&tz=${zone}`)).json()),
    ),
  );
  const played = found.flatMap((year) => year.days.map(({ day }) => Date.parse(day) / 86_400_000));
  expect(shown.daysPlayed).toBe(played.length);
  const isPlayed = new Set(played);
  const lengthFrom = (day: number): number => (isPlayed.has(day) ? 1 + lengthFrom(day + 1) : 0);
  expect(shown.longest?.days).toBe(Math.max(...played.map(lengthFrom)));
});

test.each(["unlocks", "days", "streaks"])("%s is cached by its tag", async (path) => {
  const tag = (await ask(path)).headers.get("ETag") ?? "";
  expect((await ask(path, user, { "If-None-Match": tag })).status).toBe(304);
});

test("bad parameters and unknown players are problems", async () => {
  for (const path of [
    "unlocks?year=x",
    "unlocks?page=0",
    "unlocks?day=x",
    "unlocks?day=2026-01-01&year=2026",
    "days?tz=Europe/Kiev",
    "streaks?tz=x",
  ]) {
    const answer = await ask(path);
    expect(answer.status, path).toBe(422);
    expect(answer.headers.get("Content-Type")).toBe("application/problem+json");
  }
  for (const path of Object.keys(ROUTES)) expect((await ask(path, "NobodyAtAll")).status).toBe(404);
});
