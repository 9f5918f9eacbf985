import fc from "fast-check";
import { expect, test } from "vitest";
import { fuzzRuns } from "@/e2e/support/long-tests";
import { AWARD_KINDS, type Game } from "@/lib/domain/player";
import { aGame, aPlayer } from "@/lib/domain/test-games";
import { CARDS } from ".";
import { isDrawable } from "./font";
import { argumentOf } from "./test-data";
import { marksOf, type ReadCard, seen } from "./test-reader";

// Bounding boxes of texts: none overlap, none leave the card, no number is cut.

const DAY = 86_400;
const KINDS = [...AWARD_KINDS, null];

/** Games of all award kinds; after the first thousand they repeat. */
function library(size: number, achievements: number): Game[] {
  const some = Array.from({ length: Math.min(size, 1000) }, (_, at) =>
    aGame({
      id: at + 1,
      title: at % 2 ? "Étoile Garden of the Wide Wide World" : "Owl",
      systemId: 1000 + (at % 7),
      systemName: at % 3 ? "A System With a Name That Is Rather Long" : "NES",
      maxPossible: achievements,
      numAwarded: at % 4 ? Math.floor(achievements * 0.9) : achievements,
      numAwardedHardcore: Math.floor(achievements / 3),
      mostRecentAwardedAt: 1_795_000_000 - at * DAY,
      highestAwardKind: KINDS[at % KINDS.length] ?? null,
      highestAwardAt: KINDS[at % KINDS.length] ? 1_795_000_000 - at * DAY : null,
    }),
  );
  const others = some.slice(0, 6);
  while (some.length < size) some.push(...others);
  return some;
}

const LIBRARIES = [
  library(0, 0),
  library(1, 1),
  library(12, 40),
  library(999, 1234),
  library(7000, 20_000),
  library(50_000, 999_999),
];
const LOCALES = "en de fr es pt-BR it pl nl sv tr ru uk ja ko de-CH cs da".split(" ");
const NAMES = ["Al", "ManyManyManyManyGame", "WWWWWWWWWWWWWWWWWWWW"];

type CaseOf<Cases extends (card: (typeof CARDS)[number]) => fc.Arbitrary<unknown>> =
  ReturnType<Cases> extends fc.Arbitrary<infer Case> ? Case : never;

const cases = (card: (typeof CARDS)[number]) =>
  fc.record({
    library: fc.nat(LIBRARIES.length - 1),
    points: fc.oneof(fc.constantFrom(0, 7, 20_000, 1_234_567), fc.nat(2_000_000_000)),
    casualPoints: fc.nat(2_000_000),
    name: fc.constantFrom(...NAMES),
    width: fc.integer({ min: card.width.min, max: card.width.max }),
    locale: fc.constantFrom(...LOCALES),
    hide: fc.subarray([...card.parts]),
    isDated: fc.boolean(),
    // A past year, the current one, and one before all games.
    year: fc.constantFrom(2025, 2026, 2001),
  });

/** The longest texts at the least width, which every run tries, in a language of long words and in one of wide letters. */
const extremes = (card: (typeof CARDS)[number]) =>
  ["de", "ja"].map((locale): [CaseOf<typeof cases>] => [
    {
      ...{ library: LIBRARIES.length - 1, points: 2_000_000_000, casualPoints: 2_000_000 },
      ...{ name: NAMES.at(-1) ?? "", width: card.width.min, locale },
      ...{ hide: [], isDated: true, year: 2026 },
    },
  ]);

/** Height of letters above and below the baseline, as shares of the font size. */
const [ABOVE, BELOW] = [0.72, 0.2];

function boxesOf(card: ReadCard) {
  return marksOf(card, "text").map(({ text, x, y, width, size }) => ({
    text,
    left: x,
    right: x + width,
    top: y - size * ABOVE,
    bottom: y + size * BELOW,
    size,
  }));
}

function expectApart(card: ReadCard): void {
  const boxes = boxesOf(card);
  for (const [at, box] of boxes.entries()) {
    const { text, left, right, top, bottom, size } = box;
    expect(text).not.toMatch(/\d[\d.,\s\u00a0\u202f’]*…/);
    expect(size, text).toBeGreaterThanOrEqual(10.99);
    expect(left, text).toBeGreaterThanOrEqual(0);
    expect(top, text).toBeGreaterThanOrEqual(0);
    expect(right, text).toBeLessThanOrEqual(card.width);
    expect(bottom, text).toBeLessThanOrEqual(card.height);
    for (const other of boxes.slice(at + 1)) {
      const meets =
        left < other.right && other.left < right && top < other.bottom && other.top < bottom;
      expect(meets, `${text} | ${other.text}`).toBe(false);
    }
    for (const mark of card.marks) {
      if (mark.kind !== "image") continue;
      const isOver =
        left < mark.x + mark.width &&
        mark.x < right &&
        top < mark.y + mark.height &&
        mark.y < bottom;
      expect(isOver, `${text} over an image`).toBe(false);
    }
  }
}

test("every tested locale can be drawn", () => {
  for (const locale of LOCALES) {
    const date = new Intl.DateTimeFormat(locale, { dateStyle: "medium" }).format(0);
    expect(isDrawable(date), locale).toBe(true);
  }
});

test.each(CARDS)("$name cuts no number, and no text overlaps or leaves the card", (card) => {
  fc.assert(
    fc.property(cases(card), ({ library, year, width, locale, hide, isDated, ...profile }) => {
      const player = aPlayer(LIBRARIES[library] ?? [], profile);
      const argument = argumentOf(card, { id: 2, year });
      const search = `${argument}width=${width}&locale=${locale}&hide=${hide.join(",")}`;
      expectApart(seen(card, player, search, { isDated }));
    }),
    { numRuns: fuzzRuns(5), examples: extremes(card) },
  );
});
