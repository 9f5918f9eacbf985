import { beforeEach, expect, test } from "vitest";
import { dayKey, headKey } from "@/lib/archive/keys";
import { dayEnvelope } from "@/lib/archive/stored-day";
import { headEnvelope } from "@/lib/archive/stored-head";
import { aPlayer } from "@/lib/domain/test-games";
import { recordOf } from "@/lib/history/day-record";
import { aState } from "@/lib/history/test-states";
import { createEmbeddedStore } from "@/lib/kv/embedded";
import type { Store } from "@/lib/kv/store";
import { findUlid, forgetPlayer } from "./forget-player";
import { nameLinkKey } from "./removal-keys";
import { encodePlayer } from "./stored-player";

const FIRST = "01hzy3".padEnd(26, "0");
const SECOND = "01hzy4".padEnd(26, "0");
const DAY = "2026-11-21";

let store: Store;
beforeEach(() => {
  // With all in one place, as Redis has it.
  store = { ...createEmbeddedStore(), name: "vercel-kv" };
});

/** Stores a history that began with a name, and a rename on its newest day. */
async function keepHistory(ulid: string, name: string, renamedTo = name, to = store) {
  const base = aState([], 0, { name });
  const head = {
    startedAt: 1,
    restartedOn: "2026-11-20",
    days: ["2026-11-20"],
    openDay: DAY,
    base,
  };
  await to.set(headKey(ulid), headEnvelope.seal(head), null);
  const latest = aState([], 1, { name: renamedTo });
  const record = recordOf(base, latest, { day: DAY, startsAnew: false });
  await to.set(
    dayKey(ulid, DAY),
    dayEnvelope.seal({ record, isClosed: false, isLate: false }),
    null,
  );
}

test("a name is found where only one player has it, in any case and in any store", async () => {
  await keepHistory(FIRST, "Ann");
  await keepHistory(SECOND, "Bert");
  const other = createEmbeddedStore();
  for (const stores of [[store], [other, store]]) {
    expect(await findUlid(stores, "aNN")).toBe(FIRST);
  }
  expect(await findUlid([store], "Cara")).toBeNull();
  await other.set("longplay:name:cara", `${SECOND} 1`, 60);
  expect(await findUlid([other], "Cara")).toBe(SECOND);
});

test("a renamed player is found by the new name, and no longer by the old one", async () => {
  await keepHistory(FIRST, "Ann", "Annie");
  expect(await findUlid([store], "Ann")).toBeNull();
  await store.set(
    `longplay:player:${SECOND}`,
    await encodePlayer({ player: aPlayer([], { name: "Berta", ulid: SECOND }), readWholeAt: 1 }),
    60,
  );
  await store.set("longplay:name:bert", `${SECOND} 1`, 60);
  expect(await findUlid([store], "Bert")).toBeNull();
});

test("a name that two players have had finds neither", async () => {
  await keepHistory(FIRST, "Ann");
  await store.set("longplay:name:ann", `${SECOND} 1`, 60);
  expect(await findUlid([store], "Ann")).toBeNull();

  const other = createEmbeddedStore();
  await keepHistory(FIRST, "Bert", "Bert", other);
  await keepHistory(SECOND, "Bert", "Bert", store);
  expect(await findUlid([store, other], "Bert")).toBeNull();
});

test("the player who has a removed player's old name is not marked as removed", async () => {
  await keepHistory(FIRST, "Ann");
  await store.set("longplay:name:ann", `${SECOND} 1`, 60);
  await store.set("longplay:name:annie", `${FIRST} 1`, 60);
  await forgetPlayer(store, FIRST, ["ann"]);
  expect(await store.get(nameLinkKey("Ann"))).toBeNull();
  expect(await store.get("longplay:name:ann")).toBe(`${SECOND} 1`);
  expect(await store.get(nameLinkKey("Annie"))).not.toBeNull();
  expect(await store.get(headKey(FIRST))).toBeNull();
});
