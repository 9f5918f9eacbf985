import { expect, test } from "vitest";
import { GET as fixedCard } from "@/app/demo-media/cards/[card]/route";
import { parseCardFile } from "@/lib/cards";
import { readCardRequest } from "@/lib/cards/card-request";
import { drawCard } from "@/lib/cards/draw-card";
import type { Player } from "@/lib/domain/player";
import { libraryMonths } from "@/lib/progress/award-months";
import { awardYears, bestYear } from "@/lib/progress/years";
import { createDemo } from "@/lib/retroachievements/demo";
import { type ExampleCard, exampleCards, madeUpCards } from "./example-cards";

const demo = createDemo();
const [large, small, empty] = (
  await Promise.all(
    ["LampLighter", "WeekendWilma", "FirstBoot"].map((user) => demo.fetchPlayer(user)),
  )
).map(({ player }) => player) as [Player, Player, Player];
const DAY_SECONDS = 86_400;

const shownOf = (player: Player, ageSeconds = 0) => ({ player, refreshError: null, ageSeconds });
const pathsOf = (cards: object) =>
  Object.values(cards).map((card: ExampleCard | null) => card?.links?.page);

/** The size of the card that the site answers with at a picture's URL, as `WIDTHxHEIGHT`. */
function drawnSize({ src }: ExampleCard, player: Player, others: Player[], isDated: boolean) {
  const parsed = parseCardFile(src.slice(src.lastIndexOf("/") + 1));
  if (!parsed) throw new Error(`${src} is no card.`);
  const request = readCardRequest(parsed.card, new URLSearchParams(parsed.parameters));
  const svg = drawCard(request, { player, others, isDated, image: () => null });
  return /<svg [^>]*width="(\d+)" height="(\d+)"/.exec(svg)?.slice(1).join("x");
}

test.each([
  ["many games", large, small, 0],
  ["few games", small, large, 0],
  ["data older than a day", small, large, DAY_SECONDS + 1],
])("with %s, each picture has the size of its card", (_, player, rival, ageSeconds) => {
  const cards = Object.values(exampleCards(shownOf(player, ageSeconds), rival, false));
  expect(cards).toHaveLength(3);
  for (const card of cards) {
    const size = drawnSize(card, player, [rival], ageSeconds > DAY_SECONDS);
    expect(`${card.width}x${card.height}`, card.src).toBe(size);
  }
});

test("pictures link to the pages that show the same, and to their builder", () => {
  const cards = exampleCards(shownOf(large), small, false);
  const year = bestYear(awardYears(libraryMonths(large.games)))?.year;
  expect(pathsOf(cards)).toEqual([
    "/user/LampLighter",
    `/user/LampLighter/year/${year}`,
    "/compare/LampLighter/WeekendWilma",
  ]);
  expect(cards.year?.links?.builder).toBe(`/user/LampLighter/embed?card=year&year=${year}`);
  expect(cards.versus.links?.builder).toBe(
    "/user/LampLighter/embed?card=versus&other=WeekendWilma",
  );
});

test("without another player the timeline is shown, and without an award no year", () => {
  expect(exampleCards(shownOf(large), null, false).versus.src).toBe(
    "/user/LampLighter/cards/timeline.svg",
  );
  expect(exampleCards(shownOf(empty), null, false).year).toBeNull();
});

test("a demo site shows fixed pictures of its first players, as large as the live cards", async () => {
  const { player: second } = await demo.fetchPlayer("CoOpCarla");
  const [live, fixed] = [false, true].map((isDemo) =>
    Object.values(exampleCards(shownOf(large), second, isDemo)),
  );
  expect(fixed).toEqual(
    live?.map((card: ExampleCard, at) => ({
      ...card,
      src: `/demo-media/cards/${["shelf", "year", "versus"][at]}.svg`,
    })),
  );
  const ofOthers = exampleCards(shownOf(large), small, true);
  expect(ofOthers.versus.src).toBe("/user/LampLighter/cards/versus-WeekendWilma.svg");
  const ofSecond = exampleCards(shownOf(small), large, true);
  expect(ofSecond.shelf.src).toBe("/user/WeekendWilma/cards/shelf.svg");
});

test("the pictures of a made-up player link nowhere", async () => {
  const cards = await madeUpCards();
  expect(pathsOf(cards)).toEqual([undefined, undefined, undefined]);
  expect(Object.values(cards).map(({ src }: ExampleCard) => src)).toEqual(
    ["shelf", "year", "versus"].map((card) => `/demo-media/cards/${card}.svg`),
  );
});

test("the fixed pictures have the size, year and players that the home page names", async () => {
  const { player: second } = await demo.fetchPlayer("CoOpCarla");
  const year = bestYear(awardYears(libraryMonths(large.games)))?.year;
  for (const cards of [exampleCards(shownOf(large), second, true), await madeUpCards()]) {
    const drawn = await Promise.all(
      Object.values(cards).map(async ({ src, width, height }: ExampleCard) => {
        const card = src.slice(src.lastIndexOf("/") + 1);
        const request = new Request(`http://site.example${src}`);
        const svg = await (await fixedCard(request, { params: Promise.resolve({ card }) })).text();
        expect(svg, src).toMatch(new RegExp(`<svg [^>]*width="${width}" height="${height}"`));
        return /<title.*<\/desc>/s.exec(svg)?.[0];
      }),
    );
    expect(drawn).toEqual([
      expect.stringContaining("LampLighter"),
      expect.stringContaining(String(year)),
      expect.stringMatching(/LampLighter.*CoOpCarla/s),
    ]);
  }
});
