import fc from "fast-check";
import { expect, test } from "vitest";
import { createArchive } from "@/lib/archive/archive";
import { mergeImported } from "@/lib/archive/imported";
import { dayKey, headKey } from "@/lib/archive/keys";
import { dayEnvelope } from "@/lib/archive/stored-day";
import { headEnvelope } from "@/lib/archive/stored-head";
import { aGame, aPlayer } from "@/lib/domain/test-games";
import { stateAfter } from "@/lib/history/day-record";
import { stateOf } from "@/lib/history/state";
import { createEmbeddedStore } from "@/lib/kv/embedded";
import { exportLines, importLines } from "./history-lines.ts";

const START = Date.UTC(2026, 10, 20, 1);
const HOUR = 3_600_000;
const GAMES = 3;
const ULID = aPlayer([]).profile.ulid.toLowerCase();

/** A snapshot some hours after the start, of a player who wins an achievement an hour. @param {number} hour */
function playerAt(hour) {
  const games = Array.from({ length: GAMES }, (_, id) => {
    const won = Math.floor((hour + id) / GAMES) + 1;
    return aGame({
      id: id + 1,
      maxPossible: 9999,
      numAwarded: won,
      numAwardedHardcore: won,
      mostRecentAwardedAt: START / 1000 + won,
    });
  });
  return { ...aPlayer(games, { points: hour }), checkedAt: START + hour * HOUR };
}

function aSite() {
  const store = createEmbeddedStore();
  return { store, archive: createArchive(store) };
}

/** @typedef {ReturnType<typeof aSite>} Site */

/** @param {Site} from @param {Site} to */
async function importFrom(from, to) {
  const { refused } = await importLines(
    to.store,
    exportLines(from.store, () => undefined),
    mergeImported,
  );
  expect(refused).toBe(0);
}

/** @template Value @param {import("../lib/domain/stored-format.ts").Opened<Value>} opened */
function read(opened) {
  if (opened.state !== "read") throw new Error(`It is ${opened.state}.`);
  return opened.value;
}

/** The head of a site's history, and the records of its days. @param {Site} site */
async function historyOf({ store }) {
  const text = await store.get(headKey(ULID));
  if (text === null) return null;
  const head = read(headEnvelope.open(text));
  const days = [...head.days, head.openDay];
  const texts = await store.getMany(days.map((day) => dayKey(ULID, day)));
  const records = texts.map((each) => read(dayEnvelope.open(each ?? "")).record);
  return { head, records };
}

/** The achievements won on all days together. @param {import("../lib/history/day-record.ts").DayRecord[]} records */
function wonIn(records) {
  let sum = 0;
  for (const { games } of records) {
    for (const { before, after } of games)
      sum += (after?.numAwarded ?? 0) - (before?.numAwarded ?? 0);
  }
  return sum;
}

/** No change is doubled, and none since the last start is missing. @param {Site} site */
async function check(site) {
  const history = await historyOf(site);
  if (!history) return;
  const { head, records } = history;
  for (const [at, { day, since, checkedAt, games }] of records.entries()) {
    const last = records[at - 1];
    if (last) expect(since, day).toBeGreaterThanOrEqual(last.checkedAt);
    if (last && day > head.restartedOn) expect(since, day).toBe(last.checkedAt);
    if (day > head.restartedOn) {
      expect(wonIn([{ games }]), day).toBe((checkedAt - since) / HOUR);
    }
  }
  const span = (records.at(-1)?.checkedAt ?? 0) - (records[0]?.since ?? 0);
  expect(wonIn(records)).toBeLessThanOrEqual(span / HOUR);
}

test("a history that is moved in the middle of a day, while the new site has begun one, is merged whole", async () => {
  for (const [moved, goesOn] of /** @type {const} */ ([
    [50, 53],
    [50, 80],
    [50, 130],
  ])) {
    const [before, after] = [aSite(), aSite()];
    for (const hour of [0, 20, 45, 49]) await before.archive.keep(playerAt(hour), null);
    // The same snapshot is the last of one site and the first of the other.
    for (const hour of [49, moved, 52]) await after.archive.keep(playerAt(hour), null);
    if (goesOn === 130) await after.archive.keep(playerAt(goesOn - 30), null);
    await importFrom(before, after);
    await check(after);
    await after.archive.keep(playerAt(goesOn), null);
    await check(after);
    expect(wonIn((await historyOf(after))?.records ?? [])).toBe(goesOn);
    // A second import reverts nothing.
    const text = await after.store.get(headKey(ULID));
    await importFrom(before, after);
    expect(await after.store.get(headKey(ULID))).toBe(text);
    expect(wonIn((await historyOf(after))?.records ?? [])).toBe(goesOn);
  }
});

const move = fc.record({
  kind: fc.constantFrom("see", "see", "see", "import", "restart"),
  site: fc.nat(1),
  hours: fc.nat(30),
});

test("two sites see a player and import each other's history at any time: no change is doubled", async () => {
  const play = fc.asyncProperty(fc.array(move, { maxLength: 40, size: "max" }), async (moves) => {
    const sites = [aSite(), aSite()];
    let hour = 0;
    for (const { kind, site: at, hours } of moves) {
      const [site, other] = [sites[at] ?? aSite(), sites[1 - at] ?? aSite()];
      if (kind === "see") {
        hour += hours;
        await site.archive.keep(playerAt(hour), null);
      } else if (kind === "import") await importFrom(other, site);
      else site.archive = createArchive(site.store);
      await check(site);
    }
    for (const site of sites) {
      await site.archive.keep(playerAt(hour + 1), null);
      await check(site);
      const { head, records } = (await historyOf(site)) ?? {};
      const record = records?.at(-1);
      if (!head || !record) throw new Error("There is no history.");
      expect(stateAfter(head.base, record).games).toEqual(stateOf(playerAt(hour + 1)).games);
    }
  });
  await fc.assert(play, { seed: 20_261_124, numRuns: 100 });
});
