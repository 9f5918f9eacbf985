import { ask } from "./support/ask";
import { untilPlayerIsFilled } from "./support/filled-player";
import { expect, settings, test } from "./support/fixtures";
import { paced } from "./support/pace";
import type { Call } from "./support/ra-stand-in";
import { resetLimiter } from "./support/rate-limiter";
import { type Site, startSite } from "./support/site";
import { storedKeys, storedPlayer } from "./support/stored";
import { expectPlayer, type expectTrouble, SURFACES, showOnSurfaces } from "./support/surfaces";
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
  standIn.reset();
  await resetLimiter(redis);
  const PLAYERS = `chosenbyname, ${BY_ULID.profile.ULID}`;
  site = await startSite({ env: { ...settings(standIn, redis), PLAYERS } });
});
test.afterAll(() => site.stop());
test.beforeEach(({ standIn }) => {
  for (const player of [BY_NAME, BY_ULID, STRANGER]) standIn.setPlayer(player);
});

/** The users that RA was asked for. */
const asked = (calls: readonly Call[]) => calls.map(({ params }) => params.u?.toLowerCase() ?? "");
const CHOSEN = [BY_NAME, BY_ULID].flatMap(({ profile: { User, ULID } }) =>
  [User, ULID].map((user) => user.toLowerCase()),
);

test("a player who was not chosen is shown nowhere, and RA is asked for the chosen only", async ({
  standIn,
  redis,
}) => {
  const strangers = ["NotChosen", "notchosen", STRANGER.profile.ULID, "NobodyAtAll9"];
  for (const user of strangers) {
    for (const shown of await showOnSurfaces(site.url, user)) expectRefusal(shown);
  }
  for (const user of asked(standIn.calls())) expect(CHOSEN).toContain(user);
  // To know each of them by name and by ULID takes one load of each, whatever strangers ask.
  expect(standIn.calls().length).toBeLessThanOrEqual(4);
  const keys = (await storedKeys(redis)).join("\n");
  for (const user of strangers) expect(keys).not.toContain(user.toLowerCase());
  const page = await ask(`${site.url}/user/NotChosen`);
  expect(page.text).toMatch(/chosen/);
});

test("a stored player who was not chosen is not shown either", async ({
  standIn,
  redis,
  siteWith,
}) => {
  const open = await siteWith();
  expect((await ask(open.url + progress("NotChosen"))).status).toBe(200);
  await expect.poll(() => storedPlayer(redis, STRANGER)).not.toBeNull();
  standIn.resetCalls();
  for (const user of ["NotChosen", STRANGER.profile.ULID]) {
    for (const shown of await showOnSurfaces(site.url, user)) expectRefusal(shown);
  }
  for (const user of asked(standIn.calls())) expect(CHOSEN).toContain(user);
});

for (const { profile } of [BY_NAME, BY_ULID]) {
  test(`${profile.User} is shown by name and by ULID, in any case, at the cost of one load`, async ({
    standIn,
  }) => {
    const { User: name, ULID: ulid } = profile;
    // By the identifier that is not in PLAYERS: the site may have to resolve it first.
    const other = profile === BY_NAME.profile ? ulid : name;
    await expect.poll(async () => (await ask(site.url + progress(other))).status).toBe(200);
    // A page that is rendered while unlocks arrive is not cached.
    await untilPlayerIsFilled(site, name);
    standIn.resetCalls();
    for (const user of [name, ulid]) {
      // Of the pages, only the overview is shown under a ULID too.
      const surfaces = SURFACES.filter(
        (surface) => user === name || surface.name === "overview" || surface.failure !== "page",
      );
      for (const shown of await showOnSurfaces(site.url, user, { surfaces })) {
        expectPlayer(shown, { state: "hit", name, games: GAMES });
      }
    }
    for (const user of [name.toLowerCase(), name.toUpperCase(), ulid.toLowerCase()]) {
      expect((await ask(site.url + progress(user))).status).toBe(200);
    }
    expect(standIn.count("profile") + standIn.count("progress")).toBe(0);
  });
}

test("while RA hangs, a stranger is refused in time", async ({ standIn, startOwnSite }) => {
  const PLAYERS = aWirePlayer({ name: "ChosenUnreached" }).profile.ULID;
  const own = await startOwnSite({ PLAYERS });
  standIn.fail("hang");
  const { result, slowest } = await paced(own.url, showOnSurfaces(own.url, "NotChosen"));
  for (const shown of result) {
    expectRefusal(shown);
    const { surface, answer } = shown;
    expect.soft(answer.milliseconds, surface.name).toBeLessThan(2500 + 4 * slowest);
  }
});

/** Checks that an answer says that the player was not chosen. A card or a badge may say so for longer than a minute. */
function expectRefusal(shown: Parameters<typeof expectTrouble>[0]) {
  const { surface, answer } = shown;
  expect.soft(answer.headers.get("Content-Type"), surface.name).toContain(surface.failureType);
  if (surface.failure === "card" || surface.failure === "badge") {
    expect.soft(answer.status, surface.name).toBe(200);
    expect.soft(answer.headers.get("X-Longplay-Error"), surface.name).toBe(NOT_SERVED.code);
    return;
  }
  expect.soft(answer.status, surface.name).toBe(NOT_SERVED.status);
  if (surface.failure === "problem") {
    expect.soft(answer.json(), surface.name).toMatchObject({ status: 403, code: NOT_SERVED.code });
  }
  if (surface.failure === "drop-in") {
    const errors = [{ status: "403", code: NOT_SERVED.code }];
    expect.soft(answer.json(), surface.name).toMatchObject({ errors });
  }
}
