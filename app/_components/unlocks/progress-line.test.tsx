import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { UnlockProgress } from "@/lib/players/unlocks/load-unlocks";
import { ProgressLine } from "./progress-line";

const wordsOf = (
  since: number | null,
  progress: Omit<UnlockProgress, "years"> | null,
  isComplete = false,
) =>
  renderToStaticMarkup(
    <ProgressLine
      shown={{ since, isComplete }}
      progress={progress && { ...progress, years: [] }}
    />,
  ).replaceAll(/<[^>]*>/g, "");

test("it says how far the page's unlocks go while older ones are loading", () => {
  expect(wordsOf(2019, null)).toBe("Unlocks since 2019; older ones are loading.");
  expect(wordsOf(2019, { state: "filling", since: 2019 })).toBe(
    "Unlocks since 2019; older ones are loading.",
  );
  expect(wordsOf(null, { state: "filling", since: null })).toBe("Unlocks are loading.");
});

test("it offers what came since", () => {
  expect(wordsOf(2019, { state: "filling", since: 2017 })).toBe(
    "Unlocks since 2017 are loaded. Show them",
  );
  expect(wordsOf(2019, { state: "complete", since: 2016 })).toBe(
    "All unlocks are loaded. Show them",
  );
  expect(wordsOf(null, { state: "filling", since: 2026 })).toBe(
    "Unlocks since 2026 are loaded. Show them",
  );
});

test("it is not there where all are shown, none is read, or the player has none", () => {
  expect(wordsOf(2016, null, true)).toBe("");
  expect(wordsOf(null, null)).toBe("");
  expect(wordsOf(null, { state: "none", since: null })).toBe("");
  expect(wordsOf(null, { state: "complete", since: null })).toBe("");
});
