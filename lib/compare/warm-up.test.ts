import { expect, test } from "vitest";
import type { Game } from "@/lib/domain/player";
import { aGame } from "@/lib/domain/test-games";
import { sortCompared } from "./compare-sort";
import { COMPARE_SORTS } from "./compare-sorts";
import { joinLibraries } from "./join-libraries";
import { warmUpCompared } from "./warm-up";

test("the first search and sorts use what the warm-up computed in small steps", () => {
  let reads = 0;
  const games: Game[] = Array.from({ length: 1200 }, (_, at) => {
    const read = () => {
      reads++;
      return `Game ${at}`;
    };
    return Object.defineProperty(aGame(), "title", { get: read });
  });
  const joined = joinLibraries([games, []]);
  let most = 0;
  let steps = 0;
  for (const _ of warmUpCompared(joined)) {
    most = Math.max(most, reads);
    reads = 0;
    steps++;
  }
  expect(most).toBe(1000);
  expect(steps).toBe(3 + COMPARE_SORTS.length);
  reads = 0;
  for (const { value } of COMPARE_SORTS) sortCompared(joined, value);
  expect(reads).toBe(0);
});
