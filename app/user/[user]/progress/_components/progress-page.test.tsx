import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { GAMES, linksOf, NES, wordsOf } from "@/app/user/[user]/_components/test-library";
import { aGame, aPlayer } from "@/lib/domain/test-games";
import { parseListQuery } from "@/lib/progress/list-query";
import { UNKNOWN_TIME } from "@/lib/times/game-time";
import type { ListTimes } from "@/lib/times/list-time";
import { progressView } from "@/lib/views/make-progress-view";
import { packView } from "@/lib/views/progress-view";
import { ProgressPage } from "./progress-page";

const PATH = "/user/Anna";

/** The page of a player with a query, as a browser shows it before JavaScript. */
function pageOf(search = "", games = GAMES, times?: ListTimes): string {
  const player = aPlayer(games, { motto: "Hello" });
  const view = progressView(
    { player, refreshError: null, ...(times && { times }) },
    parseListQuery(new URLSearchParams(search)),
  );
  return renderToStaticMarkup(
    <ProgressPage
      initial={packView(view)}
      mediaBase="https://media.test"
      freshSeconds={300}
      siteBase="https://ra.test"
    />,
  );
}

const partOf = (markup: string, start: string, end: string) => {
  const from = markup.indexOf(start);
  return from < 0 ? "" : markup.slice(from, markup.indexOf(end, from));
};

test("each count leads to its games, keeps the other filters, and begins at the first page", () => {
  const list = (search: string) =>
    partOf(pageOf(search), 'aria-label="Games by progress"', "</dl>");
  const links = linksOf(list("system=7&q=gold&page=9"));
  expect(links.Mastered).toBe(`${PATH}/progress?status=eq-mastered&system=7&q=gold#games`);
  expect(list("status=eq-mastered")).toMatch(/<a [^>]*eq-mastered[^>]*aria-current="true"/);
  expect(list("status=eq-mastered").match(/aria-current/g)).toHaveLength(1);
  expect(wordsOf(list(""))).toMatch(/Mastered 4 66%/);
});

test("a count leads to the first page of its games from any other page", () => {
  const many = Array.from({ length: 250 }, () => aGame({ ...NES }));
  const page = pageOf("page=2", many);
  expect(page).toContain("101–200 of 250 games");
  const links = linksOf(partOf(page, 'aria-label="Games by progress"', "</dl>"));
  expect(links.Played).toBe(`${PATH}/progress#games`);
});

test("the list names what was chosen, of how many games", () => {
  expect(pageOf()).toContain("Newest games");
  expect(pageOf("status=eq-mastered")).toContain("4 of 6 games");
  expect(pageOf("q=gold")).not.toContain("Newest games");
  // Only another order.
  expect(pageOf("page=1&sort=game_title")).not.toContain("Newest games");
});

test("a reset keeps the order", () => {
  const links = linksOf(pageOf("status=eq-mastered&sort=game_title"));
  expect(links.Reset).toBe(`${PATH}/progress?sort=game_title#games`);
  expect(links["Remove Mastered ×"]).toBe(`${PATH}/progress?sort=game_title#games`);
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
  expect(wordsOf(pageOf("", []))).toContain(
    "No games yet. They'll appear after the first unlock.".replace("'", "&#x27;"),
  );
});

test("milestones of a filtered list are not called the player's", () => {
  expect(pageOf()).toContain(">Milestones</h2>");
  expect(pageOf("sort=game_title")).toContain(">Milestones</h2>");
  expect(pageOf("q=gold")).toContain(">Milestones of these games</h2>");
});

/** The values that a field of the form offers. */
const offered = (page: string, field: string) =>
  [
    ...partOf(page, `<select name="${field}"`, "</select>").matchAll(/<option value="([^"]*)"/g),
  ].map(([, value]) => value);

test("rows show times, and the form offers orders and a status by what is known", () => {
  const [game = aGame()] = GAMES;
  const known = { ...UNKNOWN_TIME, playtime: 7200, timesMastered: 21, playersHardcore: 1000 };
  const page = pageOf("", GAMES, new Map([[game.id, known]]));
  expect(page.match(/mastered\u00a0by\u00a02\.1%/g)).toHaveLength(1);
  expect(offered(page, "sort")).toEqual(
    expect.arrayContaining(["playtime", "-playtime", "rarity", "-rarity"]),
  );
  expect(offered(page, "sort")).not.toContain("points");
  expect(offered(page, "status")).toContain("rare-mastered");
  expect(pageOf("sort=playtime", GAMES, new Map([[game.id, known]]))).toContain(
    "2\u00a0hours\u00a0played",
  );
});

test("where nothing is known, a page has RA's orders, and no empty line", () => {
  const page = pageOf();
  expect(offered(page, "sort")).toHaveLength(6);
  expect(offered(page, "status")).not.toContain("rare-mastered");
  expect(page).not.toContain("mastered\u00a0by");
});

test("the form has what is asked for, though nothing is known of it", () => {
  const page = pageOf("status=rare-mastered&sort=-rarity&system=99");
  for (const [field, value] of [
    ["status", "rare-mastered"],
    ["sort", "-rarity"],
    ["system", "99"],
  ] as const) {
    expect(partOf(page, `<select name="${field}"`, "</select>")).toContain(
      `<option value="${value}" selected="">`,
    );
  }
  expect(wordsOf(pageOf("status=rare-mastered"))).toContain(
    "The rarity of these masteries is not known. Show all games",
  );
});

test("a player with subsets can hide them, and show them again", () => {
  const games = [aGame({ title: "Moth" }), aGame({ title: "Moth [Subset - Bonus]" })];
  const hide = linksOf(pageOf("status=unawarded&page=2", games))["Hide subsets"];
  expect(hide).toBe(`${PATH}/progress?status=unawarded&subsets=0#games`);
  const hidden = pageOf("subsets=0", games);
  expect(hidden).not.toContain("Subset -");
  expect(pageOf("status=unawarded", games)).toContain("1 unfinished and 1 subset");
  expect(linksOf(hidden)["Hide subsets"]).toBeUndefined();
  expect(linksOf(hidden)["Remove Without subsets ×"]).toBe(`${PATH}/progress#games`);
  expect(hidden).toContain('<input type="hidden" name="subsets" value="0"/>');
  expect(linksOf(pageOf("", [aGame({ title: "Moth" })]))["Hide subsets"]).toBeUndefined();
});
