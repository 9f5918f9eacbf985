import { expect, test } from "vitest";
import type { Game } from "@/lib/domain/player";
import { aGame } from "@/lib/domain/test-games";
import type { DayRecord } from "@/lib/history/day-record";
import type { GameState } from "@/lib/history/state";
import { aDay, aState, at } from "@/lib/history/test-states";
import type { Totals } from "@/lib/history/totals";
import { dayEnvelope } from "./stored-day";
import { headEnvelope } from "./stored-head";

/** Numbers as in a large library, the same in every run. */
function numbers() {
  let seed = 7;
  return (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
}

function aLibrary(size: number): Game[] {
  const random = numbers();
  return Array.from({ length: size }, (_, index) => {
    const maxPossible = 6 + random(150);
    const numAwarded = random(maxPossible + 1);
    const mostRecentAwardedAt = at(-random(3600)) - random(86_400);
    return aGame({
      id: 1 + index * 20 + random(20),
      maxPossible,
      numAwarded,
      numAwardedHardcore: random(numAwarded + 1),
      mostRecentAwardedAt,
      highestAwardKind: random(2) ? "mastered" : null,
      highestAwardAt: random(2) ? mostRecentAwardedAt - random(5_000_000) : null,
    });
  });
}

const odd = [
  aGame({ maxPossible: 0, numAwarded: 0, numAwardedHardcore: 0, highestAwardKind: "completed" }),
  aGame({ maxPossible: 5, numAwarded: 9, numAwardedHardcore: 10, mostRecentAwardedAt: null }),
  aGame({ highestAwardKind: "beaten-softcore", highestAwardAt: 5, mostRecentAwardedAt: null }),
];

test("a day with every kind of change is read as it was written", () => {
  const [first = aGame(), second = aGame(), third = aGame()] = odd;
  const gone = aGame();
  const record = aDay(
    [first, second, third, gone],
    [
      { ...first, maxPossible: 8, numAwarded: 3, highestAwardKind: "mastered", highestAwardAt: 9 },
      { ...second, mostRecentAwardedAt: at(0.5), numAwardedHardcore: 1 },
      { ...third, highestAwardKind: null, highestAwardAt: null },
      aGame({ mostRecentAwardedAt: at(0.7) }),
    ],
    { name: "Ann9", points: 1, retroPoints: 99_999_999 },
  );
  const games = record.games.map((change) => ({
    ...change,
    title: change.id === gone.id ? "~Hack~ Étoile" : null,
  }));
  for (const isClosed of [true, false]) {
    const day = {
      record: { ...record, games, startsAnew: isClosed },
      isClosed,
      isLate: !isClosed,
    };
    expect(dayEnvelope.open(dayEnvelope.seal(day))).toEqual({ state: "read", value: day });
  }
});

test("a head is read as it was written", () => {
  const head = {
    startedAt: 1_795_000_000_123,
    restartedOn: "2026-11-19",
    days: ["2024-02-28", "2024-02-29", "2024-03-01", "2026-11-18", "2026-11-20"],
    openDay: "2026-11-23",
    base: aState([...odd, ...aLibrary(20)]),
  };
  expect(headEnvelope.open(headEnvelope.seal(head))).toEqual({ state: "read", value: head });
  const empty = { ...head, days: [], base: aState([]) };
  expect(headEnvelope.open(headEnvelope.seal(empty))).toEqual({ state: "read", value: empty });
});

test("a changed game takes at most 60 bytes, on days of all kinds", () => {
  const before = aLibrary(1300);
  const now = { mostRecentAwardedAt: at(0.9) };
  const days: Record<string, Game[]> = {
    played: before.map((game) => ({ ...game, ...now, numAwarded: game.numAwarded + 3 })),
    mastered: before.map((game) => ({
      ...game,
      ...now,
      numAwarded: game.maxPossible,
      numAwardedHardcore: game.maxPossible,
      highestAwardKind: "mastered",
      highestAwardAt: at(0.9),
    })),
    revised: before.map((game) => ({ ...game, maxPossible: game.maxPossible + 7 })),
    retired: before.map((game) => ({
      ...game,
      maxPossible: 0,
      numAwarded: 0,
      numAwardedHardcore: 0,
    })),
    begun: [
      ...before,
      ...aLibrary(300).map((game) => ({ ...game, ...now, id: game.id + 900_000 })),
    ],
    gone: [],
  };
  const quiet = dayEnvelope.seal({
    record: aDay(before, before),
    isClosed: true,
    isLate: false,
  }).length;
  expect(quiet).toBeLessThanOrEqual(120);
  for (const [kind, after] of Object.entries(days)) {
    const record = aDay(before, after);
    const size = dayEnvelope.seal({ record, isClosed: true, isLate: false }).length - quiet;
    expect(size / record.games.length, kind).toBeLessThanOrEqual(60);
  }
});

test("a head takes at most 20 bytes a game", () => {
  const base = aState(aLibrary(1300));
  const days = Array.from({ length: 3650 }, (_, day) =>
    new Date(Date.UTC(2027, 0, 1 + day)).toISOString().slice(0, 10),
  );
  const head = { startedAt: 1, restartedOn: "2027-01-01", days, openDay: "2037-01-01", base };
  expect(headEnvelope.seal(head).length / 1300).toBeLessThanOrEqual(20);
});

test("a damaged value is never read as another, and differs from one of a later format", () => {
  const text = dayEnvelope.seal({ record: aDay([], [aGame()]), isClosed: false, isLate: false });
  const { length } = text.replace(/=+$/, "");
  for (let place = 0; place < length; place++) {
    const damaged =
      text.slice(0, place) + (text[place] === "A" ? "B" : "A") + text.slice(place + 1);
    const opened = dayEnvelope.open(damaged);
    // The last letter of base64 has bits that mean nothing.
    if (opened.state === "read") expect(opened).toEqual(dayEnvelope.open(text));
    expect(dayEnvelope.open(text.slice(0, place)).state).toBe("damaged");
  }
  expect(dayEnvelope.open(text.replace("lphd1:", "lphd2:")).state).toBe("foreign");
  expect(headEnvelope.open(text.replace("lphd1:", "lphh1:")).state).toBe("damaged");
});

// Bytes that servers have written: they are read for ever, and written in the same way.
const pinnedGame = (id: number, given: Partial<GameState> = {}): GameState => ({
  id,
  maxPossible: 10,
  numAwarded: 5,
  numAwardedHardcore: 4,
  mostRecentAwardedAt: 1_795_000_000,
  highestAwardKind: null,
  highestAwardAt: null,
  ...given,
});
const pinnedTotals = (points: number): Totals => ({
  points,
  casualPoints: 2,
  retroPoints: 300,
  achievements: 40,
  casualAchievements: 5,
  played: 6,
  unfinished: 3,
  beatenCasual: 1,
  beaten: 2,
  completed: 1,
  mastered: 7,
});
const mastered: Partial<GameState> = { highestAwardKind: "mastered", highestAwardAt: 5 };
const pinnedRecord: DayRecord = {
  day: "2026-11-21",
  since: 1_795_165_200_123,
  checkedAt: 1_795_248_000_456,
  startsAnew: true,
  games: [
    {
      id: 7,
      before: pinnedGame(7),
      after: pinnedGame(7, {
        maxPossible: 12,
        numAwarded: 12,
        numAwardedHardcore: 11,
        mostRecentAwardedAt: 1_795_240_000,
        highestAwardKind: "completed",
        highestAwardAt: 1_795_240_001,
      }),
      title: null,
    },
    {
      id: 9,
      before: pinnedGame(9, mastered),
      after: pinnedGame(9, { numAwarded: 0, numAwardedHardcore: 0, mostRecentAwardedAt: null }),
      title: null,
    },
    {
      id: 300,
      before: null,
      after: pinnedGame(300, {
        highestAwardKind: "beaten-hardcore",
        highestAwardAt: 1_794_000_000,
      }),
      title: null,
    },
    {
      id: 20_000,
      before: pinnedGame(20_000, {
        maxPossible: 0,
        highestAwardKind: "beaten-softcore",
        highestAwardAt: 1_700_000_000,
      }),
      after: null,
      title: "~Hack~ Étoile",
    },
  ],
  renamed: { from: "Ann9", to: "Anna" },
  before: pinnedTotals(100),
  totals: pinnedTotals(90),
};

test.each([
  [
    "closed and late, on which the history restarted and the player was renamed",
    { record: pinnedRecord, isClosed: true, isLate: true },
    "lphd1:0Cdbm5D4D6qiAfu9vMGfNJq7+04EQW5uOQRBbm5hyAEE2ARQCgwGAgQCDhMAAAAAAAAAAAAABA7/AQoKAqCVFAAABA4OgH0C/nwE+wEKCgKglRQB9prsrw0JBwAAAMYEAgoKAoCjHgOAiXroswIBAAkCoJUUBIDXzFoOfkhhY2t+IMOJdG9pbGU=",
  ],
  [
    "open and ordinary",
    {
      record: { ...pinnedRecord, startsAnew: false, renamed: null },
      isClosed: false,
      isLate: false,
    },
    "lphd1:j7uoZrDZAKqiAfu9vMGfNJq7+07IAQTYBFAKDAYCBAIOEwAAAAAAAAAAAAAEDv8BCgoCoJUUAAAEDg6AfQL+fAT7AQoKAqCVFAH2muyvDQkHAAAAxgQCCgoCgKMeA4CJeuizAgEACQKglRQEgNfMWg5+SGFja34gw4l0b2lsZQ==",
  ],
])("version 1 of a day keeps its bytes: %s", (_title, day, text) => {
  expect(dayEnvelope.open(text)).toEqual({ state: "read", value: day });
  expect(dayEnvelope.seal(day)).toBe(text);
});

test("version 1 of a head keeps its bytes", () => {
  const head = {
    startedAt: 1_794_900_000_123,
    restartedOn: "2026-11-19",
    days: ["2024-02-29", "2024-03-01", "2026-11-19"],
    openDay: "2026-11-21",
    base: {
      name: "Ann9",
      checkedAt: 1_795_165_200_123,
      totals: pinnedTotals(100),
      games: [
        pinnedGame(7),
        pinnedGame(9, mastered),
        pinnedGame(300, { mostRecentAwardedAt: null }),
      ],
    },
  };
  const text =
    "lphh1:kRLA/3O6+/qBw540qKIBqqIBAsaaAQHhBwAEQW5uOfu9vMGfNMgBBNgEUAoMBgIEAg4DDgoKAqCVFAAABAoKAqCVFAH2muyvDcYECgoCAAAA";
  expect(headEnvelope.open(text)).toEqual({ state: "read", value: head });
  expect(headEnvelope.seal(head)).toBe(text);
});
