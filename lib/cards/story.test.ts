import { randomFillSync } from "node:crypto";
import { decode } from "fast-png";
import sharp from "sharp";
import { expect, test } from "vitest";
import type { AwardKind, Player } from "@/lib/domain/player";
import { aGame, aPlayer } from "@/lib/domain/test-games";
import { shrinkImage } from "@/lib/images/shrink-image";
import { pngScale, readCardRequest } from "./card-request";
import { drawCard } from "./draw-card";
import { toPng } from "./raster";
import { story } from "./story";
import { storyYear } from "./story-year";
import { marksOf, type ReadCard, seen, textAbove, textOf, wordsOf } from "./test-reader";
import { THEME_NAMES } from "./themes";

const JULY = Date.UTC(2025, 6, 1) / 1000;
const games = (count: number, highestAwardKind: AwardKind | null) =>
  Array.from({ length: count }, (_, at) =>
    aGame({
      iconPath: `/Images/${highestAwardKind}-${at}.png`,
      highestAwardKind,
      highestAwardAt: highestAwardKind && JULY - at * 86_400,
      mostRecentAwardedAt: JULY - at * 86_400,
    }),
  );
const player = aPlayer([
  ...games(4, "mastered"),
  ...games(3, "beaten-hardcore"),
  ...games(1, "completed"),
  ...games(6, null),
]);
const CARDS = [
  { name: "story", card: story, most: 15 },
  { name: "story-year", card: storyYear, most: 10 },
];
const artOf = (shown: ReadCard) =>
  marksOf(shown, "image").flatMap(({ source }) => (source.startsWith("/Images") ? source : []));

test.each(CARDS)("$name fills the screen of a phone with any options", ({ card }) => {
  for (const search of ["", "width=495&radius=40&border=1&", "theme=felt&radius=40&"]) {
    const shown = seen(card, player, `${search}year=2025`);
    expect(shown).toMatchObject({ width: 1080, height: 1920 });
    expect(marksOf(shown, "rect")[0]).toMatchObject({
      ...{ x: 0, y: 0, width: 1080, height: 1920, radius: 0, edge: "" },
    });
  }
});

test.each(CARDS)("$name keeps clear of what apps draw at the top and the foot", ({ card }) => {
  for (const of of [player, aPlayer([])]) {
    const shown = seen(card, of, "year=2025&title=Mine", { isDated: true });
    for (const { y, size } of marksOf(shown, "text")) {
      expect(y - size).toBeGreaterThan(150);
      expect(y).toBeLessThan(1800);
    }
    for (const { y, height } of marksOf(shown, "image")) {
      expect(y).toBeGreaterThan(150);
      expect(y + height).toBeLessThan(1700);
    }
  }
});

test("the best award kind is the headline, and the other totals are below the shelf", () => {
  const shown = seen(story, player);
  expect(textAbove(shown, "Played")).toBe("14");
  expect(textAbove(shown, "Beaten")).toBe("3");
  expect(textAbove(shown, "Completed")).toBe("1");
  expect(textOf(shown, "4").size).toBeGreaterThan(3 * textOf(shown, "14").size);
  expect(textOf(shown, "Mastered").y).toBeGreaterThan(textOf(shown, "4").y);
  expect(wordsOf(shown)).toContain("12,345 points on RetroAchievements");
  expect(shown.description).toBe("14 games, Mastered: 4.");
  const beaten = seen(story, aPlayer(games(7, "beaten-hardcore")));
  expect(beaten.description).toBe("7 games, Beaten: 7.");
  const large = aPlayer(games(12_345, "mastered").map((game, id) => ({ ...game, id })));
  expect(textOf(seen(story, large), "Mastered").text).toBe("Mastered");
  expect(wordsOf(seen(story, large)).filter((text) => text === "12,345")).toHaveLength(2);
});

test("without games a story says what will be there", () => {
  const shown = seen(story, aPlayer([]));
  expect(wordsOf(shown)).toEqual(
    expect.arrayContaining(["Anna", "0", "Played", "The first mastery goes here."]),
  );
  expect(shown.description).toBe("0 games.");
});

test("a year has its number, three figures, its months and the games mastered in it", () => {
  const shown = seen(storyYear, player, "year=2025");
  expect(textOf(shown, "2025").size).toBeGreaterThan(300);
  expect(textAbove(shown, "Mastered")).toBe("4");
  expect(textAbove(shown, "Beaten")).toBe("3");
  expect(
    wordsOf(shown)
      .filter((text) => /^[JFMASOND]$/.test(text))
      .join(""),
  ).toBe("JFMAMJJASOND");
  expect(artOf(shown)).toEqual([0, 1, 2, 3].map((at) => `/Images/mastered-${at}.png`));
  expect(wordsOf(seen(storyYear, player, "year=2025&hide=months"))).not.toContain("F");
  expect(wordsOf(seen(storyYear, aPlayer(games(1, "mastered")), "year=2025"))).toContain(
    "A Game · Jul 1, 2025",
  );
});

test("a year without awards says so once, with the games played in it", () => {
  const none = seen(storyYear, aPlayer([]), "year=2025");
  expect(textOf(none, "No awards that year.").size).toBeGreaterThan(20);
  const played = seen(storyYear, aPlayer(games(2, null)), "year=2025");
  expect(textOf(played, "No awards that year.").size).toBeGreaterThan(20);
  expect(artOf(played)).toHaveLength(2);
  expect(wordsOf(seen(storyYear, aPlayer([]), "year=2026"))).toEqual(
    expect.arrayContaining(["so far", "No awards yet."]),
  );
});

test.each(CARDS)("$name holds a bounded number of games, few of them larger", ({ card, most }) => {
  const sidesOf = (count: number) => {
    const shown = seen(card, aPlayer(games(count, "mastered")), "year=2025&hide=avatar");
    for (const { x, width } of marksOf(shown, "image")) {
      expect(x).toBeGreaterThan(80);
      expect(x + width).toBeLessThan(1000);
    }
    return marksOf(shown, "image").map(({ width }) => Math.round(width));
  };
  expect(sidesOf(400)).toHaveLength(most);
  expect(sidesOf(2)[0]).toBeGreaterThan(sidesOf(400)[0] ?? 0);
  const { options } = readCardRequest(card, new URLSearchParams("year=2025"));
  const data = { player: aPlayer(games(400, "mastered")), isDated: false, image: () => null };
  expect(card.images(data, options)).toHaveLength(most + 1);
});

test.each(CARDS)("$name names the address of the player's page, as far as it fits", ({ card }) => {
  const footOf = (data: { site?: string; isDated?: boolean }, of: Player = player) => {
    const [foot] = marksOf(seen(card, of, "year=2025", data), "text").slice(-1);
    expect((foot?.x ?? 0) + (foot?.width ?? 0)).toBeCloseTo(1000, 0);
    return foot?.text;
  };
  expect(footOf({})).toBe("Longplay");
  expect(footOf({ site: "https://longplay.example" })).toBe("longplay.example/user/Anna");
  const wide = aPlayer([], { name: "W".repeat(20) });
  expect(footOf({ site: "https://longplay.example.org", isDated: true }, wide)).toBe(
    "longplay.example.org",
  );
  expect(footOf({ site: `https://${"w".repeat(200)}.example` })).toMatch(/^w+…$/);
});

test.each(CARDS)("$name is a PNG of 1080×1920 and below 1 MB in every theme", async ({ card }) => {
  // Noise is what a PNG packs least.
  const pixels = randomFillSync(Buffer.alloc(96 * 96 * 3));
  const raw = { width: 96, height: 96, channels: 3 } as const;
  const icon = await shrinkImage(await sharp(pixels, { raw }).png().toBuffer());
  const image = () => `data:image/png;base64,${icon?.toString("base64")}`;
  const full = aPlayer(games(400, "mastered"), { name: "W".repeat(20) });
  for (const theme of THEME_NAMES) {
    if (theme === "auto") continue;
    const request = readCardRequest(card, new URLSearchParams(`year=2025&theme=${theme}`));
    // Larger ones would have more pixels than the site draws.
    const scale = pngScale(request, 3);
    const png = await toPng(drawCard(request, { player: full, isDated: true, image }), scale);
    expect(decode(png), theme).toMatchObject({ width: 1080, height: 1920 });
    expect(png.length, theme).toBeLessThan(1_000_000);
  }
});
