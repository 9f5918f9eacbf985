import { Resvg } from "@resvg/resvg-js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AWARD_KINDS, type Game, type Player } from "@/lib/domain/player";
import { aGame } from "@/lib/domain/test-games";
import { CARDS, parseCardFile } from ".";
import { type Card, documentKey, drawCard, drawMessage, pngScale, readCardRequest } from "./card";
import { THEME_NAMES, THEMES } from "./themes";

const PIXEL =
  "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

function aPlayer(games: Game[], name = "Anna", motto = ""): Player {
  return {
    profile: {
      name,
      ulid: "01HDEM0AMP11GHTERX0000Z7Q1",
      avatarPath: "/UserPic/Anna.png",
      memberSince: 1_400_000_000,
      points: 12_345,
      casualPoints: 67,
      retroPoints: 20_000,
      motto,
    },
    games,
    checkedAt: 1_700_000_000_000,
  };
}

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
  readCardRequest(card, new URLSearchParams(`${card.name === "game" ? "id=1&" : ""}${search}`));
const draw = (card: Card, player: Player, search = "", isStale = false) =>
  drawCard(request(card, search), { player, isStale, image: () => PIXEL });

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

const hostile = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.string({ unit: "grapheme", maxLength: 200 }),
  fc.constantFrom(
    "</text><script>alert(1)</script>",
    '"onload="alert(1)',
    "]]><!-- --> &amp; &#0;",
    "漢字".repeat(100),
    "🎮".repeat(100),
    "W".repeat(200),
    "\u202Eevil\u0000\uD800",
    "~Hack~ [Subset - <b>]",
  ),
);

describe.each(CARDS.map((card) => [card.name, card] as const))("%s", (_, card) => {
  const player = aPlayer(aLibrary(["Étoile Garden", "Tin Moth", "~Hack~ The Ant", "Owl", "Gala"]));

  test.each(THEME_NAMES)("is drawn in the theme %s", (theme) => {
    expectSafe(draw(card, player, `theme=${theme}`));
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

  test("carries the date of stale data", () => {
    expect(draw(card, player, "", true).length).toBeGreaterThan(draw(card, player).length);
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
          expectSafe(draw(card, aPlayer(aLibrary(titles), name, name), search));
        },
      ),
      { numRuns: 60 },
    );
  });
});

test("a bad or unknown option is its default, and is named in a comment", () => {
  const [card] = CARDS;
  if (!card) throw new Error("there is a card");
  const player = aPlayer(aLibrary(["Ant"]));
  const svg = draw(card, player, "theme=neon&colour=red&width=5000");
  expect(svg).toContain("<!-- Left out: colour, theme, width -->");
  expect(svg).toContain(`width="${card.width.max}"`);
  expect(draw(card, player, "locale=hi")).toContain("<!-- Left out: locale -->");
  expect(draw(card, player, "locale=ru")).not.toContain("<!--");
});

test("two URLs that mean the same card have one key", () => {
  const [card] = CARDS;
  if (!card) throw new Error("there is a card");
  const key = (search: string) => request(card, search).key;
  expect(key("hide=bar,avatar&theme=dark&utm_source=x")).toBe(key("theme=dark&hide=avatar,bar"));
  expect(key("bg=%23FFF&border=1&radius=12")).toBe(key("bg=fff"));
  expect(key("animate=1")).toBe(key("animate=0"));
  expect(key("locale=ja-x-any")).toBe(key("locale=JA"));
  expect(key("theme=dark")).not.toBe(key("theme=light"));
});

test("what an SVG names as left out is part of its key, and no part of a PNG's", () => {
  const [card] = CARDS;
  if (!card) throw new Error("there is a card");
  const player = aPlayer(aLibrary(["Ant"]));
  const [plain, poisoned] = [request(card), request(card, "buy_this=1")];
  expect(draw(card, player)).not.toBe(draw(card, player, "buy_this=1"));
  expect(documentKey(poisoned, "svg", 1)).not.toBe(documentKey(plain, "svg", 1));
  expect(documentKey(poisoned, "png", 2)).toBe(documentKey(plain, "png", 2));
  expect(documentKey(plain, "png", 2)).not.toBe(documentKey(plain, "png", 3));
  fc.assert(
    fc.property(fc.array(hostile, { maxLength: 30 }), fc.array(hostile), (some, others) => {
      const [a, b] = [some, others].map((names) =>
        new URLSearchParams(names.map((name) => [name, "x"])).toString(),
      );
      const haveOneKey =
        documentKey(request(card, a), "svg", 1) === documentKey(request(card, b), "svg", 1);
      expect(draw(card, player, a) === draw(card, player, b)).toBe(haveOneKey);
    }),
    { numRuns: 60 },
  );
});

test("what is named as left out is little, however much is", () => {
  const [card] = CARDS;
  if (!card) throw new Error("there is a card");
  const names = Array.from({ length: 5000 }, (_, at) => `${at}${"n".repeat(1000)}`);
  const { ignored } = request(
    card,
    new URLSearchParams(names.map((name) => [name, ""])).toString(),
  );
  expect(ignored).toHaveLength(10);
  expect(Math.max(...ignored.map(({ length }) => length))).toBe(30);
});

test.each(CARDS)("$name is never more than four million pixels as PNG", (card) => {
  for (const search of ["", `width=${card.width.max}&count=15`, "width=5000&count=10"]) {
    const asked = request(card, search);
    for (const scale of [1, 2, 3]) {
      const drawn = pngScale(asked, scale);
      const pixels = asked.width * card.height(asked.options) * drawn ** 2;
      expect(pixels).toBeLessThanOrEqual(4_000_000);
      expect(drawn === scale || pixels * ((drawn + 1) / drawn) ** 2 > 4_000_000).toBe(true);
    }
  }
});

test("a file name names a card and its format", () => {
  expect(parseCardFile("summary.svg")).toMatchObject({ card: { name: "summary" }, format: "svg" });
  expect(parseCardFile("game-1446.png")).toMatchObject({
    format: "png",
    parameters: { id: "1446" },
  });
  for (const file of [
    "summary",
    "summary.gif",
    "game.svg",
    "summary-1.svg",
    "game-0.svg",
    "x.svg",
  ]) {
    expect(parseCardFile(file), file).toBeNull();
  }
});

/** WCAG's contrast of two colours written as six digits. */
function contrast(a: string, b: string): number {
  const luminance = (color: string) =>
    [1, 3, 5]
      .map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
      .reduce((sum, part, at) => sum + part * ([0.2126, 0.7152, 0.0722][at] ?? 0), 0);
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

test.each(Object.entries(THEMES))("text of the theme %s can be read", (_, { bg, ink, soft }) => {
  expect(contrast(ink, bg)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(soft, bg)).toBeGreaterThanOrEqual(4.5);
});
