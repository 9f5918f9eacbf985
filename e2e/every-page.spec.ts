import { DEMO, expect, test } from "./support/fixtures";
import { axeViolations, layoutFaults, smallTargets } from "./support/page-checks";
import { storeHistory } from "./support/store-history";
import { aWirePlayer, type WirePlayer } from "./support/wire-player";

const DAY_MS = 86_400_000;
/** A player with a history. */
const LARGER = aWirePlayer({ name: "LargeLetters", games: 12 });
/** The same player before an achievement in each game, and before the awards. */
const BEFORE: WirePlayer = {
  ...LARGER,
  results: LARGER.results.map((row) => ({
    ...row,
    NumAwarded: Math.max(0, Number(row.NumAwarded) - 1),
    MostRecentAwardedDate: "2015-01-01T00:00:00+00:00",
    HighestAwardKind: null,
    HighestAwardDate: null,
  })),
};
const PLAYERS = [
  LARGER,
  aWirePlayer({ name: "Reachable", games: 100 }),
  aWirePlayer({ name: "OneGame", games: 1 }),
  aWirePlayer({ name: "NoGames", games: 0 }),
  ...["Widely", "Widest", "Wider", "TwentyLettersOfAName"].map((name, at) =>
    aWirePlayer({ name, games: 40 + at, seed: at + 1 }),
  ),
];

interface PageToCheck {
  path: string;
  /** Settings of the site that it is a page of, if not those of all. */
  settings?: Record<string, string>;
  /**
   * Whether its parts all come from this site, so that nothing may lie on anything else.
   */
  hasNoOverlaps?: boolean;
  /** False where links are as dense as text. */
  hasLargeTargets?: boolean;
  tag?: "@check";
}

const CLOSED = { PLAYERS: "OneGame" };
const LONG_NAMES = { PLAYERS: "TwentyLettersOfAName,Widest" };

/** Every kind of page. */
const PAGES: readonly PageToCheck[] = [
  { path: "/", tag: "@check", hasNoOverlaps: true },
  { path: "/user/Reachable", tag: "@check" },
  { path: "/user/Reachable/progress", tag: "@check" },
  { path: "/user/Reachable/progress?status=eq-mastered&q=a&sort=nonsense" },
  { path: "/user/Reachable/history" },
  { path: "/user/LargeLetters/history", tag: "@check", hasNoOverlaps: true },
  { path: "/user/OneGame" },
  { path: "/user/NoGames" },
  { path: "/user/NoGames/progress" },
  { path: "/user/Reachable/year/2025" },
  { path: `/user/NoGames/year/${new Date().getUTCFullYear()}` },
  { path: "/user/Reachable/year/1999" },
  { path: "/user/Reachable/game/8", hasNoOverlaps: true },
  { path: "/user/Reachable/game/999999" },
  { path: "/privacy", hasNoOverlaps: true },
  { path: "/docs", hasLargeTargets: false },
  { path: "/docs/cards", hasLargeTargets: false },
  { path: "/docs/api", hasLargeTargets: false },
  { path: "/docs/endpoint", hasLargeTargets: false },
  { path: "/docs/problems", hasLargeTargets: false },
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
  { path: "/user/Reachable", settings: CLOSED, hasNoOverlaps: true },
  { path: "/user/NobodyAtAll", settings: CLOSED, hasNoOverlaps: true },
  { path: "/", settings: CLOSED, hasNoOverlaps: true },
  { path: "/", settings: LONG_NAMES, hasNoOverlaps: true },
  { path: "/", settings: DEMO, hasNoOverlaps: true },
  { path: "/user/LampLighter", settings: DEMO },
  { path: "/user/LampLighter/progress", settings: DEMO },
  { path: "/user/LampLighter/year/2025", settings: DEMO },
  { path: "/user/LampLighter/game/1328", settings: DEMO },
  { path: "/compare/LampLighter/WeekendWilma", settings: DEMO },
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
  await storeHistory(redis, [
    [Date.now() - 2 * DAY_MS, BEFORE],
    [Date.now() - DAY_MS, LARGER],
  ]);
});

for (const checked of PAGES) {
  const { path, settings, hasNoOverlaps = false, hasLargeTargets = true, tag } = checked;
  const where = placeOf(settings);
  test(`${path}${where}: axe finds nothing, targets are large, and all sizes fit`, {
    tag: tag ?? [],
  }, async ({ page, standIn, site, siteWith, allowPageErrors }) => {
    allowPageErrors(
      /(?:403|404|429|503|422).*(NobodyAtAll|nowhere|NoAnswer|TooFast|Reachable|versus)/,
    );
    for (const player of PLAYERS) standIn.setPlayer(player);
    standIn.fail("unavailable", { user: "NoAnswer" });
    standIn.fail("rate-limited", { user: "TooFast" });

    const { url } = settings ? await siteWith(settings) : site;
    await page.goto(url + path);
    // The documentation is read with all of it open.
    const openDetails = (isOpen: boolean) =>
      page.evaluate((open) => {
        for (const each of document.querySelectorAll("details")) each.open = open;
      }, isOpen);
    const isDocs = path.startsWith("/docs");
    if (isDocs) await openDetails(true);
    expect.soft(await axeViolations(page)).toEqual([]);
    if (isDocs) await openDetails(false);
    // What is not laid out yet has no place of its own.
    await page.evaluate(() => {
      for (const item of document.querySelectorAll("li")) item.style.contentVisibility = "visible";
    });
    for (const [width, text] of SIZES) {
      await page.setViewportSize({ width, height: 900 });
      await page.evaluate((size) => {
        document.documentElement.style.fontSize = size;
      }, text);
      const { narrowTexts, ...others } = await layoutFaults(page, hasNoOverlaps);
      const size = `${width} px, ${text}`;
      expect.soft(others, size).toEqual({ sideways: 0, highRows: [], overlaps: [] });
      // On the narrowest phone with large letters, words break.
      if (width >= 390) expect.soft(narrowTexts, size).toEqual([]);
      const least = { 390: 44, 1280: 24 }[width];
      if (least && text === "100%" && hasLargeTargets) {
        expect.soft(await smallTargets(page, least), `targets at ${width} px`).toEqual([]);
      }
    }
  });
}

/** The site that a page is of, in the name of its test. */
function placeOf(settings: PageToCheck["settings"]): string {
  if (settings === CLOSED) return " of a site for one player";
  if (settings === LONG_NAMES) return " of a site for players with long names";
  return settings === DEMO ? " without a key" : "";
}
