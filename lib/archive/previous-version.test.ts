import { expect, test } from "vitest";
import type { Player } from "@/lib/domain/player";
import { aGame, aPlayer } from "@/lib/domain/test-games";
import { createEmbeddedStore } from "@/lib/kv/embedded";
import { createArchive } from "./archive";
import { dayKey, headKey } from "./keys";

// Servers before 2026-11-30 wrote one key at a time, and one may write to the same store while servers are replaced.
// The values here are bytes that such a server wrote: whole, and after it died in the middle of a day's turn or of
// another step. "Whole" is also what this version has to write, as the old servers read it.

const at = (text: string) => Date.parse(`2026-11-${text}`);

/** Anna with this many achievements of her first game. */
function snapshot(time: string, won: number): Player {
  const games = [won, 5].map((numAwarded, index) =>
    aGame({
      id: index + 1,
      numAwarded,
      numAwardedHardcore: numAwarded,
      mostRecentAwardedAt: 1_795_000_000 + numAwarded * 60,
    }),
  );
  const profile = { points: 100, casualPoints: 20, retroPoints: 300 };
  return { ...aPlayer(games, profile), checkedAt: at(time) };
}

const MORNING_20 = snapshot("20T08:00Z", 1);
const EVENING_20 = snapshot("20T20:00Z", 2);
const MORNING_21 = snapshot("21T08:00Z", 3);
const MORNING_22 = snapshot("22T08:00Z", 6);

const BASE_20 =
  "lphh1:ZbX3kmtsgODgv580qaIBqaIBAARBbm5hgODgv580yAEo2AQMAAQEAAAAAAICChIAiNwTAAACCgoAqNgTAAA=";
const BASE_21 =
  "lphh1:a3EmnD+PgODgv580qaIBqqIBAamiAQAEQW5uYYC8rdSfNMgBKNgEDgAEBAAAAAACAgoQAJD+GAAAAgoKAKj7GAAA";
const BASE_22 =
  "lphh1:IBs2jQT5gODgv580qaIBq6IBAamiAQAEQW5uYYC8rdSfNMgBKNgEDgAEBAAAAAACAgoQAJD+GAAAAgoKAKj7GAAA";
const BASE_22_LISTS_21 =
  "lphh1:keppzUragODgv580qaIBq6IBAamiAQEEQW5uYYC8rdSfNMgBKNgEDgAEBAAAAAACAgoQAJD+GAAAAgoKAKj7GAAA";
const RESTARTED_21 =
  "lphh1:xqS0TrUQgPiCsp80qqIBqqIBAamiAQAEQW5uYYCY+uifNMgBKNgEEAAEBAAAAAACAgoOAJigHgAAAgoKAKieHgAA";
const EMPTY_20 = "lphd1:vUAun/1IAqmiAYDg4L+fNADIASjYBAwABAQAAAAAAAAAAAAAAAAAAAAA";
const CLOSED_20 =
  "lphd1:hZXx+PaMA6miAYDg4L+fNIC4mSnIASjYBAwABAQAAAAAAAAAAgAAAAAAAAABAjsKEgCI3BMAAAICkP4Y";
const OPEN_21 =
  "lphd1:QMnA3YFDAKqiAYC8rdSfNIC4mSnIASjYBA4ABAQAAAAAAAAAAgAAAAAAAAABAjsKEACQ/hgAAAICmKAe";
const LATE_21 =
  "lphd1:LuKg7DU8CaqiAYC8rdSfNIC4mSnIASjYBA4ABAQAAAAAAAAAAgAAAAAAAAABAjsKEACQ/hgAAAICmKAe";
const RESTART_21 = "lphd1:fkaVjYTbAqqiAYCY+uifNADIASjYBBAABAQAAAAAAAAAAAAAAAAAAAAA";
const OPEN_22 =
  "lphd1:S8rCF3zYAKuiAYC8rdSfNICozHvIASjYBA4ABAQAAAAAAAAACAAAAAAAAAABAjsKEACQ/hgAAAgIsOMo";

type Stored = Partial<Record<"head" | "20" | "21" | "22", string>>;

const ULID = MORNING_20.profile.ulid.toLowerCase();
const keyOf = (name: string) => (name === "head" ? headKey(ULID) : dayKey(ULID, `2026-11-${name}`));

async function aStoreWith(stored: Stored) {
  const store = createEmbeddedStore();
  for (const [name, value] of Object.entries(stored)) await store.set(keyOf(name), value, null);
  return store;
}

/** All values, by day. */
async function valuesOf(store: Awaited<ReturnType<typeof aStoreWith>>): Promise<Stored> {
  const names = ["head", "20", "21", "22"];
  const values = await store.getMany(names.map(keyOf));
  return Object.fromEntries(
    names.flatMap((name, index) => (values[index] ? [[name, values[index]]] : [])),
  );
}

/** By day, the achievements of the first game before and after; without it, it did not change. */
async function readDays(store: Awaited<ReturnType<typeof aStoreWith>>) {
  const history = await createArchive(store).read(ULID, "2026-01-01", "2026-12-31");
  return history?.days.map(({ day, games: [game] }) => [
    day.slice(-2),
    ...(game ? [game.before?.numAwarded, game.after?.numAwarded] : []),
  ]);
}

const CASES: [title: string, left: Stored, read: unknown, next: Player, whole: Stored][] = [
  [
    "a first head without a record",
    { head: BASE_20 },
    [],
    MORNING_20,
    { head: BASE_20, "20": EMPTY_20 },
  ],
  [
    "a closed day under a head that has it open",
    { head: BASE_20, "20": CLOSED_20 },
    [["20", 1, 2]],
    MORNING_21,
    { head: BASE_21, "20": CLOSED_20, "21": OPEN_21 },
  ],
  [
    "an open day without a record",
    { head: BASE_21, "20": CLOSED_20 },
    [["20", 1, 2]],
    MORNING_21,
    { head: BASE_21, "20": CLOSED_20, "21": OPEN_21 },
  ],
  [
    "a late day that the head does not list",
    { head: BASE_22, "20": CLOSED_20, "21": LATE_21, "22": OPEN_22 },
    [
      ["20", 1, 2],
      ["22", 2, 6],
    ],
    MORNING_21,
    { head: BASE_22_LISTS_21, "20": CLOSED_20, "21": LATE_21, "22": OPEN_22 },
  ],
  [
    "a late day that the head does not list, when an earlier snapshot of that day follows",
    { head: BASE_22, "20": CLOSED_20, "21": LATE_21, "22": OPEN_22 },
    [
      ["20", 1, 2],
      ["22", 2, 6],
    ],
    snapshot("21T02:00Z", 2),
    { head: BASE_22_LISTS_21, "20": CLOSED_20, "21": LATE_21, "22": OPEN_22 },
  ],
  [
    "a last day that was closed for a restart",
    { head: "lphh1:damaged", "20": CLOSED_20 },
    undefined,
    MORNING_21,
    { head: RESTARTED_21, "20": CLOSED_20, "21": RESTART_21 },
  ],
];

test.each(CASES)("%s is read, and finished with the next snapshot", async (...given) => {
  const [, left, read, next, whole] = given;
  const store = await aStoreWith(left);
  expect(await readDays(store)).toEqual(read);
  await createArchive(store).keep(next, null);
  expect(await valuesOf(store)).toEqual(whole);
});

test("a closed day under an old head takes no later snapshot of that day", async () => {
  const left = { head: BASE_20, "20": CLOSED_20 };
  const store = await aStoreWith(left);
  await createArchive(store).keep(snapshot("20T22:00Z", 9), null);
  expect(await valuesOf(store)).toEqual(left);
});

test("a listed late day is where the next day begins", async () => {
  const whole = { head: BASE_22_LISTS_21, "20": CLOSED_20, "21": LATE_21, "22": OPEN_22 };
  expect(await readDays(await aStoreWith(whole))).toEqual([
    ["20", 1, 2],
    ["21", 2, 3],
    ["22", 3, 6],
  ]);
});

test.each<[title: string, steps: Player[][], whole: Stored]>([
  ["a start", [[MORNING_20]], { head: BASE_20, "20": EMPTY_20 }],
  [
    "a day's turn",
    [[MORNING_20, EVENING_20, MORNING_21]],
    { head: BASE_21, "20": CLOSED_20, "21": OPEN_21 },
  ],
  [
    "a late day",
    [[MORNING_20, EVENING_20, MORNING_22], [MORNING_21]],
    { head: BASE_22_LISTS_21, "20": CLOSED_20, "21": LATE_21, "22": OPEN_22 },
  ],
])("%s is written in the bytes of the version before", async (_title, processes, whole) => {
  const store = createEmbeddedStore();
  for (const snapshots of processes) {
    const archive = createArchive(store);
    for (const player of snapshots) await archive.keep(player, null);
  }
  expect(await valuesOf(store)).toEqual(whole);
});
