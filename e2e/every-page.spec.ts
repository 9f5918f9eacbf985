import { DEMO, expect, test } from "./support/fixtures";
import { keepHistory } from "./support/kept-history";
import { axeViolations, layoutFaults, smallTargets } from "./support/page-checks";
import { aWirePlayer, type WirePlayer } from "./support/wire-player";

const DAY_MS = 86_400_000;
const WIDELY = aWirePlayer({ name: "Widely", games: 40 });
/** The same player before an achievement in each game, and before the awards. */
const BEFORE: WirePlayer = {
  ...WIDELY,
  results: WIDELY.results.map((row) => ({
    ...row,
    NumAwarded: Math.max(0, Number(row.NumAwarded) - 1),
    MostRecentAwardedDate: "2015-01-01T00:00:00+00:00",
    HighestAwardKind: null,
    HighestAwardDate: null,
  })),
};
/** Players by their number of games. */
const PLAYERS = {
  Reachable: 100,
  OneGame: 1,
  NoGames: 0,
  TwentyLettersOfAName: 41,
  Widest: 42,
  Wider: 43,
};

interface PageToCheck {
  path: string;
  /** Settings of the site that it is a page of, if not those of all. */
  settings?: Record<string, string>;
  /** Whether its parts all come from this site, so that nothing may lie on anything else. */
  hasNoOverlaps?: boolean;
  tag?: "@check";
}

const CLOSED = { PLAYERS: "OneGame" };

/** Every kind of page. */
const PAGES: readonly PageToCheck[] = [
  { path: "/", tag: "@check", hasNoOverlaps: true },
  { path: "/user/Reachable", tag: "@check" },
  { path: "/user/Reachable?status=eq-mastered&q=a&sort=nonsense" },
  { path: "/user/Reachable/history" },
  { path: "/user/Widely/history", tag: "@check", hasNoOverlaps: true },
  { path: "/user/OneGame" },
  { path: "/user/NoGames" },
  { path: "/user/Reachable/year/2025" },
  { path: `/user/NoGames/year/${new Date().getUTCFullYear()}` },
  { path: "/user/Reachable/year/1999" },
  { path: "/privacy" },
  { path: "/docs" },
  { path: "/compare" },
  { path: "/compare/Reachable" },
  { path: "/compare/Reachable/OneGame?who=both", tag: "@check" },
  { path: "/compare/Reachable/OneGame/NoGames" },
  { path: "/compare/Widely/TwentyLettersOfAName" },
  { path: "/compare/Widely/Widest/Wider/TwentyLettersOfAName" },
  { path: "/compare/Reachable/NobodyAtAll" },
  { path: "/user/Reachable/embed?card=recent", hasNoOverlaps: true },
  { path: "/user/NoGames/embed?card=game" },
  { path: "/user/Reachable/embed?card=versus&other=x" },
  { path: "/user/NobodyAtAll", hasNoOverlaps: true },
  { path: "/nowhere/at/all", hasNoOverlaps: true },
  { path: "/user/NoAnswer", hasNoOverlaps: true },
  { path: "/user/TooFast" },
  { path: "/user/Reachable", settings: CLOSED },
  { path: "/user/NobodyAtAll", settings: CLOSED },
  { path: "/user/LampLighter", settings: DEMO },
  { path: "/user/LampLighter/history", settings: DEMO },
];

/** Each with the size of the letters that a reader has chosen. */
const SIZES: readonly [width: number, text: string][] = [
  [320, "100%"],
  [320, "200%"],
  [390, "100%"],
  [390, "200%"],
  [768, "100%"],
  [768, "200%"],
  [1024, "100%"],
  [1024, "200%"],
  [1280, "100%"],
  [1280, "200%"],
  [2560, "100%"],
];

// Each page is a test of its own, for either worker.
test.describe.configure({ mode: "parallel" });

test.beforeAll(async ({ redis }) => {
  await keepHistory(redis, [
    [Date.now() - 2 * DAY_MS, BEFORE],
    [Date.now() - DAY_MS, WIDELY],
  ]);
});

for (const { path, settings, hasNoOverlaps = false, tag } of PAGES) {
  const where =
    settings === CLOSED ? " of a site for one player" : settings === DEMO ? " without a key" : "";
  test(`${path}${where}: axe finds nothing, targets are large, and all sizes fit`, {
    tag: tag ?? [],
  }, async ({ page, standIn, site, siteWith, allowComplaints }) => {
    allowComplaints(
      /(?:403|404|429|503|422).*(NobodyAtAll|nowhere|NoAnswer|TooFast|Reachable|versus)/,
    );
    standIn.setPlayer(WIDELY);
    for (const [name, games] of Object.entries(PLAYERS)) {
      standIn.setPlayer(aWirePlayer({ name, games, seed: games }));
    }
    standIn.fail("unavailable", { user: "NoAnswer" });
    standIn.fail("rate-limited", { user: "TooFast" });

    const { url } = settings ? await siteWith(settings) : site;
    await page.goto(url + path);
    if (path === "/docs") {
      await page.evaluate(() => {
        for (const each of document.querySelectorAll("details")) each.open = true;
      });
    }
    expect.soft(await axeViolations(page)).toEqual([]);
    for (const [width, text] of SIZES) {
      await page.setViewportSize({ width, height: 900 });
      await page.evaluate((size) => {
        document.documentElement.style.fontSize = size;
      }, text);
      const expected = { sideways: 0, highRows: [], narrowTexts: [], overlaps: [] };
      expect
        .soft(await layoutFaults(page, hasNoOverlaps), `${width} px, ${text}`)
        .toEqual(expected);
      const least = { 390: 44, 1280: 24 }[width];
      if (least && text === "100%") {
        expect.soft(await smallTargets(page, least), `targets at ${width} px`).toEqual([]);
      }
    }
  });
}
