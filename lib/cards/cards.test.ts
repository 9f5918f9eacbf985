import { Resvg } from "@resvg/resvg-js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AWARD_KINDS, type Game, type Player } from "@/lib/domain/player";
import { aGame, aPlayer } from "@/lib/domain/test-games";
import { CARDS } from ".";
import type { Card } from "./card";
import { readCardRequest } from "./card-request";
import { drawCard, drawMessage } from "./draw-card";
import { hostile } from "./test-hostile";
import { argumentOf, BOB, EVENTFUL, readCard, wordsOf } from "./test-reader";
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
    player,
    others: [BOB],
    history: EVENTFUL,
    isDated,
    image: () => PIXEL,
  });

/** What no card may hold, and that all of it is inside its view box. */
function expectSafe(svg: string): void {
  const withoutText = svg.replace(/<(title|desc)>[^<]*<\/\1>/g, "");
  expect(withoutText).not.toMatch(/<script|<foreignObject|<a[\s>]|<iframe|\son\w+=/i);
  for (const [, target] of withoutText.matchAll(/href="([^"]*)"/g)) {
    expect(target).toMatch(/^(?:#[a-z]\w+|data:image\/png;base64,[A-Za-z0-9+/=]+)$/);
  }
  // It throws for what is not well-formed; it knows no variables, which measure nothing.
  const resvg = new Resvg(svg.replace(/var\(--\w+\)/g, "#888"));
  const box = resvg.getBBox();
  if (!box) return;
  expect(box.x).toBeGreaterThanOrEqual(-0.5);
  expect(box.y).toBeGreaterThanOrEqual(-0.5);
  expect(box.x + box.width).toBeLessThanOrEqual(resvg.width + 0.5);
  expect(box.y + box.height).toBeLessThanOrEqual(resvg.height + 0.5);
}

describe.each(CARDS.map((card) => [card.name, card] as const))("%s", (_, card) => {
  const player = aPlayer(aLibrary(["Étoile Garden", "Tin Moth", "~Hack~ The Ant", "Owl", "Gala"]));

  test.each(THEME_NAMES)("is drawn in the theme %s, at any width", (theme) => {
    for (const width of [card.width.min, card.width.default, card.width.max]) {
      const svg = draw(card, player, `theme=${theme}&width=${width}`);
      expectSafe(svg);
      // What resvg cannot draw may end the process.
      const { height } = new Resvg(svg.replace(/var\(--\w+\)/g, "#888")).render();
      expect(height).toBeGreaterThan(0);
    }
  });

  test("says itself to a reader who does not see it", () => {
    const svg = draw(card, player);
    expect(svg).toContain('role="img"');
    expect(svg).toMatch(/<title>Anna<\/title><desc>[^<]{10,}<\/desc>/);
  });

  test("is drawn for a player without games, and when there is no player", () => {
    expectSafe(draw(card, aPlayer([])));
    expectSafe(drawMessage(request(card), "No such player", "W".repeat(300)));
  });

  test("carries the date of its data only when it is told to", () => {
    const wordsOn = (isDated: boolean) => wordsOf(readCard(draw(card, aPlayer([]), "", isDated)));
    expect(wordsOn(true)).toContain("as of Nov 24, 2026");
    expect(wordsOn(false).join()).not.toContain("as of");
  });

  test("keeps hostile titles, names and options inside its box", () => {
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
      { numRuns: 60 },
    );
  });
});
