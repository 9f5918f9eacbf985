import { expect, test } from "vitest";
import { aGame, aPlayer } from "@/lib/domain/test-games";
import { aDay } from "@/lib/history/test-states";
import { recentActivity } from "./recent-activity";
import { EVENTFUL } from "./test-data";
import { marksOf, seen, textOf, wordsOf } from "./test-reader";

const player = aPlayer(
  ["Moth", "Owl", "Gala"].map((title, at) =>
    aGame({ id: at + 1, title, iconPath: `/Images/${at + 1}.png` }),
  ),
);
const quiet = { history: { days: [], isKept: true } };

test("days are sorted newest first, with their best event and date", () => {
  const card = seen(recentActivity, player);
  const bold = marksOf(card, "text").filter(({ face }) => face === "bold");
  expect(bold.map(({ text, y }) => `${text} at ${y}`)).toEqual([
    "Mastered: Moth at 70",
    "Set retired: Moth at 120",
    "4 achievements: Moth at 170",
  ]);
  for (const day of ["Nov 21, 2026", "Nov 20, 2026", "Nov 18, 2026"]) {
    expect(textOf(card, day).x + textOf(card, day).width).toBeCloseTo(475, 0);
  }
});

test("the second line has achievements, points and the number of further events", () => {
  expect(textOf(seen(recentActivity, player), "6 achievements · +40 points")).toMatchObject({
    x: 72,
    y: 88,
  });
  expect(textOf(seen(recentActivity, player), "+40 points · +2")).toMatchObject({ y: 188 });
});

test("a day's achievements are shown as such and not counted among its further events", () => {
  const [won, revised] = [aGame({ id: 1 }), aGame({ id: 3 })];
  const at = (won.mostRecentAwardedAt ?? 0) + 60;
  const record = aDay(
    [won, revised],
    [
      {
        ...won,
        numAwarded: 8,
        numAwardedHardcore: 7,
        mostRecentAwardedAt: at,
        highestAwardKind: "mastered",
      },
      { ...revised, maxPossible: 12 },
    ],
    { name: "Anna2", points: 12_350, casualPoints: 70 },
  );
  const card = seen(recentActivity, player, "", { history: { days: [record], isKept: true } });
  expect(wordsOf(card)).toContain("3 achievements · +8 points · +2");
});

test("a day of only a revised set shows both sizes", () => {
  const record = aDay([aGame({ id: 2, title: "Owl" })], [aGame({ id: 2, maxPossible: 1200 })]);
  const card = seen(recentActivity, player, "", { history: { days: [record], isKept: true } });
  expect(wordsOf(card)).toEqual([
    "Anna: Recent activity",
    ...["Set changed: Owl", "Nov 21, 2026", "10 → 1,200"],
  ]);
});

test("achievements in several games name several", () => {
  const ids = [1, 2, 3, 4];
  const none = ids.map((id) => aGame({ id, numAwarded: 1, numAwardedHardcore: 1 }));
  const won = (games: number) =>
    none.map((game) => {
      const count = game.id > games ? 1 : 6 - game.id;
      const at = (game.mostRecentAwardedAt ?? 0) + (count === 1 ? 0 : 60);
      return { ...game, numAwarded: count, numAwardedHardcore: count, mostRecentAwardedAt: at };
    });
  const lineFor = (games: number) => {
    const days = [aDay(none, won(games))];
    return wordsOf(seen(recentActivity, player, "", { history: { days, isKept: true } }))[1];
  };
  expect(lineFor(1)).toBe("4 achievements: Moth");
  expect(lineFor(2)).toBe("7 achievements: Moth, Owl");
  expect(lineFor(3)).toBe("9 achievements: Moth, Owl, Gala");
  expect(lineFor(4)).toBe("10 achievements: Moth, Owl, Gala, …");
});

test("a day has the icon of its first game, and small icons of the others", () => {
  const images = marksOf(seen(recentActivity, player), "image");
  expect(images.map(({ source, width, y }) => `${source} ${width} at ${y}`)).toEqual([
    "/Images/1.png 40 at 54",
    "/Images/2.png 20 at 76",
    "/Images/1.png 40 at 104",
    "/Images/1.png 40 at 154",
    "/Images/2.png 20 at 176",
    "/Images/3.png 20 at 176",
  ]);
});

test("images are those shown, or the avatar if no game is left", () => {
  const data = { player, history: EVENTFUL, isDated: false, image: () => null };
  const options = { count: 1 } as object;
  expect(recentActivity.images(data, options as never)).toEqual(["/Images/1.png", "/Images/2.png"]);
  expect(recentActivity.images({ ...data, player: aPlayer([]) }, options as never)).toEqual([
    "/UserPic/Anna.png",
  ]);
});

test("count limits the days and sets the height", () => {
  expect(seen(recentActivity, player).height).toBe(216);
  expect(seen(recentActivity, player, "count=1").height).toBe(116);
  expect(wordsOf(seen(recentActivity, player, "count=1")).join()).not.toContain("Nov 20");
  expect(seen(recentActivity, player, "count=11").comment).toBe("Left out: count");
});

test("its description lists its content", () => {
  expect(seen(recentActivity, player, "count=1").description).toBe(
    "Recent activity: Nov 21, 2026, Mastered: Moth, 6 achievements: Moth, Owl.",
  );
  expect(seen(recentActivity, player, "count=1&locale=de").description).toMatch(
    /^Zuletzt: 21\.11\.2026, /,
  );
});

test("without recent days, or on a site without histories, the card says so", () => {
  const nothing = seen(recentActivity, player, "", quiet);
  expect(wordsOf(nothing)).toEqual(["Anna: Recent activity", "No recent activity."]);
  expect(nothing).toMatchObject({ height: 116, description: "No recent activity." });
  const unkept = seen(recentActivity, player, "", { history: { days: [], isKept: false } });
  expect(wordsOf(unkept)).toContain("This site does not record history.");
  // Days in memory are shown even if they are not stored.
  const known = seen(recentActivity, player, "", { history: { ...EVENTFUL, isKept: false } });
  expect(wordsOf(known)).toContain("Mastered: Moth");
});
