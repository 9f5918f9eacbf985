import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { PLAYER_MARKS } from "@/lib/charts/player-marks";
import { parseCompareQuery } from "@/lib/compare/compare-query";
import { joinLibraries } from "@/lib/compare/join-libraries";
import { compareOverview } from "@/lib/compare/overview";
import type { Game } from "@/lib/domain/player";
import { aGame, aPlayer } from "@/lib/domain/test-games";
import { compareTotals } from "@/lib/times/compare-times";
import { type GameTime, UNKNOWN_TIME } from "@/lib/times/game-time";
import { NO_TIMES } from "@/lib/times/list-time";
import { packCompareView } from "@/lib/views/compare-view";
import type { Library } from "@/lib/views/library";
import { compareView } from "@/lib/views/make-compare-view";
import { packCompareOverview } from "@/lib/views/packed-compare-overview";
import { ComparePage } from "./compare-page";
import { figuresOf } from "./compared-figures";
import { totalsOfTimes } from "./totals-of-times";

const MARCH = Date.UTC(2024, 2, 5) / 1000;
const NES = { systemId: 7, systemName: "NES/Famicom" };

const mastered = (id: number, title: string): Game =>
  aGame({
    ...NES,
    id,
    title,
    numAwarded: 10,
    numAwardedHardcore: 10,
    highestAwardKind: "mastered",
    highestAwardAt: MARCH,
  });
const started = (id: number, title: string): Game => aGame({ ...NES, id, title, numAwarded: 4 });

/** Of four games in common Anna leads one and Ben two; Ben plays two more alone. */
const ANNA = [mastered(1, "Moth"), started(2, "Ant"), started(5, "Bee"), started(6, "Fox")];
const BEN = [
  started(1, "Moth"),
  mastered(2, "Ant"),
  started(3, "Owl"),
  started(4, "Elk"),
  started(5, "Bee"),
  mastered(6, "Fox"),
];

/** The page of these players with a query, as the server renders it. */
function pageOf(
  games: Record<string, Game[]>,
  search = "",
  times: Record<string, GameTime[]> = {},
): string {
  const libraries: Library[] = Object.entries(games).map(([name, all], at) => ({
    player: { ...aPlayer(all, { name, points: 100 * (at + 1) }) },
    refreshError: null,
    times: new Map(times[name]?.map((time) => [time.gameId, time])),
  }));
  const asked = parseCompareQuery(new URLSearchParams(search), libraries.length);
  const view = compareView(libraries, asked);
  const players = libraries.map(({ player, times = NO_TIMES }) => ({ games: player.games, times }));
  const totals = compareTotals(joinLibraries(Object.values(games)), players);
  return renderToStaticMarkup(
    <ComparePage
      initial={packCompareView(view)}
      figures={figuresOf(view.games, libraries)}
      times={totalsOfTimes(totals)}
      overview={packCompareOverview(compareOverview(Object.values(games)))}
      mediaBase="https://media.test"
      freshSeconds={300}
      siteBase="https://ra.test"
      achievements={null}
    />,
  );
}

/** The targets of links by their text. */
function linksOf(markup: string): Record<string, string> {
  const links = [...markup.matchAll(/<a [^>]*?href="([^"]*)"[^>]*>(.*?)<\/a>/gs)];
  return Object.fromEntries(
    links.map(([, href = "", inner = ""]) => [wordsOf(inner), href.replaceAll("&amp;", "&")]),
  );
}

const wordsOf = (markup: string) =>
  markup
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();

/** A part of the page by its id. */
function sectionOf(markup: string, id: string): string {
  const start = markup.indexOf(`aria-labelledby="${id}"`);
  return start < 0 ? "" : markup.slice(start, markup.indexOf("</section>", start));
}

const TWO = { Anna: ANNA, Ben: BEN };
const THREE = { ...TWO, Cleo: [started(1, "Moth")] };
const PATH = "/compare/Anna/Ben";

test("the heading names all players, and two can change places in the same list", () => {
  const two = pageOf(TWO, "who=a-ahead&sort=title");
  expect(two).toContain(">Anna vs Ben</h1>");
  expect(linksOf(two)["Swap sides"]).toBe("/compare/Ben/Anna?who=b-ahead&sort=title");
  const three = pageOf(THREE);
  expect(three).toContain(">Anna vs Ben vs Cleo</h1>");
  expect(linksOf(three)["Swap sides"]).toBeUndefined();
});

test("the form to change players begins with them", () => {
  const values = [...pageOf(TWO).matchAll(/<input type="text"[^>]*>/g)].map(
    ([input]) => / value="([^"]*)"/.exec(input)?.[1],
  );
  expect(values).toEqual(["Anna", "Ben", undefined, undefined]);
});

test("each head to head figure leads to its games", () => {
  const section = sectionOf(pageOf(TWO), "head-to-head");
  const list = (who: string) => `${PATH}?who=${who}#games`;
  expect(linksOf(section)).toEqual({
    Anna: "/user/Anna",
    "Anna ahead 1": list("a-ahead"),
    Ben: "/user/Ben",
    "Ben ahead 2": list("b-ahead"),
    "Tied 1": list("even"),
    "In common 4": `${PATH}#games`,
    "All games 6": list("all"),
    "Only Anna 0": list("only-a"),
    "Only Ben 2": list("only-b"),
  });
  expect(wordsOf(section)).toContain("Anna ahead 1 25%");
});

test("the player who is ahead in most games is named", () => {
  const words = (games: Record<string, Game[]>) =>
    wordsOf(sectionOf(pageOf(games), "head-to-head"));
  expect(words(TWO)).toContain("Head to head Ben leads 2 to 1 Anna");
  expect(words(THREE)).toContain("Ben leads in 2 of 4 games Anna");
  expect(words({ Anna: ANNA, Ben: ANNA })).toContain("Tied 0 to 0 Anna");
  expect(words({ Anna: ANNA, Ben: ANNA, Cleo: ANNA })).toContain("Tied at 0 games Anna");
  expect(words({ Anna: [], Ben: [] })).toContain("No games in common yet.");
});

test("each player's mark stands before their name in the head to head and the totals", () => {
  const page = pageOf({ ...THREE, Dora: [started(1, "Moth")] });
  for (const section of ["head-to-head", "totals"]) {
    for (const [at, name] of ["Anna", "Ben", "Cleo", "Dora"].entries()) {
      const form = PLAYER_MARKS[at]?.form ?? "";
      expect(sectionOf(page, section)).toMatch(
        new RegExp(
          `<span class="[^"]*${form}[^"]*" aria-hidden="true"></span><span>${name}</span>`,
        ),
      );
    }
  }
});

test("players without a game in common have no percentages", () => {
  const section = sectionOf(
    pageOf({ Anna: [started(1, "Moth")], Ben: [started(2, "Ant")] }),
    "head-to-head",
  );
  expect(wordsOf(section)).toContain("No games in common yet.");
  expect(section).not.toContain("%");
});

test("the page opens on the games in common, and all games are one link away", () => {
  const titles = (page: string) =>
    ["Moth", "Ant", "Owl", "Elk"].filter((title) =>
      sectionOf(page, "games").includes(`>${title}<`),
    );
  const [common, all] = [pageOf(TWO), pageOf(TWO, "who=all&system=7")];
  expect(titles(common)).toEqual(["Moth", "Ant"]);
  expect(common).toContain("4 games in common");
  expect(linksOf(sectionOf(common, "games"))["All games"]).toBe(`${PATH}?who=all#games`);
  expect(titles(all)).toEqual(["Moth", "Ant", "Owl", "Elk"]);
  expect(linksOf(sectionOf(all, "games"))["In common"]).toBe(`${PATH}?system=7#games`);
  expect(pageOf(TWO, "who=all")).toContain("All 6 games");
});

test("a list without games says why, and leads to all games", () => {
  const apart = pageOf({ Anna: [started(1, "Moth")], Ben: [started(2, "Ant")] });
  expect(apart).toContain("0 games in common");
  expect(linksOf(sectionOf(apart, "games"))["Show all games"]).toBe(`${PATH}?who=all#games`);
  const none = wordsOf(sectionOf(pageOf({ Anna: [], Ben: [] }), "games"));
  expect(none).toContain("They&#x27;ll appear after the first unlock.");
});

test("a game has a lane for each player, and says who is ahead", () => {
  const list = sectionOf(pageOf(TWO, "who=all&sort=title"), "games");
  const row = (title: string) => {
    const start = list.lastIndexOf("<li", list.indexOf(`>${title}<`));
    return wordsOf(list.slice(start, list.indexOf("</ul>", start)));
  };
  expect(row("Moth")).toMatch(/Anna.*Mastered.*Mar 5, 2024.*ahead.*Ben.*4 of 10/);
  expect(row("Moth").match(/ahead/g)).toHaveLength(1);
  expect(row("Owl")).toMatch(/Anna not played Ben.*4 of 10/);
  expect(row("Bee")).not.toContain("ahead");
  expect(linksOf(list).Moth).toBe("https://ra.test/game/1");
});

test("a game that both mastered says that one was earlier, and the page gives the rule", () => {
  const later = { ...mastered(1, "Moth"), highestAwardAt: MARCH + 1 };
  const page = pageOf({ Anna: [later], Ben: [mastered(1, "Moth")] });
  expect(wordsOf(sectionOf(page, "head-to-head"))).toContain(
    "Ahead: the better award, then more achievements, then the earlier award.",
  );
  expect(wordsOf(sectionOf(page, "games"))).toMatch(
    /Anna 100% Mastered Mar 5, 2024 Ben .* earlier/,
  );
  expect(wordsOf(sectionOf(pageOf(TWO), "games"))).not.toContain("earlier");
});

test("the list says what is chosen, and each filter can be removed", () => {
  const page = pageOf(TWO, "who=a-ahead&system=7&q=mo");
  expect(page).toMatch(/<option value="a-ahead" selected="">/);
  expect(page).toContain("1 game found");
  expect(linksOf(page)).toMatchObject({
    "Remove Anna ahead ×": `${PATH}?system=7&q=mo#games`,
    "Remove NES/Famicom ×": `${PATH}?who=a-ahead&q=mo#games`,
    Reset: `${PATH}#games`,
  });
});

test("a filter's reset keeps the order", () => {
  expect(linksOf(pageOf(TWO, "who=even&sort=title")).Reset).toBe(`${PATH}?sort=title#games`);
});

test("games that one has started and another mastered are suggested to the first", () => {
  const section = sectionOf(pageOf(TWO), "catch-up");
  const words = wordsOf(pageOf(TWO)).slice(wordsOf(pageOf(TWO)).indexOf("Catch up"));
  expect(section).not.toBe("");
  expect(words).toMatch(
    /Started by one, mastered by the other.*For Anna.*Ant.*40% done, 6 to go.*For Ben.*Moth/,
  );
  const three = wordsOf(pageOf(THREE));
  expect(three).toMatch(/Started by one, mastered by another /);
  expect(three).toMatch(/For Cleo.*Moth.*6 to go; mastered by Anna/);
});

test("a system leads to its games", () => {
  const section = sectionOf(pageOf(TWO), "systems");
  expect(linksOf(section)).toEqual({ "NES/ Famicom": `${PATH}?who=all&system=7#games` });
  expect(wordsOf(section)).toMatch(/Anna.* 4 .*Ben.* 6/);
});

test("the awards of a year lead to each player's games", () => {
  const section = sectionOf(pageOf(TWO), "timeline");
  expect(section).toContain('href="/user/Anna/progress?awarded=2024#games"');
  expect(section).toContain('href="/user/Ben/progress?awarded=2024#games"');
  expect(
    sectionOf(pageOf({ Anna: [started(1, "Moth")], Ben: [started(1, "Moth")] }), "timeline"),
  ).toBe("");
});

/** A time of a game, with a rarity of a tenth. */
const timeOf = (gameId: number, time: Partial<GameTime>) => ({
  ...{ ...UNKNOWN_TIME, gameId, timesMastered: 3, playersHardcore: 100 },
  ...time,
});

test("rows and totals show the times of all players", () => {
  const times = {
    Anna: [timeOf(1, { playtime: 50_000, timeToMaster: 43_500 }), timeOf(2, { playtime: 600 })],
    Ben: [timeOf(2, { playtime: 400_000, timeToMaster: 360_000 })],
  };
  const page = pageOf(TWO, "sort=title", times);
  const rows = sectionOf(page, "games").split("<li").map(wordsOf);
  const [ant, moth] = ["Ant", "Moth"].map((title) => rows.findIndex((row) => row.includes(title)));
  expect(rows[ant ?? 0]).toContain("10 achievements mastered by 3%");
  expect(rows[(ant ?? 0) + 1]).toMatch(/Anna 40% 4 of 10 in 10 min$/);
  expect(rows[(ant ?? 0) + 2]).toMatch(/Ben 100% in 100 hr Mastered Mar 5, 2024/);
  expect(rows[(moth ?? 0) + 1]).toMatch(/Anna 100% in 12 hr 5 min Mastered/);
  const totals = sectionOf(page, "totals");
  expect(wordsOf(totals)).toContain("14 Hours played 111 , the most 1 Rare masteries 1");
  expect(linksOf(totals)[111]).toBe("/user/Ben/progress?sort=playtime#games");
});

test.each<[what: string, changed: Partial<Game>, time: Partial<GameTime>, words: RegExp]>([
  [
    "beaten",
    { numAwarded: 4, highestAwardKind: "beaten-hardcore" },
    { playtime: 9000, timeToBeatHardcore: 3600 },
    /40% 40% · in 1 hr Beaten/,
  ],
  ["completed", { highestAwardKind: "completed" }, { timeToComplete: 7200 }, /100% in 2 hr Comp/],
  ["without a time to its award", {}, { playtime: 9000 }, /100% 2 hr 30 min played Mastered/],
  ["grown", { maxPossible: 20 }, { timeToMaster: 3600 }, /50% 50% · in 1 hr Mastered/],
  [
    "retired, without an award",
    { maxPossible: 0, highestAwardKind: null, highestAwardAt: null },
    { playtime: 3600 },
    /Anna 100% 1 hr played ahead$/,
  ],
])("a row shows the time to its award, or else the playtime: %s", (_, changed, time, words) => {
  const games = { Anna: [{ ...mastered(1, "Moth"), ...changed }], Ben: [started(1, "Moth")] };
  const page = pageOf(games, "", { Anna: [timeOf(1, time)] });
  const [, ...lanes] = sectionOf(page, "games").split("<li").map(wordsOf);
  expect(lanes.find((lane) => lane.includes("Anna"))).toMatch(words);
});

test("a total that is not known of all players, and a row without times, look as they did before", () => {
  const times = { Anna: [timeOf(1, { playtime: 50_000, timeToMaster: 43_500 })] };
  expect(sectionOf(pageOf(TWO, "", times), "totals")).toBe(sectionOf(pageOf(TWO), "totals"));
  expect(wordsOf(sectionOf(pageOf(TWO), "games"))).not.toMatch(/mastered by|\bin \d|played/);
});

test("who mastered games of both in less time has it in the totals", () => {
  const one = { Anna: [mastered(1, "Moth")], Ben: [mastered(1, "Moth")] };
  const times = {
    Anna: [timeOf(1, { timeToMaster: 7200 })],
    Ben: [timeOf(1, { timeToMaster: 3600 })],
  };
  const totals = sectionOf(pageOf(one, "", times), "totals");
  expect(wordsOf(totals)).toContain("0 Mastered faster 1 , the most");
});
