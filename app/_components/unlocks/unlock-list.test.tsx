import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { UnlockList, type UnlockRow } from "./unlock-list";

const UNLOCK: UnlockRow = {
  achievementId: 7,
  title: "First Steps",
  badge: "/Badge/00007.png",
  gameId: 3,
  gameTitle: "Moth Garden [Subset - Bonus]",
  points: 5,
  isHardcore: true,
  date: "2026-11-23T22:41:05.000Z",
};

function listOf(
  unlocks: UnlockRow[],
  zone = "UTC",
  gameBase: string | null = "https://ra.test/game",
) {
  return renderToStaticMarkup(
    <UnlockList unlocks={unlocks} zone={zone} mediaBase="https://media.test" gameBase={gameBase} />,
  );
}
const wordsOf = (markup: string) =>
  markup
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();

test("an unlock has its badge, title, game, points and time", () => {
  const list = listOf([UNLOCK]);
  expect(wordsOf(list)).toBe("First Steps Moth Garden Subset › Bonus 5 points 22:41 hardcore");
  expect(list).toMatch(/<img [^>]*src="https:\/\/media\.test\/Badge\/00007\.png"/);
  for (const attribute of ['alt=""', 'width="48"', 'height="48"', 'loading="lazy"']) {
    expect(list).toContain(attribute);
  }
  expect(list).toContain('<a href="https://ra.test/game/3">');
  expect(list).toContain('<time dateTime="2026-11-23T22:41:05.000Z">');
});

test("the time of day is that of the zone", () => {
  expect(wordsOf(listOf([UNLOCK], "Asia/Kolkata"))).toContain("04:11");
});

test("only a hardcore unlock has the gold edge", () => {
  const casual = listOf([{ ...UNLOCK, isHardcore: false }]);
  expect(casual).not.toContain("hardcore");
  expect(wordsOf(casual)).toContain("22:41 casual");
  expect(listOf([UNLOCK]).match(/class="[^"]*hardcore[^"]*"/g)).toHaveLength(1);
});

test("what is not known is named by its number, without an image or a link", () => {
  const list = listOf(
    [{ ...UNLOCK, title: null, badge: null, gameTitle: null, points: 1 }],
    "UTC",
    null,
  );
  expect(wordsOf(list)).toContain("Achievement 7 Game 3 1 point 22:41");
  expect(list).not.toMatch(/<img|<a /);
});
