import { decode } from "fast-png";
import { expect, test } from "vitest";
import { readCardUrl } from "@/lib/cards/card-url";
import { drawCard } from "@/lib/cards/draw-card";
import { toPng } from "@/lib/cli/png";
import { aGame, aPlayer } from "@/lib/domain/test-games";
import { isOutdated, type Stamp, stampOf } from "./stamp";
import { stampIn, withStamp } from "./stamped-file";

const DAY = 86_400;
const WASM = "node_modules/@resvg/resvg-wasm/index_bg.wasm";

interface Shown {
  file?: string;
  query?: string;
  won?: number;
  /** Days by which all dates are later. */
  later?: number;
  image?: (path: string) => string | null;
}

function aCard({ file = "game-1.svg", query = "", won = 3, later = 0, image }: Shown = {}) {
  const url = readCardUrl(file, new URLSearchParams(query)) ?? expect.fail(file);
  const mostRecentAwardedAt = 1_760_000_000 + later * DAY;
  const game = aGame({ id: 1, numAwarded: won, numAwardedHardcore: won, mostRecentAwardedAt });
  const player = { ...aPlayer([game]), checkedAt: mostRecentAwardedAt * 1000 };
  return { url, data: { player, isDated: false, image: image ?? (() => "data:a") } };
}
const stamp = (shown?: Shown) => stampOf(aCard(shown));

test("dates alone leave the stamp", () => {
  const draw = ({ url, data }: ReturnType<typeof aCard>) => drawCard(url.asked, data);
  expect(draw(aCard())).not.toBe(draw(aCard({ later: 1 })));
  expect(stamp({ later: 1 })).toEqual(stamp());
});

test("values, options and the format are in the stamp", () => {
  const all: Shown[] = [
    {},
    { won: 4 },
    { query: "theme=dark" },
    { query: "locale=de" },
    { file: "game-1.png", query: "theme=light" },
    { file: "game-1.png", query: "theme=light&scale=2" },
    { file: "summary.svg" },
  ];
  expect(new Set(all.map((shown) => stamp(shown).values)).size).toBe(all.length);
});

test("a missing image is awaited, and other bytes of an image are another picture", () => {
  const whole = stamp();
  const lacking = stamp({ image: () => null });
  expect(lacking).toEqual({ values: whole.values, images: null });
  expect(isOutdated(null, lacking)).toBe(true);
  expect(isOutdated(whole, whole)).toBe(false);
  expect(isOutdated(whole, lacking)).toBe(false);
  expect(isOutdated(lacking, lacking)).toBe(false);
  expect(isOutdated(lacking, whole)).toBe(true);
  expect(isOutdated(whole, stamp({ image: () => "data:b" }))).toBe(true);
  expect(isOutdated(whole, stamp({ won: 4, image: () => null }))).toBe(true);
});

test.each(["svg", "png"] as const)("a stamp in a file of %s is read again", async (format) => {
  const { url, data } = aCard({ query: "theme=light" });
  const svg = drawCard(url.asked, { ...data, image: () => null });
  const bytes = format === "svg" ? Buffer.from(svg) : await toPng(svg, 1, WASM);
  expect(stampIn(bytes, format)).toBeNull();
  const all: Stamp[] = [stamp(), stamp({ image: () => null })];
  for (const given of all) expect(stampIn(withStamp(bytes, format, given), format)).toEqual(given);
});

test("a PNG with a stamp is the same picture", async () => {
  const { url, data } = aCard({ query: "theme=light" });
  const bytes = await toPng(drawCard(url.asked, { ...data, image: () => null }), 1, WASM);
  const stamped = decode(withStamp(bytes, "png", { values: "ab", images: null }), {
    checkCrc: true,
  });
  expect(stamped.text).toEqual({ longplay: "ab -" });
  expect(Buffer.from(stamped.data.buffer).equals(Buffer.from(decode(bytes).data.buffer))).toBe(
    true,
  );
});

test("what is no picture has no stamp", () => {
  for (const format of ["svg", "png"] as const) {
    for (const text of ["", "<svg/>", "x".repeat(40), "<!-- longplay zz -->"]) {
      expect(stampIn(Buffer.from(text), format)).toBeNull();
    }
  }
});
