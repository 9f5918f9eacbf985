import { expect, test } from "vitest";
import { parseTitle } from "./title";

test.each([
  ["Plain", { name: "Plain", tags: [], subset: null }],
  ["~Hack~ Moth", { name: "Moth", tags: ["Hack"], subset: null }],
  ["~Hack~ ~Demo~ Moth", { name: "Moth", tags: ["Hack", "Demo"], subset: null }],
  ["Moth [Subset - Bonus]", { name: "Moth", tags: [], subset: "Bonus" }],
  ["~Homebrew~ Moth [Subset - No Hit]", { name: "Moth", tags: ["Homebrew"], subset: "No Hit" }],
  ["Puyo~n [Beta]", { name: "Puyo~n [Beta]", tags: [], subset: null }],
])("%s", (title, parsed) => expect(parseTitle(title)).toEqual(parsed));
