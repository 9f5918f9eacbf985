import { Resvg } from "@resvg/resvg-js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fuzzRuns, IS_LONG } from "@/e2e/support/long-tests";
import { AWARD_KINDS, type Game, type Player } from "@/lib/domain/player";
import { aGame, aPlayer } from "@/lib/domain/test-games";
import { CARDS } from ".";
import type { Card } from "./card";
import { readCardRequest } from "./card-request";
import { drawCard, drawMessage } from "./draw-card";
import { argumentOf, BOB, EVENTFUL, RANKS, timesOf, unlocksOf } from "./test-data";
import { hostile } from "./test-hostile";
import { readCard, wordsOf } from "./test-reader";
import { THEME_NAMES } from "./themes";

const PIXEL =
  "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

function aLibrary(titles: string[]): Game[] {
  return titles.map((title, at) =>
    aGame({
      id: at + 1,
      title,
      systemName: title,
      systemId: at % 2 ? 9999 : 7,
      numAwarded: at % 11,
      numAwardedHardcore: at % 7,
      mostRecentAwardedAt: 1_600_000_000 - at * 1e6,
      highestAwardKind: AWARD_KINDS[at % 5] ?? null,
      highestAwardAt: AWARD_KINDS[at % 5] ? 1_600_000_000 - at * 1e6 : null,
    }),
  );
}

const request = (card: Card, search = "") =>
  readCardRequest(card, new URLSearchParams(argumentOf(card, { year: 2020 }) + search));
const draw = (card: Card, player: Player, search = "", isDated = false) =>
  drawCard(request(card, search), {
    unlocks: unlocksOf(request(card, search)),
    times: timesOf(player.games),
    ranks: RANKS,
    player,
    others: [BOB],
    history: EVENTFUL,
    isDated,
    image: () => PIXEL,
  });

/** Checks the markup alone: no scripts, no links, nothing loaded from outside. */
function expectInert(svg: string): void {
  const withoutText = svg.replace(/<(title|desc)>[^<]*<\/\1>/g, "");
  expect(withoutText).not.toMatch(/<script|<foreignObject|<a[\s>]|<iframe|\son\w+=/i);
  for (const [, target] of withoutText.matchAll(/href="([^"]*)"/g)) {
    expect(target).toMatch(/^(?:#[a-z]\w+|data:image\/png;base64,[A-Za-z0-9+/=]+)$/);
  }
}

/** resvg throws for markup that is not well-formed. It knows no CSS variables. */
const rasterizer = (svg: string) => new Resvg(svg.replace(/var\(--\w+\)/g, "#888"));

/** Checks the markup, and that everything is drawn inside the view box. */
function expectSafe(svg: string): void {
  expectInert(svg);
  const resvg = rasterizer(svg);
  const box = resvg.getBBox();
  if (!box) return;
  expect(box.x).toBeGreaterThanOrEqual(-0.5);
  expect(box.y).toBeGreaterThanOrEqual(-0.5);
  expect(box.x + box.width).toBeLessThanOrEqual(resvg.width + 0.5);
  expect(box.y + box.height).toBeLessThanOrEqual(resvg.height + 0.5);
}

/** Each card and each theme is rasterised at least once, at all widths; the other pairs are drawn at one width each. */
const isRasterized = (cardAt: number, themeAt: number) =>
  IS_LONG || cardAt % THEME_NAMES.length === themeAt;

describe.each(CARDS.map((card, at) => [card.name, card, at] as const))("%s", (_, card, cardAt) => {
  const player = aPlayer(aLibrary(["Étoile Garden", "Tin Moth", "~Hack~ The Ant", "Owl", "Gala"]));

  test.each(THEME_NAMES)("is drawn in the theme %s", (theme) => {
    const themeAt = THEME_NAMES.indexOf(theme);
    const isFull = isRasterized(cardAt, themeAt);
    const widths = [card.width.min, card.width.default, card.width.max];
    for (const width of isFull ? widths : [widths[themeAt % 3]]) {
      const svg = draw(card, player, `theme=${theme}&width=${width}`);
      readCard(svg);
      if (!isFull) expectInert(svg);
      else {
        expectSafe(svg);
        // An SVG that resvg cannot draw may end the process.
        expect(rasterizer(svg).render().height).toBeGreaterThan(0);
      }
    }
  });

  test("has a title and a description for screen readers", () => {
    const svg = draw(card, player);
    expect(svg).toContain('role="img"');
    expect(svg).toMatch(/<title>Anna<\/title><desc>[^<]{10,}<\/desc>/);
  });

  test("is drawn for a player without games, and as a message", () => {
    expectSafe(draw(card, aPlayer([])));
    expectSafe(drawMessage(request(card), "Player not found", "W".repeat(300)));
  });

  test("shows the date of its data only if asked to", () => {
    const wordsOn = (isDated: boolean) => wordsOf(readCard(draw(card, aPlayer([]), "", isDated)));
    expect(wordsOn(true)).toContain("as of Nov 24, 2026");
    expect(wordsOn(false).join()).not.toContain("as of");
  });

  test("keeps hostile titles, names and options inside its view box", () => {
    fc.assert(
      fc.property(
        fc.array(hostile, { maxLength: 12 }),
        hostile,
        fc.record(
          {
            title: hostile,
            theme: hostile,
            bg: hostile,
            width: fc.oneof(hostile, fc.integer().map(String)),
            hide: fc.oneof(hostile, fc.constantFrom(card.parts.join(","), "bar,title")),
            locale: fc.oneof(
              hostile,
              fc.constantFrom("de", "ru", "zh", "ar-EG", "hi", "en-u-nu-thai"),
            ),
            radius: fc.constantFrom("0", "40", "-1", "x"),
            count: fc.constantFrom("1", "10", "99"),
            "<x--y>": hostile,
          },
          { requiredKeys: [] },
        ),
        (titles, name, options) => {
          const search = new URLSearchParams(options as Record<string, string>).toString();
          expectSafe(draw(card, aPlayer(aLibrary(titles), { name, motto: name }), search));
        },
      ),
      { numRuns: fuzzRuns(3) },
    );
  });
});
