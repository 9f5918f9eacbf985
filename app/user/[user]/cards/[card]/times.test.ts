import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { KEY, standIn } from "@/e2e/support/unit-stand-in";
import { aWirePlayer } from "@/e2e/support/wire-player";
import { readCard, wordsOf } from "@/lib/cards/test-reader";

/** Work behind responses, which the test lets run when it likes. */
const behind: (() => unknown)[] = [];
vi.mock("next/server", async (original) => ({
  ...(await original<typeof import("next/server")>()),
  after: (work: Promise<unknown> | (() => unknown)) => {
    if (typeof work === "function") behind.push(work);
  },
}));

let GET: typeof import("./route").GET;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "longplay-times-"));
  vi.stubEnv("RA_WEB_API_KEY", KEY);
  vi.stubEnv("RA_API_BASE_URL", standIn.url);
  vi.stubEnv("RA_API_V2_BASE_URL", standIn.v2Url);
  vi.stubEnv("DATA_DIR", folder);
  ({ GET } = await import("./route"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function fetchCard(user: string, card: string) {
  const response = await GET(new Request(`https://longplay.example/user/${user}/cards/${card}`), {
    params: Promise.resolve({ user, card: card.replace(/\?.*/, "") }),
  });
  const words = wordsOf(readCard(await response.text()));
  return { words, error: response.headers.get("X-Longplay-Error"), headers: response.headers };
}

/** The card once it is drawn: on a busy machine a player may come late. */
const drawn = (user: string, card: string) =>
  vi.waitUntil(
    async () => {
      const found = await fetchCard(user, card);
      return found.error === null && found;
    },
    { timeout: 20_000 },
  );

test("until times are read, a card of them says to wait, and others are drawn without", async () => {
  const player = aWirePlayer({ name: "TimeReader", games: 30 });
  standIn.setPlayer(player);
  const id = player.results[0]?.GameID;
  const before = await drawn("TimeReader", `game-${id}.svg`);
  for (const card of [
    "rarest.svg",
    "time.svg",
    "summary.svg?show=hours",
    "shelf.svg?games=rarest",
  ]) {
    const { words, error, headers } = await fetchCard("TimeReader", card);
    expect([error, words[0]], card).toEqual(["times-unavailable", "One moment"]);
    expect(headers.get("Cache-Control"), card).toContain("max-age=60");
  }
  expect((await fetchCard("TimeReader", "shelf.svg")).error).toBeNull();
  expect(standIn.count("player-games")).toBe(0);
  const tag = (await drawn("TimeReader", "recent.svg")).headers.get("ETag");

  await Promise.all(behind.splice(0).map((work) => work()));
  const { words } = await drawn("TimeReader", "time.svg");
  expect(words.join("|")).toMatch(/TimeReader: Time played\|\d+ games\|[\d,]+ hours\|/);
  const after = await drawn("TimeReader", `game-${id}.svg`);
  expect(after.words).not.toEqual(before.words);
  expect(after.headers.get("ETag")).not.toBe(before.headers.get("ETag"));
  // It shows no times.
  expect((await drawn("TimeReader", "recent.svg")).headers.get("ETag")).toBe(tag);
});

test("where API v2 is not there, cards of times say that nothing is known", async () => {
  standIn.setPlayer(aWirePlayer({ name: "PointsOnly", games: 10 }));
  standIn.setPlayer({ ...aWirePlayer({ name: "PointsOnly", games: 10 }), isUnknownToV2: true });
  await drawn("PointsOnly", "summary.svg");
  await Promise.all(behind.splice(0).map((work) => work()));
  expect((await drawn("PointsOnly", "time.svg")).words).toContain("Not known.");
});

test("a rank is on the summary on request; without it the card is drawn, and briefly cached", async () => {
  standIn.setPlayer(aWirePlayer({ name: "RankReader", games: 5 }));
  await vi.waitUntil(
    async () => {
      const { words } = await drawn("RankReader", "summary.svg?show=rank");
      return words.includes("#1,234 of 95,000");
    },
    { timeout: 20_000 },
  );
  expect((await drawn("RankReader", "summary.svg")).words.join()).not.toContain("#");
  standIn.setPlayer(aWirePlayer({ name: "Unanswered", games: 5 }));
  standIn.fail("unavailable", { endpoint: "player-rank" });
  const { words, headers } = await drawn("Unanswered", "summary.svg?show=rank");
  expect(words.join()).not.toContain("#");
  expect(headers.get("Cache-Control")).toContain("max-age=60");
});
