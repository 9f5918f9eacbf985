import { beforeEach, expect, test, vi } from "vitest";
import { aGame } from "@/lib/domain/test-games";
import { aState } from "@/lib/history/test-states";
import { createPendingSnapshots } from "./pending-snapshots";

const events = vi.hoisted((): { type: string }[] => []);
vi.mock("@/lib/observe/observe", () => ({
  observe: (event: { type: string }) => events.push(event),
}));
beforeEach(() => {
  events.length = 0;
});

const none = new Map<number, string>();
const aSeen = (day: number, games = 1, titles: ReadonlyMap<number, string> = none) => ({
  snapshot: aState(
    Array.from({ length: games }, () => aGame()),
    day,
  ),
  titles,
});

test("the latest snapshot of a day is pending, and the oldest day is first", () => {
  const pending = createPendingSnapshots();
  const [morning, evening, later] = [aSeen(0), aSeen(0.2), aSeen(1)];
  pending.add("anna", later);
  pending.add("anna", evening);
  pending.add("anna", morning);
  expect(pending.first("anna")?.snapshot).toBe(evening.snapshot);
  pending.drop("anna", morning);
  expect(pending.first("anna")?.snapshot).toBe(evening.snapshot);
  pending.drop("anna", evening);
  expect(pending.first("anna")?.snapshot).toBe(later.snapshot);
  expect(pending.players()).toEqual(["anna"]);
  pending.drop("anna", later);
  expect(pending.first("anna")).toBeNull();
  expect(pending.players()).toEqual([]);
});

test("titles of removed games stay when another snapshot replaces theirs", () => {
  const pending = createPendingSnapshots();
  pending.add("anna", aSeen(0, 1, new Map([[7, "Seven"]])));
  pending.add("anna", aSeen(0.2, 1, new Map([[8, "Eight"]])));
  expect([...(pending.first("anna")?.titles.keys() ?? [])]).toEqual([7, 8]);
});

test("when too many games are pending, the player that waited longest is dropped first, with an event", () => {
  const pending = createPendingSnapshots();
  const games = Array.from({ length: 60_000 }, () => aGame());
  for (const player of ["anna", "ben", "carl"]) {
    pending.add(player, { snapshot: aState(games), titles: none });
  }
  expect(pending.players()).toEqual(["anna", "ben", "carl"]);
  pending.add("dora", { snapshot: aState(games), titles: none });
  expect(pending.players()).toEqual(["ben", "carl", "dora"]);
  expect(events).toEqual([{ type: "history", outcome: "forgotten", milliseconds: 0 }]);
});
