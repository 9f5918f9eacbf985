import { expect, test } from "./support/fixtures";
import { aWirePlayer } from "./support/wire-player";

test("a badge for shields.io", { tag: "@check" }, async ({ request, standIn }) => {
  standIn.setPlayer(aWirePlayer({ name: "Badged", games: 20 }));
  const badge = await (await request.get("/user/Badged/badge.json?show=points")).json();
  expect(badge).toEqual({ schemaVersion: 1, label: "points", message: "399,597", color: "d99b12" });
  expect(await (await request.get("/user/Badged/badge.json")).json()).toMatchObject({
    label: "mastered",
    message: expect.stringMatching(/^\d+$/),
  });
  const odd = await request.get("/user/Badged/badge.json?show=shiny&locale=nowhere");
  expect(odd.status()).toBe(200);
  expect(await odd.json()).toMatchObject({ label: "mastered" });
  const german = await request.get("/user/Badged/badge.json?show=points&locale=de");
  expect(await german.json()).toMatchObject({ label: "Punkte", message: "399.597" });
});

test("a badge without a figure says why, and is asked for again soon", async ({
  request,
  standIn,
  startOwnSite,
}) => {
  const badge = "badge.json?show=mastered";
  standIn.setPlayer(aWirePlayer({ name: "Badgeless", games: 20 }));
  const chosen = await startOwnSite({ PLAYERS: "Somebody", CLIENT_REQUESTS_PER_MINUTE: "1" });
  standIn.fail("unavailable", { user: "BadgeAway" });
  for (const [path, message, code] of [
    [`/user/NobodyAtAll8/${badge}`, "Player not found", "player-not-found"],
    [`/user/NobodyAtAll8/${badge}&locale=de`, "Unbekannter Name", "player-not-found"],
    [`/user/a!/${badge}`, "Player not found", "invalid-user"],
    [`/user/Badgeless/${badge}&status=shiny`, "invalid status", "invalid-parameters"],
    [`/user/BadgeAway/${badge}`, "RetroAchievements is not answering", "unavailable"],
    [`${chosen.url}/user/Badgeless/${badge}`, "Not shown here", "player-not-served"],
  ] as const) {
    const answer = await request.get(path);
    expect(answer.status(), path).toBe(200);
    expect(await answer.json(), path).toEqual({
      ...{ schemaVersion: 1, label: "Longplay", message, color: "red", isError: true },
    });
    expect(answer.headers()["x-longplay-error"], path).toBe(code);
    expect(answer.headers()["cache-control"], path).toBe("public, max-age=60, s-maxage=60");
    expect(answer.headers().etag, path).toBeUndefined();
  }
});
