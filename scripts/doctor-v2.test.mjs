import { tmpdir } from "node:os";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { KEY, standIn } from "@/e2e/support/unit-stand-in";
import { aWirePlayer } from "@/e2e/support/wire-player";

beforeEach(() => {
  vi.resetModules();
  vi.stubEnv("RA_WEB_API_KEY", KEY);
  vi.stubEnv("RA_API_BASE_URL", standIn.url);
  vi.stubEnv("RA_MEDIA_BASE_URL", standIn.mediaUrl);
  vi.stubEnv("DATA_DIR", tmpdir());
  standIn.setPlayer(aWirePlayer({ name: "Doctored", games: 3 }));
});
afterEach(() => {
  vi.unstubAllEnvs();
});

/** What the doctor says about RetroAchievements, and then about API v2, if that is a note of its own. */
async function findingsOf(v2Url = standIn.v2Url) {
  vi.stubEnv("RA_API_V2_BASE_URL", v2Url);
  const { examine } = await import("./doctor-checks.ts");
  const findings = [];
  for await (const finding of examine(process.env, "Doctored")) findings.push(finding);
  expect(JSON.stringify(findings)).not.toContain(KEY);
  return findings.filter(({ about }) => about === "RetroAchievements" || about === "API v2");
}

const requests = () =>
  [...standIn.calls(), ...standIn.fillingCalls()].filter(({ endpoint }) => endpoint !== "media");

test("a key that opens API v2 is fine, in three requests in all", async () => {
  const text = expect.stringContaining("API v2 is on");
  expect(await findingsOf()).toMatchObject([{ state: "ok", text }]);
  expect(requests()).toHaveLength(3);
});

test("a site that does not ask it is fine too, in two", async () => {
  const text = expect.stringContaining("API v2 is off");
  expect(await findingsOf("off")).toMatchObject([{ state: "ok", text }]);
  expect(requests()).toHaveLength(2);
});

test.each([
  ["missing-scope", /refuses this key/],
  ["bad-request", /cannot be read/],
  ["not-found", /cannot be read/],
  ["html", /does not answer/],
  ["unavailable", /does not answer/],
])("after %s there is a note, and no problem", async (mode, says) => {
  standIn.fail(mode, { endpoint: "player-games" });
  const [about, note] = await findingsOf();
  expect(about).toMatchObject({ state: "ok" });
  expect(note).toMatchObject({ state: "note", text: expect.stringMatching(says) });
  expect(note.fix).toBeTruthy();
});

test("where RetroAchievements refuses the key altogether, nothing is said about API v2", async () => {
  standIn.fail("revoked");
  expect(await findingsOf()).toMatchObject([{ state: "problem" }]);
  expect(standIn.count("player-games")).toBe(0);
});
