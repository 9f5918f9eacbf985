import { expect, test } from "vitest";
import { aGame } from "@/lib/domain/test-games";
import { gameRow } from "./game-row";

const HOSTILE = `"><img src=x onerror=alert(1)></li><script>alert('1')</script>&amp;`;

test("text from RetroAchievements stays text, wherever it stands", () => {
  const row = gameRow(
    aGame({
      title: `${HOSTILE} ~${HOSTILE}~ [Subset - ${HOSTILE}]`,
      systemId: 9999,
      systemName: HOSTILE,
      iconPath: `/Images/000001.png");}${HOSTILE}`,
    }),
    "https://media.example",
  );
  expect(row.match(/<(\/?[a-z0-9]+)/g)?.filter((tag) => /img|script/.test(tag))).toEqual([]);
  expect(row.match(/<li[ >]/g)).toHaveLength(1);
  expect(row.match(/<\/li>/g)).toHaveLength(1);
  expect(row).toContain("&lt;script&gt;alert('1')&lt;/script&gt;&amp;amp;");
  // In a style, a quote that closes url() would let the path write declarations.
  expect(row).toContain("000001.png%22);}");
});

test("a bar names both figures when they differ", () => {
  const won = { maxPossible: 10, numAwarded: 5 };
  expect(gameRow(aGame({ ...won, numAwardedHardcore: 2 }), "")).toContain(
    'aria-label="50% won, 20% in hardcore mode"',
  );
  expect(gameRow(aGame({ ...won, numAwardedHardcore: 5 }), "")).toContain('aria-label="50% won"');
});

test("what RetroAchievements has no date for is shown without one", () => {
  const row = gameRow(
    aGame({ mostRecentAwardedAt: null, highestAwardKind: "mastered", highestAwardAt: null }),
    "",
  );
  expect(row).toContain("<b>Mastered</b></p>");
  expect(row).not.toContain("Last unlock");
});

test("a set without achievements left is retired", () => {
  expect(gameRow(aGame({ maxPossible: 0, numAwarded: 0 }), "")).toContain("Set is retired");
});
