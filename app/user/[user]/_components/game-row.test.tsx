import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { Game } from "@/lib/domain/player";
import { aGame } from "@/lib/domain/test-games";
import { GameRow } from "./game-row";

const HOSTILE = `"><img src=x onerror=alert(1)></li><script>alert('1')</script>&amp;`;

const rowOf = (game: Partial<Game>) =>
  renderToStaticMarkup(
    <GameRow game={aGame(game)} mediaBase="https://media.example" gameBase={null} />,
  );

test("text from RetroAchievements stays text, wherever it stands", () => {
  const row = rowOf({
    title: `${HOSTILE} ~${HOSTILE}~ [Subset - ${HOSTILE}]`,
    systemId: 9999,
    systemName: HOSTILE,
    iconPath: `/Images/000001.png");}${HOSTILE}`,
  });
  expect(row.match(/<(\/?[a-z0-9]+)/g)?.filter((tag) => /img|script/.test(tag))).toEqual([]);
  expect(row.match(/<li[ >]/g)).toHaveLength(1);
  expect(row.match(/<\/li>/g)).toHaveLength(1);
  expect(row).toContain("&lt;script&gt;alert(&#x27;1&#x27;)&lt;/script&gt;&amp;amp;");
  // In a style, a quote that closes url() would let the path write declarations.
  expect(row).toContain("000001.png%22);}");
});

test("a bar shows both figures, and names both when they differ", () => {
  const won = { maxPossible: 10, numAwarded: 5 };
  const differing = rowOf({ ...won, numAwardedHardcore: 2 });
  expect(differing).toContain("--won:50%;--hardcore:20%");
  expect(differing).toContain('aria-label="50% done, 20% in hardcore mode" aria-valuenow="50"');
  expect(rowOf({ ...won, numAwardedHardcore: 5 })).toContain(
    'aria-label="Done" aria-valuenow="50"',
  );
  // After a revision more can be won than there is.
  expect(rowOf({ ...won, numAwarded: 12, numAwardedHardcore: 12 })).toContain('style="--won:100%"');
});

test("achievements show as some of all, all, or a retired set", () => {
  const words = (game: Partial<Game>) => rowOf(game).replace(/<[^>]*>/g, "");
  expect(words({ maxPossible: 10, numAwarded: 5 })).toContain("5 of 10 achievements");
  expect(words({ maxPossible: 10, numAwarded: 10 })).toContain("All 10 achievements");
  expect(words({ maxPossible: 0, numAwarded: 0 })).toContain("Set is retired");
});

test("what RetroAchievements has no date for is shown without one", () => {
  const row = rowOf({
    mostRecentAwardedAt: null,
    highestAwardKind: "mastered",
    highestAwardAt: null,
  });
  expect(row).toContain("<b>Mastered</b></p>");
  expect(row).not.toContain("Last unlock");
});

test("a date shows once, also where the last unlock earned the award", () => {
  const completed = { highestAwardKind: "completed", highestAwardAt: 1 } as const;
  const sameDay = rowOf({ ...completed, mostRecentAwardedAt: 1 });
  expect(sameDay).toContain("<b>Completed</b> Jan 1, 1970</p>");
  expect(sameDay.match(/Jan 1, 1970/g)).toHaveLength(1);
  const later = rowOf({ ...completed, mostRecentAwardedAt: 86_400 });
  expect(later.replaceAll(/<[^>]*>/g, "")).toContain("Last unlock Jan 2, 1970");
});

test("a title leads to its game, where games have pages", () => {
  const game = aGame({ id: 42, title: "Moth" });
  const row = renderToStaticMarkup(
    <GameRow game={game} mediaBase="" gameBase="https://ra.example/game" />,
  );
  expect(row).toContain('<a href="https://ra.example/game/42">Moth</a>');
  expect(rowOf(game)).not.toContain("<a ");
});

test("the count leads to the game's achievements where it can, and unfolds them", () => {
  const row = (game: Partial<Game>, children?: ReactNode) =>
    renderToStaticMarkup(
      <GameRow game={aGame({ id: 42, ...game })} path="/user/Anna" mediaBase="" gameBase={null}>
        {children}
      </GameRow>,
    );
  const count = { maxPossible: 10, numAwarded: 5 };
  expect(row(count)).toMatch(/<a [^>]*href="\/user\/Anna\/game\/42"/);
  expect(row(count)).not.toMatch(/<a [^>]*aria-/);
  expect(row(count, <p>All of them</p>)).toContain("<p>All of them</p></li>");
  // It has no achievements any more.
  expect(row({ maxPossible: 0, numAwarded: 0 })).not.toContain("<a ");
});
