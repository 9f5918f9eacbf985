import { setTimeout as sleep } from "node:timers/promises";
import { ask } from "./support/ask";
import { expect, SOON_STALE, test } from "./support/fixtures";
import type { Site } from "./support/site";
import { playerKey, storedKeys, storedPlayer, withoutFilled } from "./support/stored";
import { expectPlayer, expectTrouble, showOnSurfaces } from "./support/surfaces";
import { aWirePlayer, type WirePlayer } from "./support/wire-player";

const progress = (user: string) => `/api/v1/users/${user}/completion-progress?count=1`;
const STALE_MS = 1100;
const POLL = { intervals: [100, 250] };

/** Where everything is stale after a second. */
let site: Site;

test.beforeAll(async ({ standIn, siteWith }) => {
  standIn.reset();
  site = await siteWith(SOON_STALE);
});

/** The number of games that a user's progress has. */
async function gamesOf(user: string, url = site.url): Promise<number | null> {
  const answer = await ask(url + progress(user));
  return answer.status === 200 ? answer.json<{ total: number }>().total : null;
}

/** Where the page of a user leads, or null if it is there. */
async function pageMovesTo(user: string, url = site.url): Promise<string | null> {
  const answer = await ask(`${url}/user/${user}`);
  if (answer.status === 308) return new URL(answer.headers.get("Location") ?? "", url).pathname;
  return answer.status === 200 ? null : String(answer.status);
}

const renamed = (player: WirePlayer, name: string, formerNames: string[]): WirePlayer => ({
  profile: { ...player.profile, User: name, UserPic: `/UserPic/${name}.png` },
  results: player.results,
  formerNames,
});

test("a player is stored once, under the ULID, whatever they were asked for by", {
  tag: "@check",
}, async ({ standIn, redis }) => {
  const player = aWirePlayer({ name: "OneEntry", games: 5 });
  const ulid = player.profile.ULID;
  standIn.setPlayer(player);
  const before = await storedKeys(redis);
  for (const user of ["oneentry", "OneEntry", ulid, ulid.toLowerCase(), "ONEENTRY"]) {
    expect(await gamesOf(user)).toBe(5);
  }
  const added = async () =>
    withoutFilled(await storedKeys(redis)).filter((key) => !before.includes(key));
  const history = `longplay:history:${ulid.toLowerCase()}`;
  const expected = [history, `${history}:day`, "longplay:name:oneentry", playerKey(player)];
  const withoutDates = async () => (await added()).map((key) => key.replace(/[\d-]{10}$/, "day"));
  await expect.poll(withoutDates).toEqual(expected.sort());
  const holds = String(await redis.command("GET", "longplay:name:oneentry"));
  expect(holds.toLowerCase()).toContain(ulid.toLowerCase());
});

test("after a rename the old name, the new one and the ULID are one entry, and the page moves", async ({
  standIn,
  redis,
  siteWith,
}) => {
  const player = aWirePlayer({ name: "BeforeRename", games: 7 });
  const ulid = player.profile.ULID;
  standIn.setPlayer(player);
  expect(await pageMovesTo("BeforeRename")).toBeNull();
  await expect.poll(() => storedPlayer(redis, player)).not.toBeNull();

  standIn.setPlayer(renamed(player, "AfterRename", ["BeforeRename"]));
  await sleep(STALE_MS);
  await expect.poll(() => pageMovesTo("BeforeRename"), POLL).toBe("/user/AfterRename");
  const cold = await siteWith();
  for (const url of [site.url, cold.url]) {
    expect(await pageMovesTo("beforerename", url)).toBe("/user/AfterRename");
    expect(await pageMovesTo("AfterRename", url)).toBeNull();
    for (const user of ["BeforeRename", "AfterRename", ulid]) {
      for (const shown of await showOnSurfaces(url, user)) {
        // Pages of another name than the player's move there; by ULID, all but the overview.
        const { name, failure } = shown.surface;
        const moves = user === "BeforeRename" || (user === ulid && name !== "overview");
        if (failure === "page" && moves) continue;
        expectPlayer(shown, { state: "any", name: "AfterRename", games: 7 }, user);
      }
    }
  }
  const entries = (await storedKeys(redis)).filter((key) => key.startsWith(playerKey(player)));
  expect(entries).toEqual([playerKey(player)]);
});

test("a new name that was never requested leads to the stored player", async ({
  standIn,
  redis,
}) => {
  const player = aWirePlayer({ name: "RenamedEarly", games: 4 });
  standIn.setPlayer(player);
  await gamesOf("RenamedEarly");
  await expect.poll(() => storedPlayer(redis, player)).not.toBeNull();
  standIn.setPlayer(renamed(player, "RenamedLate", []));
  expect(await gamesOf("RenamedLate")).toBe(4);
  expect(await pageMovesTo("RenamedLate")).toBeNull();
  const keys = (await storedKeys(redis)).filter((key) => key.startsWith("longplay:player:"));
  expect(keys.filter((key) => key === playerKey(player))).toHaveLength(1);
  expect(await gamesOf(player.profile.ULID)).toBe(4);
});

for (const first of ["the name", "the ULID"] as const) {
  test(`a name given to a new player shows the new player's games, asked for by ${first} first`, async ({
    standIn,
    redis,
    siteWith,
  }) => {
    const at = first === "the name" ? 1 : 2;
    const name = `Inherited${at}`;
    const old = aWirePlayer({ name, games: 6 });
    const heir = aWirePlayer({
      name,
      games: 9,
      seed: 2,
      profile: { ULID: aWirePlayer({ name: `Heir${at}` }).profile.ULID },
    });
    standIn.setPlayer(old);
    expect(await gamesOf(name)).toBe(6);
    await expect.poll(() => storedPlayer(redis, old)).not.toBeNull();

    standIn.removePlayer(name);
    standIn.setPlayer(renamed(old, `MovedOn${at}`, []));
    standIn.setPlayer(heir);
    await sleep(STALE_MS);
    if (first === "the ULID") {
      // A refresh of the old player, who has another name now.
      await expect.poll(() => pageMovesTo(`MovedOn${at}`), POLL).toBeNull();
      expect(await gamesOf(old.profile.ULID)).toBe(6);
    }
    await expect.poll(() => gamesOf(name), POLL).toBe(9);
    const cold = await siteWith();
    for (const url of [site.url, cold.url]) {
      expect(await gamesOf(name, url)).toBe(9);
      expect(await gamesOf(heir.profile.ULID, url)).toBe(9);
      expect(await gamesOf(old.profile.ULID, url)).toBe(6);
      expect(await gamesOf(`MovedOn${at}`, url)).toBe(6);
      expect(await pageMovesTo(name, url)).toBeNull();
      expect(await pageMovesTo(`MovedOn${at}`, url)).toBeNull();
    }
  });
}

const GONE = { status: 404, code: "player-not-found" };

/** Checks that a site shows a player nowhere: each surface as for a user who does not exist. */
async function expectNowhere(url: string, user: string) {
  for (const shown of await showOnSurfaces(url, user)) {
    const { surface, answer } = shown;
    expect.soft(answer.headers.get("Cache-Status"), surface.name).toContain("player-not-found");
    expect
      .soft(answer.text.includes("Join me on a longplay!"), `${surface.name} mentions the player`)
      .toBe(false);
    if (surface.failure === "card" || surface.failure === "badge") {
      expectTrouble(shown, { ...GONE, retryAfter: null });
    } else if (surface.failure === "drop-in") {
      // As RA answers an unknown user.
      expect.soft(answer.status).toBe(200);
      expect.soft(answer.json()).toEqual({ Count: 0, Total: 0, Results: [] });
    } else {
      expect.soft(answer.status, surface.name).toBe(404);
      expect.soft(answer.headers.get("Content-Type"), surface.name).toContain(surface.failureType);
    }
  }
}

test("a player banned by RA is shown nowhere", async ({ standIn, redis, siteWith }) => {
  const player = aWirePlayer({ name: "Banned", games: 5, profile: { Permissions: -1 } });
  standIn.setPlayer(player);
  await expectNowhere(site.url, "Banned");
  await expectNowhere(site.url, player.profile.ULID);
  await expectNowhere((await siteWith()).url, "Banned");
  expect(await storedPlayer(redis, player)).toBeNull();
});

test("a stored player banned by RA disappears with the next refresh", async ({
  standIn,
  redis,
  siteWith,
}) => {
  const player = aWirePlayer({ name: "BannedLater", games: 5 });
  standIn.setPlayer(player);
  expect(await gamesOf("BannedLater")).toBe(5);
  await expect.poll(() => storedPlayer(redis, player)).not.toBeNull();
  standIn.setPlayer(aWirePlayer({ name: "BannedLater", games: 5, profile: { Permissions: -1 } }));
  await sleep(STALE_MS);
  await expect
    .poll(async () => (await ask(site.url + progress("BannedLater"))).status, POLL)
    .toBe(404);
  await expectNowhere(site.url, "BannedLater");
  await expectNowhere(site.url, player.profile.ULID);
  await expectNowhere((await siteWith()).url, "BannedLater");
});
