import { beforeEach, expect, test, vi } from "vitest";
import { aGame } from "@/lib/domain/test-games";
import { aState } from "@/lib/history/test-states";
import { createWaitingStates } from "./waiting-states";

const heard = vi.hoisted((): { type: string }[] => []);
vi.mock("@/lib/observe/observe", () => ({
  observe: (event: { type: string }) => heard.push(event),
}));
beforeEach(() => {
  heard.length = 0;
});

const none = new Map<number, string>();
const aSeen = (day: number, games = 1, titles: ReadonlyMap<number, string> = none) => ({
  state: aState(
    Array.from({ length: games }, () => aGame()),
    day,
  ),
  titles,
});

test("of a day the latest state waits, of days the oldest is the first", () => {
  const waiting = createWaitingStates();
  const [morning, evening, later] = [aSeen(0), aSeen(0.2), aSeen(1)];
  waiting.add("anna", later);
  waiting.add("anna", evening);
  waiting.add("anna", morning);
  expect(waiting.first("anna")?.state).toBe(evening.state);
  waiting.drop("anna", morning);
  expect(waiting.first("anna")?.state).toBe(evening.state);
  waiting.drop("anna", evening);
  expect(waiting.first("anna")?.state).toBe(later.state);
  expect(waiting.players()).toEqual(["anna"]);
  waiting.drop("anna", later);
  expect(waiting.first("anna")).toBeNull();
  expect(waiting.players()).toEqual([]);
});

test("titles of games that left outlive the state that told them", () => {
  const waiting = createWaitingStates();
  waiting.add("anna", aSeen(0, 1, new Map([[7, "Seven"]])));
  waiting.add("anna", aSeen(0.2, 1, new Map([[8, "Eight"]])));
  expect([...(waiting.first("anna")?.titles.keys() ?? [])]).toEqual([7, 8]);
});

test("when too many games wait, whoever waited longest is forgotten first, and it is told", () => {
  const waiting = createWaitingStates();
  const games = Array.from({ length: 60_000 }, () => aGame());
  for (const player of ["anna", "ben", "carl"]) {
    waiting.add(player, { state: aState(games), titles: none });
  }
  expect(waiting.players()).toEqual(["anna", "ben", "carl"]);
  waiting.add("dora", { state: aState(games), titles: none });
  expect(waiting.players()).toEqual(["ben", "carl", "dora"]);
  expect(heard).toEqual([{ type: "history", outcome: "forgotten", milliseconds: 0 }]);
});
