import { expect, test } from "vitest";
import type { HistoryEvent } from "@/lib/history/events";
import { eventHint, eventSentence, gamesOf } from "./event-sentence";

/** A sentence with games as `<id>`. */
function say(event: HistoryEvent): string {
  return eventSentence(event)
    .map((part) => (typeof part === "string" ? part : `<${part.title ?? part.game}>`))
    .join("");
}

const award = (
  award: (HistoryEvent & { kind: "award" })["award"],
  raisedFrom: (HistoryEvent & { kind: "award" })["raisedFrom"] = null,
) => say({ kind: "award", id: 7, award, raisedFrom, at: null });

test("an award names what was done, and the award before where that adds something", () => {
  expect(award("mastered")).toBe("Mastered <7>");
  expect(award("mastered", "completed")).toBe("Mastered <7> (completed before)");
  expect(award("mastered", "beaten-hardcore")).toBe("Mastered <7>");
  expect(award("completed", "beaten-softcore")).toBe("Completed <7>");
  expect(award("beaten-hardcore")).toBe("Beat <7>");
  expect(award("beaten-hardcore", "beaten-softcore")).toBe("Beat <7> in hardcore too");
  expect(award("beaten-softcore")).toBe("Beat <7> (casual)");
});

test("achievements name their game or the number of games, and casual ones say so", () => {
  const won = (hardcore: number, casual: number, games: number) =>
    say({
      kind: "achievements",
      hardcore,
      casual,
      games: Array.from({ length: games }, (_, at) => ({ id: at + 1, hardcore: 1, casual: 0 })),
    });
  expect(won(1, 0, 1)).toBe("1 achievement in <1>");
  expect(won(12, 0, 3)).toBe("12 achievements in 3 games");
  expect(won(8, 4, 3)).toBe("12 achievements in 3 games (4 casual)");
  expect(won(0, 1, 1)).toBe("1 casual achievement in <1>");
  expect(won(0, 5, 2)).toBe("5 casual achievements in 2 games");
  expect(won(1234, 0, 1)).toBe("1,234 achievements in <1>");
});

test("a revision has both sizes, and what became of a mastery or completion", () => {
  const revised = { kind: "revised", id: 7, from: 45, to: 52, won: 45 / 52 } as const;
  expect(say({ ...revised, broken: null })).toBe("<7> set grew from 45 to 52");
  expect(say({ ...revised, broken: "mastered" })).toBe(
    "<7> set grew from 45 to 52: mastery now at 86%",
  );
  expect(say({ ...revised, broken: "completed" })).toMatch(/: completion now at 86%$/);
  expect(say({ ...revised, from: 2, to: 1, won: 1, broken: null })).toBe(
    "<7> set shrank from 2 to 1",
  );
});

test("a set that is complete again, retired, back or started names its game", () => {
  expect(say({ kind: "whole-again", id: 7, award: "mastered" })).toBe(
    "Restored the mastery of <7>",
  );
  expect(say({ kind: "whole-again", id: 7, award: "completed" })).toBe(
    "Restored the completion of <7>",
  );
  expect(say({ kind: "begun", id: 7 })).toBe("Started <7>");
  expect(say({ kind: "retired", id: 7 })).toBe("<7> set was retired");
  expect(say({ kind: "back", id: 7 })).toBe("<7> set is back");
});

test("a reset names what is gone, in singular or plural", () => {
  const reset = { kind: "reset", id: 7 } as const;
  expect(say({ ...reset, lost: 1, lostHardcore: 1, award: null })).toBe(
    "1 achievement in <7> was reset",
  );
  expect(say({ ...reset, lost: 12, lostHardcore: 0, award: "mastered" })).toBe(
    "12 achievements in <7> were reset, and the mastery is gone",
  );
  expect(say({ ...reset, lost: 1, lostHardcore: 1, award: "completed" })).toBe(
    "1 achievement in <7> was reset, and the completion is gone",
  );
  expect(say({ ...reset, lost: 0, lostHardcore: 1, award: null })).toBe(
    "1 achievement in <7> is casual now",
  );
  expect(say({ ...reset, lost: 0, lostHardcore: 3, award: "beaten-hardcore" })).toBe(
    "3 achievements in <7> are casual now, and the beaten award is gone",
  );
  expect(say({ ...reset, lost: 0, lostHardcore: 0, award: "beaten-softcore" })).toBe(
    "The casual beaten award of <7> is gone",
  );
});

test("a removed game has the title it had, and a rename both names", () => {
  expect(say({ kind: "gone", id: 7, title: "Old Game" })).toBe("<Old Game> is no longer listed");
  expect(say({ kind: "gone", id: 7, title: null })).toBe("<7> is no longer listed");
  expect(say({ kind: "renamed", from: "Ann", to: "Ann9" })).toBe("Changed name from Ann to Ann9");
});

test("the games of an event are those in its sentence", () => {
  const games = [
    { id: 3, hardcore: 2, casual: 0 },
    { id: 4, hardcore: 1, casual: 0 },
  ];
  expect(gamesOf({ kind: "achievements", hardcore: 3, casual: 0, games })).toEqual([3, 4]);
  expect(gamesOf({ kind: "begun", id: 7 })).toEqual([7]);
  expect(gamesOf({ kind: "renamed", from: "Ann", to: "Ann9" })).toEqual([]);
});

test("casual unlocks and retired sets are explained, and nothing else", () => {
  const award = { kind: "award", id: 7, raisedFrom: null, at: null } as const;
  const won = (casual: number): HistoryEvent => ({
    kind: "achievements",
    hardcore: 2,
    casual,
    games: [],
  });
  expect(eventHint({ kind: "retired", id: 7 })).toMatch(/^A retired set /);
  for (const casual of [
    { ...award, award: "beaten-softcore" },
    { ...award, award: "completed" },
    won(1),
  ] as const) {
    expect(eventHint(casual)).toMatch(/^Casual: /);
  }
  expect(eventHint({ ...award, award: "mastered" })).toBeUndefined();
  expect(eventHint(won(0))).toBeUndefined();
  expect(eventHint({ kind: "begun", id: 7 })).toBeUndefined();
});
