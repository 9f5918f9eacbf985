import { expect, test, vi } from "vitest";
import {
  aCache,
  aServer,
  later,
  rows,
  shareOneStore,
  site,
  ulid,
} from "@/e2e/support/unit-servers";
import { standIn } from "@/e2e/support/unit-stand-in";
import { aWirePlayer } from "@/e2e/support/wire-player";

shareOneStore();

/** A store written by a server whose clock was some seconds ahead. */
async function storedAhead(seconds: number): Promise<void> {
  later(seconds);
  await aServer().get("MaxMilyin");
  later(-seconds);
}

const TWO_DAYS = 2 * 86_400;

test("a player stored by a clock two days ahead is stale, and the next answer of RA replaces it", async () => {
  await storedAhead(TWO_DAYS);
  rows(4);
  standIn.resetCalls();
  const instance = aServer();
  const stale = await instance.get("MaxMilyin");
  expect(stale.state).toBe("stale");
  expect(stale.player.games).toHaveLength(3);
  expect(standIn.calls()).toHaveLength(0);
  await stale.refresh?.();
  const fresh = await instance.get("MaxMilyin");
  expect([fresh.state, fresh.player.games.length]).toEqual(["hit", 4]);
  expect(fresh.player.checkedAt).toBeLessThanOrEqual(Date.now());
  const elsewhere = await aServer().get("MaxMilyin");
  expect([elsewhere.state, elsewhere.player.games.length]).toEqual(["hit", 4]);
});

test("a process whose clock was set back replaces what it has in memory", async () => {
  later(TWO_DAYS);
  const instance = aServer();
  await instance.get("MaxMilyin");
  rows(4);
  later(-TWO_DAYS);
  const stale = await instance.get("MaxMilyin");
  expect(stale.state).toBe("stale");
  await stale.refresh?.();
  expect(await instance.get("MaxMilyin")).toMatchObject({ state: "hit" });
});

test("a page version dated ahead is made from the stored data", async () => {
  await storedAhead(TWO_DAYS);
  const cache = aCache();
  const { player, refresh } = await cache.get("MaxMilyin");
  await refresh?.();
  expect((await cache.getSince(ulid(), player.checkedAt)).player.checkedAt).toBeLessThanOrEqual(
    Date.now(),
  );
});

test("not found, by a clock that was ahead, is not trusted", async () => {
  later(TWO_DAYS);
  await expect(aServer().get("Newcomer")).rejects.toMatchObject({ code: "player-not-found" });
  await vi.waitFor(async () =>
    expect(await site.store.get("longplay:unknown:newcomer")).not.toBeNull(),
  );
  later(-TWO_DAYS);
  standIn.setPlayer(aWirePlayer({ name: "Newcomer", games: 2 }));
  expect((await aServer().get("Newcomer")).player.games).toHaveLength(2);
  standIn.removePlayer("Newcomer");
});

test("a player that RA hides is not found, even if stored by a clock that was ahead", async () => {
  await storedAhead(TWO_DAYS);
  standIn.removePlayer("MaxMilyin");
  const instance = aServer();
  const stale = await instance.get("MaxMilyin");
  expect(stale.state).toBe("stale");
  await stale.refresh?.();
  await expect(instance.get("MaxMilyin")).rejects.toMatchObject({ code: "player-not-found" });
});

test("a name that changed hands is not trusted if its time is ahead", async () => {
  const other = aWirePlayer({ name: "Somebody", games: 1 });
  await site.store.set(
    "longplay:name:maxmilyin",
    `${other.profile.ULID.toLowerCase()} ${Date.now() + TWO_DAYS * 1000}`,
    3600,
  );
  standIn.setPlayer(other);
  await aServer().get("Somebody");
  expect((await aServer().get("MaxMilyin")).player.profile.name).toBe("MaxMilyin");
  standIn.removePlayer("Somebody");
});
