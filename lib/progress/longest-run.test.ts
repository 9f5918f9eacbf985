import { expect, test } from "vitest";
import { longestRun } from "./longest-run";

/** A place a letter; an x holds. */
const runOf = (places: string) => longestRun([...places].map((place) => place === "x"));

test.each([
  ["", null],
  ["---", null],
  ["x", { at: 0, length: 1 }],
  ["x-xx-", { at: 2, length: 2 }],
  ["-xxx", { at: 1, length: 3 }],
  ["xx-xx", { at: 3, length: 2 }],
  ["xxx-xx", { at: 0, length: 3 }],
])("of %s it is %o", (places, run) => expect(runOf(places)).toEqual(run));
