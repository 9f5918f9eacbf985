import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { wordsOf } from "@/app/user/[user]/_components/test-library";
import type { Game } from "@/lib/domain/player";
import { aGame, aPlayer } from "@/lib/domain/test-games";
import type { GameOfPlayer } from "@/lib/games/achievement";
import type { LoadedGame } from "@/lib/players/games/load-game";
import { type GameTime, UNKNOWN_TIME } from "@/lib/times/game-time";
import type { OtherPlayer } from "../shown-game";
import { GamePage } from "./game-page";
import { gameSentence, plainGameTitle } from "./game-sentence";

const DAY = 86_400;
const row = aGame({
  ...{ id: 8, title: "~Hack~ Tin Moth [Subset - Bonus]", maxPossible: 3 },
  ...{ numAwarded: 2, numAwardedHardcore: 1, mostRecentAwardedAt: 20 * DAY },
  ...{ highestAwardKind: "beaten-hardcore", highestAwardAt: 10 * DAY },
});
const facts = { retroPoints: 9, type: null, numAwarded: 300, numAwardedHardcore: 21 };
const PLAYED: GameOfPlayer = {
  facts: {
    ...{ gameId: 8, parentGameId: 1, players: 1000 },
    achievements: [
      { ...facts, id: 1, title: "First", description: "Do <it>", points: 5, badgeName: "00001" },
      { ...facts, id: 2, title: "Second", description: "", points: 10, badgeName: "00002" },
      { ...facts, id: 3, title: "", description: "Hidden", points: 1, badgeName: "00003" },
    ],
  },
  own: {
    playtimeSeconds: 3 * 3600 + 60,
    dates: [
      { achievementId: 1, at: 5 * DAY, hardcoreAt: 10 * DAY },
      { achievementId: 2, at: 20 * DAY, hardcoreAt: null },
    ],
  },
};

function pageOf(
  changed: Partial<Game> = {},
  game: GameOfPlayer | null = PLAYED,
  others: OtherPlayer[] = [],
  time: GameTime | null = null,
) {
  const loaded: LoadedGame = { game, checkedAt: 21 * DAY * 1000, revision: "" };
  return renderToStaticMarkup(
    <GamePage
      player={aPlayer([])}
      refreshError={null}
      game={{ ...row, ...changed }}
      loaded={game && loaded}
      time={time}
      others={others}
      mediaBase="https://media.test"
      gameBase="https://ra.test/game"
    />,
  );
}

test("the header says how long the award took and how rare a mastery is, where that is known", () => {
  const time: GameTime = {
    ...{ ...UNKNOWN_TIME, gameId: 8, firstUnlockAt: 5 * DAY, timeToBeatHardcore: 43_500 },
    ...{ timesMastered: 21, playersHardcore: 1000 },
  };
  const words = wordsOf(pageOf({}, PLAYED, [], time));
  expect(words).toContain("Time to award 12 hours, 5 minutes over 5 days");
  expect(words).toContain("Mastered by 2.1% of hardcore players");
  const without = wordsOf(pageOf({}, PLAYED, [], { ...UNKNOWN_TIME, gameId: 8 }));
  expect(without).not.toContain("Time to award");
  expect(without).not.toContain("Mastered by");
  expect(wordsOf(pageOf({ highestAwardKind: null }, PLAYED, [], time))).not.toContain("Time to");
});

test("other players' progress in the game leads to comparisons that show it", () => {
  const other = { name: "Rival", game: { ...row, numAwarded: 3, numAwardedHardcore: 3 } };
  const page = pageOf({}, PLAYED, [other]);
  expect(wordsOf(page)).toContain("Rival: All 3");
  expect(page).toContain("/Rival?who=all&amp;q=Tin+Moth#games");
});

const rowsOf = (page: string) => page.match(/<li.*?<\/li>/g) ?? [];

test("the header has counts, points, award, dates, playtime and players", () => {
  const words = wordsOf(pageOf());
  expect(words).toContain("2 of 3, 1 in hardcore mode");
  expect(words).toContain("Points 15 of 16");
  expect(words).toContain("Award Beaten, Jan 11, 1970");
  expect(words).toContain("First unlock Jan 6, 1970");
  expect(words).toContain("Last unlock Jan 21, 1970");
  expect(words).toContain("Playtime 3 hours, 1 minute");
  expect(words).toContain("Players 1,000");
  // Seconds that RA does not know are not shown as none.
  const unknown = { ...PLAYED, own: { ...PLAYED.own, playtimeSeconds: 0 } };
  expect(wordsOf(pageOf({}, unknown))).not.toContain("Playtime");
});

test("unlocked achievements come first, newest first, and locked ones after them", () => {
  const page = pageOf();
  expect(rowsOf(page).map(wordsOf)).toEqual([
    "Second 10 points 2.1% of players Jan 21, 1970 casual",
    "First Do &lt;it&gt; 5 points 2.1% of players Jan 11, 1970",
    "Achievement 3 Hidden 1 point 2.1% of players",
  ]);
  expect(wordsOf(page)).toMatch(/2 unlocked Second.*1 locked Achievement 3/);
});

test("only hardcore unlocks have the gold edge, and only locked ones are grey", () => {
  const [casual = "", hardcore = "", locked = ""] = rowsOf(pageOf());
  expect(casual).toMatch(/^<li><img/);
  expect(hardcore).toMatch(/^<li class="[^"]*hardcore/);
  expect(locked).toMatch(/^<li class="[^"]*locked/);
});

test("a badge comes from RetroAchievements' media host, late and at its size", () => {
  const [first = ""] = rowsOf(pageOf());
  expect(first).toContain('src="https://media.test/Badge/00002.png"');
  for (const attribute of ['alt=""', 'width="64"', 'height="64"', 'loading="lazy"']) {
    expect(first).toContain(attribute);
  }
});

test("it leads to the card, to the list, to RetroAchievements and to comparisons", () => {
  const page = pageOf({}, PLAYED, [{ name: "Bob", game: row }]);
  expect(page).toContain('src="/user/Anna/cards/game-8.svg"');
  expect(page).toContain('href="/user/Anna/embed?card=game&amp;id=8"');
  expect(page).toContain('href="/user/Anna/progress"');
  expect(page).toContain('href="https://ra.test/game/8"');
  expect(page).toContain('href="/compare/Anna/Bob?who=all&amp;q=Tin+Moth#games"');
  expect(pageOf()).not.toContain("/compare/Anna/");
});

test("without achievements the rest is there, with a way to try again", () => {
  const page = pageOf({}, null);
  expect(wordsOf(page)).toContain("2 of 3, 1 in hardcore mode");
  expect(page).toContain('<a href="/user/Anna/game/8">Try again</a>');
  expect(rowsOf(page)).toEqual([]);
});

test("a retired set has none, and keeps its award", () => {
  const words = wordsOf(pageOf({ maxPossible: 0, numAwarded: 0, numAwardedHardcore: 0 }));
  expect(words).toContain("Achievements Set is retired");
  expect(words).toContain("Award Beaten, Jan 11, 1970");
  expect(words).toContain("has retired this set");
});

test("a preview says how far the player is", () => {
  expect(plainGameTitle(row.title)).toBe("Tin Moth – Bonus");
  expect(gameSentence("Anna", row)).toBe(
    "Anna on RetroAchievements: 2 of 3 achievements in Tin Moth – Bonus, beaten on Jan 11, 1970.",
  );
  const none = { ...row, maxPossible: 0, highestAwardKind: null, highestAwardAt: null };
  expect(gameSentence("Anna", none)).toBe(
    "Anna on RetroAchievements: the retired set of Tin Moth – Bonus.",
  );
});
