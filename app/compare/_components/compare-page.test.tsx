import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { parseCompareQuery } from "@/lib/compare/compare-query";
import { compareOverview } from "@/lib/compare/overview";
import type { Game } from "@/lib/domain/player";
import { aGame, aPlayer } from "@/lib/domain/test-games";
import { compareView, packCompareView } from "@/lib/views/compare-view";
import type { Library } from "@/lib/views/library";
import { packCompareOverview } from "@/lib/views/packed-compare-overview";
import { ComparePage } from "./compare-page";

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
const begun = (id: number, title: string): Game => aGame({ ...NES, id, title, numAwarded: 4 });

/** Of four shared games Anna leads one and Ben two, and Ben plays two more alone. */
const ANNA = [mastered(1, "Moth"), begun(2, "Ant"), begun(5, "Bee"), begun(6, "Fox")];
const BEN = [
  begun(1, "Moth"),
  mastered(2, "Ant"),
  begun(3, "Owl"),
  begun(4, "Elk"),
  begun(5, "Bee"),
  mastered(6, "Fox"),
];

/** The page of these players with a query, as a browser shows it before JavaScript. */
function pageOf(games: Record<string, Game[]>, search = ""): string {
  const libraries: Library[] = Object.entries(games).map(([name, all], at) => ({
    player: { ...aPlayer(all, { name, points: 100 * (at + 1) }) },
    refreshError: null,
  }));
  const asked = parseCompareQuery(new URLSearchParams(search), libraries.length);
  return renderToStaticMarkup(
    <ComparePage
      initial={packCompareView(compareView(libraries, asked))}
      overview={packCompareOverview(compareOverview(Object.values(games)))}
      mediaBase="https://media.test"
      freshSeconds={300}
      siteBase="https://ra.test"
    />,
  );
}

/** Where the links of some markup lead, by their words. */
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
const THREE = { ...TWO, Cleo: [begun(1, "Moth")] };
const PATH = "/compare/Anna/Ben";

test("the heading names all players, and two can change places in the same list", () => {
  const two = pageOf(TWO, "who=a-ahead&sort=title");
  expect(two).toContain("Anna and Ben, side by side");
  expect(linksOf(two)["Swap sides"]).toBe("/compare/Ben/Anna?who=b-ahead&sort=title");
  const three = pageOf(THREE);
  expect(three).toContain("Anna, Ben and Cleo, side by side");
  expect(linksOf(three)["Swap sides"]).toBeUndefined();
});

test("the form to change players begins with them", () => {
  const values = [...pageOf(TWO).matchAll(/<input type="text"[^>]*>/g)].map(
    ([input]) => / value="([^"]*)"/.exec(input)?.[1],
  );
  expect(values).toEqual(["Anna", "Ben", undefined, undefined]);
});

test("each figure of who is ahead leads to its games", () => {
  const links = linksOf(sectionOf(pageOf(TWO), "overlap"));
  const list = (who: string) => `${PATH}?who=${who}#games`;
  expect(links).toEqual({
    "Both play 4": list("both"),
    "only Anna 0": list("only-a"),
    "only Ben 2": list("only-b"),
    "Anna ahead 1": list("a-ahead"),
    "Even 1": list("even"),
    "Ben ahead 2": list("b-ahead"),
  });
  expect(Object.keys(links).at(-2)).toBe("Even 1");
  expect(wordsOf(sectionOf(pageOf(TWO), "overlap"))).toContain("Anna ahead 1 25%");
});

test("of three players, what is even stands last", () => {
  const links = Object.keys(linksOf(sectionOf(pageOf(THREE), "overlap")));
  expect(links[0]).toBe("All play 1");
  expect(links.at(-1)).toMatch(/^Even \d$/);
});

test("players who share no game are not measured", () => {
  const section = sectionOf(
    pageOf({ Anna: [begun(1, "Moth")], Ben: [begun(2, "Ant")] }),
    "overlap",
  );
  expect(wordsOf(section)).toContain("No game is played by more than one of them yet");
  expect(section).not.toContain("%");
});

test("a game has a lane for each player, and says who is ahead", () => {
  const list = sectionOf(pageOf(TWO, "sort=title"), "games");
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

test("the list says what is chosen, and each filter can be removed", () => {
  const page = pageOf(TWO, "who=a-ahead&system=7&q=mo");
  expect(page).toMatch(/<option value="a-ahead" selected="">/);
  expect(page).toContain("1 game found");
  expect(pageOf(TWO)).toContain("All their games");
  expect(linksOf(page)).toMatchObject({
    "Remove Anna ahead ×": `${PATH}?system=7&q=mo#games`,
    "Remove NES/Famicom ×": `${PATH}?who=a-ahead&q=mo#games`,
    Reset: `${PATH}#games`,
  });
});

test("a filter's reset keeps the order", () => {
  expect(linksOf(pageOf(TWO, "who=even&sort=title")).Reset).toBe(`${PATH}?sort=title#games`);
});

test("what one has begun and another mastered is suggested to the one", () => {
  const section = sectionOf(pageOf(TWO), "worth-a-try");
  const words = wordsOf(pageOf(TWO)).slice(wordsOf(pageOf(TWO)).indexOf("Worth a try"));
  expect(section).not.toBe("");
  expect(words).toMatch(
    /Begun by one, mastered by the other\..*For Anna.*Ant.*40% won, 6 to go.*For Ben.*Moth/,
  );
  const three = wordsOf(pageOf(THREE));
  expect(three).toMatch(/Begun by one, mastered by another\./);
  expect(three).toMatch(/For Cleo.*Moth.*6 to go; mastered by Anna/);
});

test("a system leads to its games", () => {
  const section = sectionOf(pageOf(TWO), "systems");
  expect(linksOf(section)).toEqual({ "NES/ Famicom": `${PATH}?system=7#games` });
  expect(wordsOf(section)).toMatch(/Anna.* 4 .*Ben.* 6/);
});

test("the awards of a year lead to each player's games", () => {
  const section = sectionOf(pageOf(TWO), "timeline");
  expect(section).toContain('href="/user/Anna/progress?awarded=2024#games"');
  expect(section).toContain('href="/user/Ben/progress?awarded=2024#games"');
  expect(sectionOf(pageOf({ Anna: [begun(1, "Moth")], Ben: [begun(1, "Moth")] }), "timeline")).toBe(
    "",
  );
});
