import { buildAuthorization, getUserCompletionProgress } from "@retroachievements/api";
import { expect, test } from "./support/fixtures";
import { SECRET_KEY } from "./support/secret-key.mjs";
import { aWirePlayer } from "./support/wire-player";

const OFFICIAL = "https://retroachievements.org/API";
const realFetch = globalThis.fetch;

/** Runs the official package with its requests sent to another base than RA's. */
async function pointedAt<Result>(base: string, ask: () => Promise<Result>): Promise<Result> {
  globalThis.fetch = (input, init) => realFetch(String(input).replace(OFFICIAL, base), init);
  try {
    return await ask();
  } finally {
    globalThis.fetch = realFetch;
  }
}

test("the official package gets from this site what it gets from RetroAchievements", {
  tag: "@check",
}, async ({ standIn, site, request }) => {
  standIn.setPlayer(aWirePlayer({ name: "Official", games: 1313 }));
  const withKey = buildAuthorization({ username: "Someone", webApiKey: SECRET_KEY });
  const withoutKey = buildAuthorization({ username: "Someone", webApiKey: "none" });
  for (const count of [1, 100, 500]) {
    for (const offset of [0, 1, 499, 1000, 1312, 2000]) {
      const payload = { username: "Official", count, offset };
      const theirs = await pointedAt(standIn.url, () =>
        getUserCompletionProgress(withKey, payload),
      );
      const ours = await pointedAt(`${site.url}/API`, () =>
        getUserCompletionProgress(withoutKey, payload),
      );
      expect(ours).toEqual(theirs);
      const json = await request.get(
        `/api/v1/users/Official/completion-progress?count=${count}&offset=${offset}`,
      );
      expect(await json.json()).toEqual(theirs);
    }
  }
});

test("the official Kotlin client gets the same: it POSTs, with all in the query and no body", async ({
  standIn,
  site,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "KotlinUser", games: 40 }));
  // Retrofit's order of parameters, then what the client's interceptor adds; OkHttp's headers.
  const path = (key: string) =>
    `/API_GetUserCompletionProgress.php?u=KotlinUser&c=25&o=10&z=Someone&y=${key}`;
  const init = {
    method: "POST",
    headers: { "Content-Length": "0", "User-Agent": "okhttp/4.9.2", "Accept-Encoding": "gzip" },
    body: "",
  };
  const theirs = await realFetch(standIn.url + path(SECRET_KEY), init);
  const ours = await realFetch(`${site.url}/API${path("none")}`, init);
  expect(ours.status).toBe(200);
  expect(ours.headers.get("Cache-Control")).toBe("no-store");
  const answer = await ours.json();
  expect(answer).toEqual(await theirs.json());
  expect(answer).toMatchObject({ Count: 25, Total: 40 });
});
