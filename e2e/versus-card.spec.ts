import { expect, SOON_STALE, test } from "./support/fixtures";
import { paced } from "./support/pace";
import { aWirePlayer } from "./support/wire-player";

/** What a card's reader waits at most: image proxies give up soon after. */
const CARD_MS = 2500;

test("a card of two players says who of them is missing, and that two are not one", {
  tag: "@check",
}, async ({ request, standIn }) => {
  standIn.setPlayer(aWirePlayer({ name: "Foremost", games: 40 }));
  standIn.setPlayer(aWirePlayer({ name: "Behind", games: 30 }));
  const ask = async (path: string) => {
    const response = await request.get(path);
    expect(response.status(), path).toBe(200);
    const [, title, text] =
      /<title>(.*)<\/title><desc>(.*)<\/desc>/.exec(await response.text()) ?? [];
    return { title, text, headers: response.headers() };
  };
  const both = await ask("/user/Foremost/cards/versus-BEHIND.svg");
  expect(both.title).toBe("Foremost");
  expect(both.text).toMatch(/^Foremost \(.*\) – Behind \(.*\d games? in common/);
  expect(both.headers["x-longplay-error"]).toBeUndefined();
  expect(both.headers["cdn-cache-control"]).toContain("max-age=");

  const embedded = await request.get("/api/oembed?url=/user/Foremost/cards/versus-Behind.svg");
  expect(await embedded.json()).toMatchObject({ type: "photo", width: 495, height: 208 });

  const unknown = await ask("/user/Foremost/cards/versus-Nobody7.svg");
  expect(unknown.text).toBe("RetroAchievements has no player called Nobody7.");
  expect(unknown.headers["x-longplay-error"]).toBe("player-not-found");
  expect(unknown.headers["cache-control"]).toBe("public, max-age=60, s-maxage=60");
  const unknownFirst = await ask("/user/Nobody7/cards/versus-Foremost.svg");
  expect(unknownFirst.text).toBe(unknown.text);

  standIn.setPlayer(aWirePlayer({ name: "Unasked", games: 5 }));
  const callsBefore = standIn.calls().length;
  const impossible = await ask("/user/no-name/cards/versus-Unasked.svg");
  expect(impossible.headers["x-longplay-error"]).toBe("invalid-user");
  expect(standIn.calls()).toHaveLength(callsBefore);

  const twice = await ask("/user/foremost/cards/versus-FOREMOST.svg");
  expect(twice.title).toBe("Same player twice");
  expect(twice.headers["x-longplay-error"]).toBe("same-player");
});

test("a card of two players waits for the slower of them only, and names who is too late", async ({
  request,
  site,
  standIn,
}) => {
  for (const name of ["Prompt", "Tardy"]) standIn.setPlayer(aWirePlayer({ name, games: 5 }));
  standIn.fail("hang", { user: "Tardy" });
  const url = "/user/Prompt/cards/versus-Tardy.svg";
  const { result: response, milliseconds, slowest } = await paced(site.url, request.get(url));
  expect(milliseconds).toBeLessThan(CARD_MS + 4 * slowest);
  expect(response.headers()["x-longplay-error"]).toBe("too-late");
  expect(await response.text()).toContain("<title>Tardy: One moment</title>");
});

test("a card of two players is as old as what is known of the older", async ({
  request,
  standIn,
  siteWith,
}) => {
  const site = await siteWith(SOON_STALE);
  for (const name of ["Older", "Newer"]) standIn.setPlayer(aWirePlayer({ name, games: 5 }));
  const heightOf = (svg: string) => Number(/ height="(\d+)"/.exec(svg)?.[1]);
  const card = async () => request.get(`${site.url}/user/Newer/cards/versus-Older.svg`);
  const plain = heightOf(await (await card()).text());
  standIn.fail("unavailable", { user: "Older" });
  await expect.poll(async () => heightOf(await (await card()).text())).toBe(plain + 24);
  expect((await card()).headers()["cache-status"]).toContain("detail=stale");
});
