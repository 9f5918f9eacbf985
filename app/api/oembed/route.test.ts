import { beforeAll, expect, test, vi } from "vitest";
import { readCard } from "@/lib/cards/test-reader";
import { DEMO_USERS } from "@/lib/retroachievements/demo";

// Work behind a response belongs to a request of a server, which a unit test lacks.
vi.mock("next/server", async (original) => ({
  ...(await original<typeof import("next/server")>()),
  after: () => undefined,
}));

const SITE = "https://longplay.example";
let oembed: typeof import("./route").GET;
let card: typeof import("@/app/user/[user]/cards/[card]/route").GET;

beforeAll(async () => {
  vi.stubEnv("SITE_URL", SITE);
  ({ GET: oembed } = await import("./route"));
  ({ GET: card } = await import("@/app/user/[user]/cards/[card]/route"));
});

/** A card as it is drawn: on a busy machine the first answers may be messages. */
async function drawnCard(user: string, file: string) {
  const drawn = await vi.waitUntil(
    async () => {
      const response = await card(new Request(`${SITE}/user/${user}/cards/${file}`), {
        params: Promise.resolve({ user, card: file.replace(/\?.*/, "") }),
      });
      return response.headers.has("X-Longplay-Error") ? null : response;
    },
    { timeout: 20_000 },
  );
  return readCard(await drawn.text());
}

test.each([
  "achievements.svg",
  "achievements.svg?count=3",
  "lately.svg?count=7",
  "streak.svg?hide=dates",
  "calendar-2025.svg?width=700",
  "rarest.svg?count=7",
  "time.svg",
  "shelf.svg?games=rarest",
])(
  "the size of %s is that of its picture",
  async (file) => {
    for (const user of DEMO_USERS) {
      const { width, height } = await drawnCard(user, file);
      const url = encodeURIComponent(`${SITE}/user/${user}/cards/${file}`);
      const answer = await oembed(new Request(`${SITE}/api/oembed?url=${url}`));
      expect(await answer.json(), user).toMatchObject({ type: "photo", width, height });
    }
  },
  30_000,
);
