import { expect, test } from "vitest";
import { isEnglish, LANGUAGES } from ".";
import { de } from "./de";
import { en } from "./en";
import { ru } from "./ru";
import { missingWords, type Translation, withEnglish } from "./translation";

/** Russian without some of its texts. */
const partial: Translation = {
  ...LANGUAGES.ru,
  versus: { points: "Очки", none: "Общих игр пока нет." },
  milestones: { ...LANGUAGES.ru.milestones, mastered: { latest: "Недавно освоена" } },
};

test("English stands in for the texts that a translation lacks, and for no others", () => {
  const words = withEnglish(en, partial);
  expect(words.versus).toEqual({ ...en.versus, points: "Очки", none: "Общих игр пока нет." });
  expect(words.milestones.mastered).toEqual({
    nth: en.milestones.mastered.nth,
    latest: "Недавно освоена",
  });
  expect(words.points).toEqual(ru.points);
  expect(withEnglish(en, {})).toEqual(en);
});

test("plural forms are those of one language: all or none are translated", () => {
  const words = withEnglish(en, { points: { other: "#P" } });
  expect(words.points).toEqual({ other: "#P" });
  expect(isEnglish(words.games)).toBe(true);
  expect(isEnglish(words.points)).toBe(false);
});

test("missing words are named by their paths; plural forms are one text", () => {
  expect(missingWords(en, partial)).toEqual([
    "versus.both",
    "versus.ahead",
    "versus.even",
    "milestones.mastered.nth",
  ]);
  expect(missingWords(en, en)).toEqual([]);
  expect(missingWords(en, {})).toContain("counts.played");
});

test("a translation takes no word that English lacks", () => {
  // @ts-expect-error: `counts` has no such word
  const unknown: Translation = { counts: { lost: "Verloren" } };
  // @ts-expect-error: plural forms are no text
  const wrong: Translation = { points: "Punkte" };
  expect(LANGUAGES.de.counts).toEqual(de.counts);
  expect(LANGUAGES.de.counts).not.toHaveProperty("lost");
  expect([unknown, wrong]).toHaveLength(2);
});
