import { decode } from "fast-png";
import { beforeAll, expect, test, vi } from "vitest";
import { marksOf, readCard, wordsOf } from "@/lib/cards/test-reader";
import { DEMO_USERS } from "@/lib/retroachievements/demo";

// Work behind a response belongs to a request of a server, which a unit test lacks.
vi.mock("next/server", async (original) => ({
  ...(await original<typeof import("next/server")>()),
  after: (work: Promise<unknown> | (() => unknown)) => {
    if (typeof work === "function") void work();
  },
}));

const SITE = "https://longplay.example";
let GET: typeof import("./route").GET;

beforeAll(async () => {
  vi.stubEnv("SITE_URL", SITE);
  ({ GET } = await import("./route"));
});

/** A card with all its images: on a busy machine the first answer may lack some, or be a message. */
async function fetchCard(user: string, card: string): Promise<Response> {
  return vi.waitUntil(
    async () => {
      const response = await GET(new Request(`${SITE}/user/${user}/cards/${card}`), {
        params: Promise.resolve({ user, card: card.replace(/\?.*/, "") }),
      });
      const isWhole = !response.headers.get("Cache-Control")?.includes("max-age=60, ");
      return response.headers.has("X-Longplay-Error") || !isWhole ? null : response;
    },
    { timeout: 20_000 },
  );
}

test.each(DEMO_USERS)("the stories of %s name the address of the player's page", async (user) => {
  for (const card of ["story.svg", "story-2026.svg"]) {
    const response = await fetchCard(user, card);
    expect(response.headers.get("Content-Type")).toContain("image/svg+xml");
    const shown = readCard(await response.text());
    expect(shown).toMatchObject({ width: 1080, height: 1920 });
    expect(wordsOf(shown)).toContain(`longplay.example/user/${user}`);
    for (const { source } of marksOf(shown, "image")) expect(source).toMatch(/^data:image\/png/);
  }
});

test("a story as PNG is 1080×1920 at any scale", async () => {
  const [user = ""] = DEMO_USERS;
  for (const card of ["story.png", "story-2025.png?theme=felt&scale=3"]) {
    const response = await fetchCard(user, card);
    expect(response.headers.get("Content-Type")).toBe("image/png");
    const png = new Uint8Array(await response.arrayBuffer());
    expect(decode(png)).toMatchObject({ width: 1080, height: 1920 });
    expect(png.length).toBeLessThan(1_000_000);
  }
});

test("a story takes a year only", async () => {
  const [user = ""] = DEMO_USERS;
  for (const card of ["story-26.png", "story-x.svg", "story-2026-1.png"]) {
    const request = new Request(`${SITE}/user/${user}/cards/${card}`);
    expect((await GET(request, { params: Promise.resolve({ user, card }) })).status).toBe(404);
  }
});

test.each(["streak", "calendar-2025", "achievements"])(
  "the card %s shows a demo player's unlocks",
  async (name) => {
    const [user = ""] = DEMO_USERS;
    const shown = readCard(await (await fetchCard(user, `${name}.svg`)).text());
    expect(wordsOf(shown)[0]).toContain(user);
    const badges = marksOf(shown, "image").map(({ source }) => source);
    expect(badges).toHaveLength(name === "achievements" ? 5 : 0);
    for (const source of badges) expect(source).toMatch(/^data:image\/png/);
  },
);

test("a time zone's names give the same card, and another zone another one", async () => {
  const [user = ""] = DEMO_USERS;
  const tagOf = async (zone: string) =>
    (await fetchCard(user, `calendar-2025.svg?tz=${zone}`)).headers.get("ETag");
  expect(await tagOf("Asia/Calcutta")).toBe(await tagOf("Asia/Kolkata"));
  expect(await tagOf("Asia/Kolkata")).not.toBe(await tagOf("America/Los_Angeles"));
});

test("cards of times show a demo player's, and say what else is asked for", async () => {
  const [user = ""] = DEMO_USERS;
  const words = async (card: string) =>
    wordsOf(readCard(await (await fetchCard(user, card)).text())).join("|");
  expect(await words("rarest.svg")).toMatch(/\|mastered by \d[\d.]*%\|/);
  expect(await words("time.svg")).toMatch(/\|[\d,]+ hours\|/);
  expect(await words("summary.svg?show=hours")).toMatch(/\|[\d,]+ hours\|/);
  expect(await words("summary.svg?show=rank")).toMatch(/\|#[\d,]+ of [\d,]+\|/);
  expect(await words("summary.svg")).not.toMatch(/hours|#/);
  expect(await words("shelf.svg?games=rarest")).toBe(`${user}: Rarest masteries`);
});
