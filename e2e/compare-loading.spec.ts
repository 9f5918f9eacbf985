import { type Answer, ask } from "./support/ask";
import { untilPlayerIsFilled } from "./support/filled-player";
import { expect, test } from "./support/fixtures";
import { resetLimiter } from "./support/rate-limiter";
import type { Site } from "./support/site";
import { aWirePlayer } from "./support/wire-player";

interface Comparison {
  players: { name: string; counts: { played: number } }[];
  overlap: { all: number; both: number; even: number; ahead: number[]; only: number[] };
  total: number;
  results: { leader: string | null; progress: (object | null)[] }[];
}

const json = (site: Site, users: string, more = "") =>
  ask(`${site.url}/api/v1/compare?users=${users}${more}`);
const page = (site: Site, path: string, init?: RequestInit) =>
  ask(`${site.url}/compare${path}`, init);

/** The status and the target of a redirect. */
function movesTo({ status, headers }: Answer): string {
  const { pathname, search } = new URL(headers.get("Location") ?? "", "http://site.example");
  return `${status} ${pathname}${search}`;
}

/** The values of the comparison form, without empty ones. */
const fieldsOf = ({ text }: Answer) =>
  [...text.matchAll(/<input type="text"[^>]* value="([^"]+)"/g)].map(([, value]) => value);

test("players are loaded at the same time, with as many calls as each alone", async ({
  site,
  standIn,
}) => {
  for (const [name, games] of [
    ["SideLarge", 900],
    ["SideSmall", 20],
    ["AloneLarge", 900],
    ["AloneSmall", 20],
  ] as const) {
    standIn.setPlayer(aWirePlayer({ name, games }));
  }
  standIn.setLatency(300);
  for (const name of ["AloneLarge", "AloneSmall"]) {
    expect((await ask(`${site.url}/api/v1/users/${name}/summary`)).status).toBe(200);
  }
  const alone = { progress: standIn.count("progress"), profile: standIn.count("profile") };
  expect(standIn.peak("profile")).toBe(1);

  standIn.resetCalls();
  const both = await json(site, "sidelarge,SideSmall");
  expect(both.json<Comparison>().players.map(({ name }) => name)).toEqual([
    "SideLarge",
    "SideSmall",
  ]);
  expect(standIn.count("progress")).toBe(alone.progress);
  expect(standIn.count("profile")).toBe(alone.profile);
  expect(standIn.peak("profile")).toBe(2);
});

test("the same player by two spellings and a ULID is one, and is loaded once", async ({
  site,
  standIn,
}) => {
  const one = aWirePlayer({ name: "SameSide", games: 20 });
  standIn.setPlayer(one);
  standIn.setPlayer(aWirePlayer({ name: "OtherSide", games: 20, seed: 2 }));
  const { ULID } = one.profile;
  expect(movesTo(await page(site, `/${ULID.toLowerCase()}/otherside/SAMESIDE/sameside?q=x`))).toBe(
    "308 /compare/SameSide/OtherSide?q=x",
  );
  expect(standIn.count("profile")).toBe(2);
  expect(movesTo(await page(site, `/SameSide/${ULID}`))).toBe("308 /compare/SameSide");
  expect((await json(site, `SameSide,${ULID}`)).status).toBe(422);
  expect((await json(site, `SameSide,${ULID},OtherSide`)).json<Comparison>().players).toHaveLength(
    2,
  );
  expect(standIn.count("profile")).toBe(2);
});

test("each comparison has one address", { tag: "@check" }, async ({ site, standIn }) => {
  standIn.setPlayer(aWirePlayer({ name: "Besought", games: 20 }));
  standIn.setPlayer(aWirePlayer({ name: "Besides", games: 20, seed: 2 }));
  const moved = async (path: string) => movesTo(await page(site, path));
  expect(await moved("/besought/BESIDES?who=a-ahead&sort=gap")).toBe(
    "308 /compare/Besought/Besides?who=a-ahead&sort=gap",
  );
  expect(await moved("/besought")).toBe("308 /compare/Besought");
  expect(await moved("/Besought/Besides?who=both&sort=gap&page=1&system=all")).toBe(
    "307 /compare/Besought/Besides?sort=gap",
  );
  expect((await page(site, "/Besought/Besides?who=all")).status).toBe(200);
  expect(await moved("?user=+Besought+&user=&user=https://site.example/user/Besides?q=x")).toBe(
    "307 /compare/Besought/Besides",
  );
  expect(await moved("?user=a%2Fb&user=..&user=c%20d")).toBe("307 /compare/a%2Fb/c%20d");
  expect(await moved("?user=&user=+")).toBe("307 /compare");
  expect(await moved(`?${"user=aa&".repeat(9)}`)).toBe("307 /compare/aa/aa/aa/aa/aa");
});

test("an invalid comparison is an error page, and costs RA nothing", async ({ site, standIn }) => {
  for (const path of ["/Aa/Bb/Cc/Dd/Ee", "/Besought/a!", "/Besought/a%2Fb", "/Besought/%zz"]) {
    const answer = await page(site, path);
    expect(answer.status, path).toBe(404);
    expect(answer.headers.get("Content-Type"), path).toContain("text/html");
    expect(answer.headers.get("Content-Security-Policy"), path).toContain("default-src");
    expect(answer.text, path).toContain("<h1");
  }
  expect((await page(site, "/Besought/Besides", { method: "POST" })).status).toBe(405);
  expect(standIn.calls()).toEqual([]);
});

test("the internal URLs of a comparison are 404, and routers get no page", async ({
  site,
  standIn,
}) => {
  const version = "01HDEM0AMP11GHTERX0000Z7Q1@mabc";
  for (const path of [
    `/compare/${version}/${version}`,
    `/compare/${version}`,
    `/compare/${version.replace("@", "%40")}/${version}`,
    `/compare/${version}/${version}.rsc`,
    `/compare/${version}.segments/_tree.segment.rsc`,
    `/%63ompare/${version}/${version}`,
    `/_next/data/build/compare/${version}/${version}.json`,
  ]) {
    for (const headers of [{}, { RSC: "1" }]) {
      const answer = await ask(`${site.url}${path}?_rsc`, { headers });
      expect(answer.status, path).toBe(404);
      expect(answer.headers.get("Cache-Control"), path).not.toContain("31536000");
    }
  }
  const router = await page(site, "/Besought/Besides?_rsc", { headers: { RSC: "1" } });
  expect([router.status, router.headers.get("Cache-Control")]).toEqual([404, "no-store"]);
  expect(standIn.calls()).toEqual([]);
});

test("an unknown player is named, and the form keeps all names", async ({ site, standIn }) => {
  standIn.setPlayer(aWirePlayer({ name: "WellKnown", games: 20 }));
  const answer = await page(site, "/wellknown/NoSuchSide");
  expect(answer.status).toBe(404);
  expect(answer.headers.get("Cache-Status")).toBe("Longplay; detail=player-not-found");
  expect(answer.text).toContain("no player called <strong>NoSuchSide</strong>");
  expect(fieldsOf(answer)).toEqual(["wellknown", "NoSuchSide"]);
  const bad = await page(site, "/wellknown/not%20a%20name");
  expect(bad.status).toBe(404);
  expect(fieldsOf(bad)).toEqual(["wellknown", "not a name"]);
  const problem = await json(site, "WellKnown,NoSuchSide");
  expect(problem.status).toBe(404);
  expect(problem.json()).toMatchObject({ code: "player-not-found", users: ["NoSuchSide"] });
});

test("a player who cannot be loaded is named, and the page retries", async ({
  site,
  standIn,
  redis,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "HereAlready", games: 20 }));
  standIn.setPlayer(aWirePlayer({ name: "NotHereYet", games: 20 }));
  expect((await ask(`${site.url}/api/v1/users/HereAlready/summary`)).status).toBe(200);
  standIn.fail("unavailable");
  const answer = await page(site, "/HereAlready/NotHereYet");
  expect(answer.status).toBe(503);
  expect(answer.headers.get("Cache-Control")).toBe("no-store");
  expect(Number(answer.headers.get("Retry-After"))).toBeGreaterThan(0);
  expect(answer.text).toContain("no saved copy of <strong>NotHereYet</strong>");
  expect(answer.text).toContain('href="/compare/HereAlready/NotHereYet"');
  expect(fieldsOf(answer)).toEqual(["HereAlready", "NotHereYet"]);
  const problem = await json(site, "HereAlready,NotHereYet");
  expect(problem.status).toBe(503);
  expect(problem.json()).toMatchObject({ users: ["NotHereYet"] });
  await resetLimiter(redis);
});

test("only players in PLAYERS are compared", async ({ startOwnSite, standIn }) => {
  standIn.setPlayer(aWirePlayer({ name: "ChosenSide", games: 20 }));
  const own = await startOwnSite({ PLAYERS: "ChosenSide,OtherSide" });
  const answer = await page(own, "/ChosenSide/StrangeSide");
  expect(answer.status).toBe(403);
  expect(answer.text).toContain("<strong>StrangeSide</strong> is not one of them");
  expect(fieldsOf(answer)).toEqual(["ChosenSide", "StrangeSide"]);
  expect((await json(own, "ChosenSide,StrangeSide")).status).toBe(403);
  const suggestions = (await page(own, "/ChosenSide")).text;
  expect(suggestions).toContain('href="/compare/ChosenSide/OtherSide"');
  expect((await page(own, "")).text).toContain('<option value="OtherSide">');
  expect(standIn.calls().filter(({ params }) => params.u === "StrangeSide")).toEqual([]);
  expect(standIn.calls().filter(({ params }) => params.u === "OtherSide")).toEqual([]);
});

test("each figure of the overlap is that of the list that its filter keeps", async ({
  site,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "FigureOne", games: 150 }));
  standIn.setPlayer(aWirePlayer({ name: "FigureTwo", games: 90, seed: 5 }));
  const ask = async (more: string) =>
    (await json(site, "FigureOne,FigureTwo", more)).json<Comparison>();
  const { overlap } = await ask("");
  const found = async (who: string) => (await ask(`&who=${who}`)).total;
  expect(overlap).toEqual({
    all: await found("all"),
    both: await found("both"),
    even: await found("even"),
    ahead: [await found("a-ahead"), await found("b-ahead")],
    only: [await found("only-a"), await found("only-b")],
  });
  expect(overlap.both).toBeGreaterThan(0);
  const ahead = await ask("&who=b-ahead");
  for (const { leader, progress } of ahead.results) {
    expect(leader).toBe("FigureTwo");
    expect(progress).not.toContain(null);
  }
});

test("a comparison is a page as old as the oldest of its players, and is not sent twice", async ({
  startOwnSite,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "OlderSide", games: 20 }));
  standIn.setPlayer(aWirePlayer({ name: "YoungerSide", games: 20, seed: 2 }));
  const own = await startOwnSite({ CACHE_FRESH_SECONDS: "2" });
  const summary = (name: string) => ask(`${own.url}/api/v1/users/${name}/summary`);
  await summary("OlderSide");
  standIn.fail("unavailable", { user: "OlderSide" });
  await expect
    .poll(async () => (await summary("OlderSide")).headers.get("Cache-Status"))
    .toContain("detail=stale");

  const first = await page(own, "/OlderSide/YoungerSide");
  expect(first.status).toBe(200);
  expect(first.text).toContain("YoungerSide");
  expect(first.headers.get("Cache-Status")).toMatch(/^Longplay; hit; ttl=-?\d+; detail=stale$/);
  expect(first.headers.get("Cache-Control")).toBe("public, max-age=0, s-maxage=1");
  // A page that is rendered while unlocks arrive has no tag.
  await untilPlayerIsFilled(own, "YoungerSide");
  const tags = await Promise.all(
    ["", "?who=even", "?who=shiny"].map(async (search) => {
      const { headers, status } = await page(own, `/OlderSide/YoungerSide${search}`);
      expect(status).toBe(200);
      return headers.get("ETag") ?? "";
    }),
  );
  expect(new Set(tags).size).toBe(tags.length);
});

test("a comparison that has not changed is answered with 304", async ({ site, standIn }) => {
  standIn.setPlayer(aWirePlayer({ name: "TaggedSide", games: 20 }));
  standIn.setPlayer(aWirePlayer({ name: "TaggedToo", games: 20, seed: 2 }));
  // Unlocks that arrive make another version.
  for (const name of ["TaggedSide", "TaggedToo"]) await untilPlayerIsFilled(site, name);
  for (const path of ["/TaggedSide/TaggedToo", "/TaggedSide/TaggedToo?sort=gap", "/TaggedSide"]) {
    await page(site, path);
    const tag = (await page(site, path)).headers.get("ETag") ?? "";
    expect(tag, path).toMatch(/^W\/"/);
    const again = await page(site, path, { headers: { "If-None-Match": tag } });
    expect([again.status, again.text], path).toEqual([304, ""]);
    const other = await page(site, "/TaggedToo/TaggedSide", { headers: { "If-None-Match": tag } });
    expect(other.status).toBe(200);
  }
});
