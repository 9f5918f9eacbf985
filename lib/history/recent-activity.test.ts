import { expect, test } from "vitest";
import { aGame } from "@/lib/domain/test-games";
import { recentActivity } from "./recent-activity";
import { aDay } from "./test-states";

test("the newest days with events come first, without uneventful days", () => {
  const game = aGame();
  const days = [
    aDay([game], [{ ...game, maxPossible: 12 }]),
    aDay([game], [{ ...game, maxPossible: 13 }], { points: 12_355 }),
    aDay([game], [game]),
    aDay([game], [{ ...game, maxPossible: 0 }]),
  ].map((record, index) => ({ ...record, day: `2026-11-0${index + 1}` }));
  const found = recentActivity({ days }, 2);
  expect(found.map(({ day }) => day)).toEqual(["2026-11-04", "2026-11-02"]);
  expect(found[1]).toMatchObject({
    events: [{ kind: "revised", to: 13 }],
    points: { hardcore: 10, casual: 0, retro: 0 },
  });
  expect(recentActivity({ days: [] }, 2)).toEqual([]);
});
