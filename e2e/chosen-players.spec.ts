import { ask } from "./support/ask";
import { expect, settings, test } from "./support/fixtures";
import { type Site, startSite } from "./support/site";
import { storedKeys, storedPlayer } from "./support/stored";
import { askSurfaces, expectPlayer, type expectTrouble } from "./support/surfaces";
import { resetGate } from "./support/upstream-gate";
import { aWirePlayer } from "./support/wire-player";

const GAMES = 6;
const BY_NAME = aWirePlayer({ name: "ChosenByName", games: GAMES });
const BY_ULID = aWirePlayer({ name: "ChosenByUlid", games: GAMES });
const STRANGER = aWirePlayer({ name: "NotChosen", games: GAMES });

const progress = (user: string) => `/api/v1/users/${user}/completion-progress?count=1`;
const NOT_SERVED = { status: 403, code: "player-not-served", retryAfter: null };

/** Its owner has chosen two players, one by name and one by ULID. */
let site: Site;

test.beforeAll(async ({ standIn, redis }) => {
  await resetGate(redis);
  const PLAYERS = `chosenbyname, ${BY_ULID.profile.ULID}`;
  site = await startSite({ env: { ...settings(standIn, redis), PLAYERS } });
});
test.afterAll(() => site.stop());
test.beforeEach(({ standIn }) => {
  for (const player of [BY_NAME, BY_ULID, STRANGER]) standIn.setPlayer(player);
});

test("a player who was not chosen is shown nowhere, at no cost", async ({ standIn, redis }) => {
  const before = await storedKeys(redis);
  for (const user of ["NotChosen", "notchosen", STRANGER.profile.ULID, "NobodyAtAll9"]) {
    for (const shown of await askSurfaces(site.url, user)) {
      expectRefusal(shown);
    }
  }
  expect(standIn.calls()).toHaveLength(0);
  expect(await storedKeys(redis)).toEqual(before);
  const page = await ask(`${site.url}/user/NotChosen`);
  expect(page.text).toMatch(/chosen/);
});

test("a stored player who was not chosen is not shown either", async ({
  standIn,
  redis,
  startOwnSite,
}) => {
  const open = await startOwnSite();
  expect((await ask(open.url + progress("NotChosen"))).status).toBe(200);
  await expect.poll(() => storedPlayer(redis, STRANGER)).not.toBeNull();
  standIn.resetCalls();
  for (const user of ["NotChosen", STRANGER.profile.ULID]) {
    for (const shown of await askSurfaces(site.url, user)) expectRefusal(shown);
  }
  expect(standIn.calls()).toHaveLength(0);
});

for (const [player, chosen, other] of [
  [BY_NAME, BY_NAME.profile.User, BY_NAME.profile.ULID],
  [BY_ULID, BY_ULID.profile.ULID, BY_ULID.profile.User],
] as const) {
  test(`${player.profile.User} is shown by what was chosen in any case, and by the other once known`, async ({
    standIn,
    redis,
  }) => {
    const { User: name } = player.profile;
    // Who that is could only be known by asking RA, for anyone who tries.
    for (const shown of await askSurfaces(site.url, other)) expectRefusal(shown);
    expect(standIn.calls()).toHaveLength(0);

    expect((await ask(site.url + progress(chosen.toLowerCase()))).status).toBe(200);
    expect((await ask(site.url + progress(chosen.toUpperCase()))).status).toBe(200);
    for (const shown of await askSurfaces(site.url, chosen)) {
      expectPlayer(shown, { state: "hit", name, games: GAMES });
    }
    await expect.poll(() => storedPlayer(redis, player)).not.toBeNull();
    standIn.resetCalls();
    for (const shown of await askSurfaces(site.url, other)) {
      expectPlayer(shown, { state: "hit", name, games: GAMES });
    }
    expect(standIn.count("profile") + standIn.count("progress")).toBe(0);
  });
}

/** Checks that an answer says that the player was not chosen. A card may say so for longer than a minute. */
function expectRefusal(shown: Parameters<typeof expectTrouble>[0]) {
  const { surface, answer } = shown;
  expect.soft(answer.headers.get("Content-Type"), surface.name).toContain(surface.troubleType);
  if (surface.trouble === "card") {
    expect.soft(answer.status, surface.name).toBe(200);
    expect.soft(answer.headers.get("X-Longplay-Error"), surface.name).toBe(NOT_SERVED.code);
    return;
  }
  expect.soft(answer.status, surface.name).toBe(NOT_SERVED.status);
  if (surface.trouble === "problem") {
    expect.soft(answer.json(), surface.name).toMatchObject({ status: 403, code: NOT_SERVED.code });
  }
  if (surface.trouble === "drop-in") {
    const errors = [{ status: 403, code: NOT_SERVED.code }];
    expect.soft(answer.json(), surface.name).toMatchObject({ errors });
  }
}
