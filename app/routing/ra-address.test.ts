import { expect, test } from "vitest";
import { searchOfRa } from "./ra-address";

const searchOf = (search: string) => searchOfRa(new URLSearchParams(search));

test.each([
  [
    "filter[system]=7&filter[status]=eq-mastered&sort=-pct_won&page[number]=2",
    "?status=eq-mastered&system=7&sort=-pct_won&page=2",
  ],
  ["filter%5Bstatus%5D=any-beaten", "?status=any-beaten"],
  ["filter[status]=null&sort=pct_won", "?sort=pct_won"],
  ["filter[system]=0&filter[status]=null", ""],
  ["filter[status]=nonsense", "?status=nonsense"],
  // Ours, where 0 is a value.
  ["filter[system]=0&sort=-rarity&subsets=0", "?sort=-rarity&subsets=0"],
])("RA's %s is our %s", (ofRa, ours) => {
  expect(searchOf(ofRa)).toBe(ours);
});

test.each(["", "status=eq-mastered", "filter=7", "sort=pct_won"])(
  "%j has nothing of RA's own",
  (search) => {
    expect(searchOf(search)).toBeNull();
  },
);
