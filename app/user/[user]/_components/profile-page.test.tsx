import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { Game } from "@/lib/domain/player";
import { aGame, aPlayer } from "@/lib/domain/test-games";
import { parseListQuery } from "@/lib/progress/list-query";
import { overview } from "@/lib/progress/overview";
import { profileView } from "@/lib/views/make-profile-view";
import { packOverview } from "@/lib/views/packed-overview";
import { packView } from "@/lib/views/profile-view";
import { ProfilePage } from "./profile-page";

const NES = { systemId: 7, systemName: "NES/Famicom" };
const SNES = { systemId: 3, systemName: "SNES/Super Famicom" };
const at = (year: number, month: number) => Date.UTC(year, month - 1, 5) / 1000;

const mastered = (id: number, year: number, month: number): Game =>
  aGame({
    ...NES,
    id,
    title: `Gold ${id}`,
    numAwarded: 10,
    numAwardedHardcore: 10,
    mostRecentAwardedAt: at(year, month),
    highestAwardKind: "mastered",
    highestAwardAt: at(year, month),
  });

const GAMES = [
  mastered(1, 2023, 3),
  mastered(2, 2024, 3),
  mastered(3, 2024, 4),
  aGame({ ...SNES, id: 4, title: "Nearly", numAwarded: 9, numAwardedHardcore: 9 }),
  { ...mastered(5, 2024, 5), title: "Grown", maxPossible: 12 },
  aGame({ ...SNES, id: 6, title: "Begun", numAwarded: 1 }),
];
const PATH = "/user/Anna";

/** The page of a player with a query, as a browser shows it before JavaScript. */
function pageOf(search = "", games = GAMES, year: number | null = null): string {
  const player = aPlayer(games, { motto: "Hello" });
  const view = profileView(
    { player, refreshError: null },
    parseListQuery(new URLSearchParams(search)),
  );
  return renderToStaticMarkup(
    <ProfilePage
      initial={packView(view)}
      overview={packOverview(overview(games, player.checkedAt))}
      mediaBase="https://media.test"
      freshSeconds={300}
      siteBase="https://ra.test"
      year={year}
      achievements=""
      lately={null}
    />,
  );
}

const wordsOf = (markup: string) =>
  markup
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();

/** Where the links of some markup lead, by their words. */
function linksOf(markup: string): Record<string, string> {
  const links = [...markup.matchAll(/<a [^>]*?href="([^"]*)"[^>]*>(.*?)<\/a>/gs)];
  return Object.fromEntries(
    links.map(([, href = "", inner = ""]) => [wordsOf(inner), href.replaceAll("&amp;", "&")]),
  );
}

/** A part of the page by its id. */
function sectionOf(markup: string, id: string): string {
  const start = markup.indexOf(`aria-labelledby="${id}"`);
  return start < 0 ? "" : markup.slice(start, markup.indexOf("</section>", start));
}

const partOf = (markup: string, start: string, end: string) => {
  const from = markup.indexOf(start);
  return from < 0 ? "" : markup.slice(from, markup.indexOf(end, from));
};

test("the breadcrumbs lead to the whole list, and say what it is narrowed to", () => {
  const crumbs = (search: string) => partOf(pageOf(search), "<nav", "</nav>");
  expect(linksOf(crumbs(""))).toEqual({ Players: "/" });
  expect(crumbs("")).toContain('<span aria-current="page">Anna</span>');
  expect(linksOf(crumbs("status=eq-mastered&system=7"))).toEqual({ Players: "/", Anna: PATH });
  expect(crumbs("status=eq-mastered&system=7")).toContain(
    '<span aria-current="page">Mastered, NES/Famicom</span>',
  );
});

test("the header leads to cards, the year, a comparison and RetroAchievements", () => {
  const links = linksOf(partOf(pageOf("", GAMES, 2024), "<header", "</header>"));
  expect(links).toMatchObject({
    "Make a card": `${PATH}/embed`,
    "The year 2024": `${PATH}/year/2024`,
    "Compare with …": "/compare/Anna",
    "View on RetroAchievements": "https://ra.test/user/Anna",
  });
  expect(linksOf(pageOf())["The year 2024"]).toBeUndefined();
});

test("each count leads to its games, keeps the other filters, and begins at the first page", () => {
  const list = (search: string) =>
    partOf(pageOf(search), 'aria-label="Games by progress"', "</dl>");
  const links = linksOf(list("system=7&q=gold&page=9"));
  expect(links.Mastered).toBe(`${PATH}?status=eq-mastered&system=7&q=gold#games`);
  expect(list("status=eq-mastered")).toMatch(/<a [^>]*eq-mastered[^>]*aria-current="true"/);
  expect(list("status=eq-mastered").match(/aria-current/g)).toHaveLength(1);
  expect(wordsOf(list(""))).toMatch(/Mastered 4/);
});

test("a count leads to the first page of its games from any other page", () => {
  const many = Array.from({ length: 250 }, () => aGame({ ...NES }));
  const page = pageOf("page=2", many);
  expect(page).toContain("101–200 of 250 games");
  const links = linksOf(partOf(page, 'aria-label="Games by progress"', "</dl>"));
  expect(links.Played).toBe(`${PATH}#games`);
});

test("the shelf shows what was mastered last, each with its page on RetroAchievements", () => {
  const shelf = sectionOf(pageOf(), "shelf");
  expect(wordsOf(shelf)).toContain("Mastered last");
  expect(linksOf(shelf)["Gold 3, mastered"]).toBe("https://ra.test/game/3");
  expect(wordsOf(sectionOf(pageOf("shelf=6"), "shelf"))).toMatch(/Chosen games Begun$/);
});

test("only what was mastered or completed is lit on the shelf", () => {
  const completed = { ...mastered(7, 2024, 1), highestAwardKind: "completed" } as const;
  const beaten = { ...mastered(8, 2024, 1), highestAwardKind: "beaten-hardcore" } as const;
  const shelf = sectionOf(pageOf("shelf=1,6,7,8", [...GAMES, completed, beaten]), "shelf");
  expect([...shelf.matchAll(/<li( class="[^"]*gold[^"]*")?/g)].map(([, lit]) => !!lit)).toEqual([
    true,
    false,
    true,
    false,
  ]);
});

test("the list names what was chosen, of how many games", () => {
  expect(pageOf()).toContain("Newest games");
  expect(pageOf("status=eq-mastered")).toContain("4 of 6 games");
  expect(pageOf("q=gold")).not.toContain("Newest games");
  // Only another order, or another shelf.
  expect(pageOf("shelf=6")).toContain("Newest games");
  expect(pageOf("page=1&sort=game_title")).not.toContain("Newest games");
});

test("a reset keeps the order and the shelf", () => {
  const links = linksOf(pageOf("status=eq-mastered&sort=game_title&shelf=6"));
  expect(links.Reset).toBe(`${PATH}?sort=game_title&shelf=6#games`);
  expect(links["Remove Mastered ×"]).toBe(`${PATH}?sort=game_title&shelf=6#games`);
});

test("the list can be exported as it is, and without a game there is nothing to export", () => {
  const links = linksOf(pageOf("status=eq-mastered&q=gold"));
  expect(links).toMatchObject({
    CSV: `${PATH}/games.csv?status=eq-mastered&q=gold`,
    JSON: `${PATH}/games.json?status=eq-mastered&q=gold`,
    "Award feed": `${PATH}/feed.xml`,
    "Cards to embed": `${PATH}/embed`,
  });
  expect(linksOf(pageOf("", [])).CSV).toBeUndefined();
});

test("a page without games says how the first one gets there", () => {
  const words = wordsOf(pageOf("", []));
  expect(words).toContain("The first achievement that Anna unlocks will bring its game here.");
  expect(words).not.toContain("Progress over time");
});

test("games to come back for lead to their lists", () => {
  const section = sectionOf(pageOf(), "suggestions");
  expect(wordsOf(section)).toMatch(
    /Almost there Nearly.*90%, 1 to go.*Stale gold Grown.*83%, 2 to go/,
  );
  expect(linksOf(section)).toMatchObject({
    "Almost there": expect.stringContaining(`${PATH}?status=almost-there`),
    "Stale gold": `${PATH}?status=eq-revised#games`,
    Nearly: "https://ra.test/game/4",
  });
});

test("records lead to their months and years", () => {
  const section = sectionOf(pageOf(), "records");
  expect(linksOf(section)).toEqual({
    "3 months": `${PATH}?awarded=2024-03..2024-05#games`,
    "2023": `${PATH}/year/2023`,
    "2024": `${PATH}/year/2024`,
  });
  expect(wordsOf(section)).toMatch(/First year 2023 1 award Fastest year 2024 3 awards/);
});
