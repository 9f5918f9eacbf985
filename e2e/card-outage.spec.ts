import { expect, SOON_STALE, test } from "./support/fixtures";
import { paced } from "./support/pace";
import { aWirePlayer } from "./support/wire-player";

/** What a card's reader waits at most: image proxies give up soon after. */
const CARD_MS = 2500;

for (const [failure, code] of [
  ["unavailable", "unavailable"],
  ["hang", "too-late"],
  ["html", "invalid-response"],
  ["cut", "unavailable"],
  ["rate-limited", "rate-limited"],
] as const) {
  test(`while RetroAchievements fails (${failure}), a card answers within 2.5 seconds`, async ({
    request,
    site,
    standIn,
  }) => {
    const name = `Failing${failure.replace("-", "")}`;
    standIn.setPlayer(aWirePlayer({ name, games: 5 }));
    standIn.fail(failure);
    const url = `/user/${name}/cards/summary.svg`;
    const { result: response, milliseconds, slowest } = await paced(site.url, request.get(url));
    expect(milliseconds).toBeLessThan(CARD_MS + 4 * slowest);
    expect(response.status()).toBe(200);
    expect(response.headers()["x-longplay-error"]).toBe(code);
  });

  test(`while the media host fails (${failure}), a card has drawn images and is kept briefly`, async ({
    request,
    site,
    standIn,
  }) => {
    const name = `NoPic${failure.replace("-", "")}`;
    standIn.setPlayer(aWirePlayer({ name, games: 5, seed: failure.length }));
    standIn.fail(failure, { endpoint: "media" });
    const url = `/user/${name}/cards/summary.svg`;
    const { result: response, milliseconds, slowest } = await paced(site.url, request.get(url));
    expect(milliseconds).toBeLessThan(CARD_MS + 4 * slowest);
    expect(response.headers()["cache-control"]).toBe("public, max-age=60, s-maxage=60");
    expect(response.headers()["cdn-cache-control"]).toBe("max-age=60");
    expect(await response.text()).not.toContain("<image");
  });
}

test("a card carries its date when newer data could not be had, and not before", async ({
  request,
  standIn,
  siteWith,
}) => {
  const site = await siteWith(SOON_STALE);
  standIn.setPlayer(aWirePlayer({ name: "Dated", games: 5 }));
  const url = `${site.url}/user/Dated/cards/signature.svg`;
  const card = async () => (await request.get(url)).text();
  await expect.poll(card).toContain("<image");
  const fresh = await card();
  standIn.fail("unavailable");
  let firstStale = "";
  await expect
    .poll(async () => {
      const answer = await request.get(url);
      firstStale = await answer.text();
      return answer.headers()["cache-status"];
    })
    .toContain("detail=stale");
  // It was answered before the refresh.
  expect(firstStale).toBe(fresh);
  await expect.poll(card).not.toBe(fresh);
});
