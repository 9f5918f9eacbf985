import { expect, test } from "vitest";
import { isSubset } from "@/lib/domain/subset-title";
import { parseTitle } from "./title";

test.each([
  ["Plain", { name: "Plain", tags: [], subset: null }],
  ["~Hack~ Moth", { name: "Moth", tags: ["Hack"], subset: null }],
  ["~Hack~ ~Demo~ Moth", { name: "Moth", tags: ["Hack", "Demo"], subset: null }],
  ["Moth [Subset - Bonus]", { name: "Moth", tags: [], subset: "Bonus" }],
  ["~Homebrew~ Moth [Subset - No Hit]", { name: "Moth", tags: ["Homebrew"], subset: "No Hit" }],
  ["Tin   Moth  [Subset - Bonus] ", { name: "Tin Moth", tags: [], subset: "Bonus" }],
  ["Puyo~n [Beta]", { name: "Puyo~n [Beta]", tags: [], subset: null }],
])("%s", (title, parsed) => expect(parseTitle(title)).toEqual(parsed));

test("a subset is recognized by its mark in the title alone", () => {
  const titles = ["Moth [Subset - Bonus]", "Moth", "Moth [Subset - ", "Moth [Subset of Bonus]"];
  expect(titles.map(isSubset)).toEqual([true, false, false, false]);
});
