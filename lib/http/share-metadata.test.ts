import { afterEach, expect, test, vi } from "vitest";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

async function metadataOf(
  siteUrl: string,
  search?: string,
  card?: { file: string; width: number; height: number },
) {
  vi.stubEnv("SITE_URL", siteUrl);
  const { shareMetadata } = await import("./share-metadata");
  return shareMetadata("Reader", "Reader’s games", "All of them.", search, card);
}

test("the preview of a link is the player's card, at the site's address", async () => {
  const images = [
    {
      url: "https://site.example/user/Reader/cards/share.png",
      width: 1200,
      height: 630,
      alt: "Reader on RetroAchievements",
    },
  ];
  const said = { title: "Reader’s games", description: "All of them.", images };
  expect(await metadataOf("https://site.example")).toEqual({
    openGraph: { type: "profile", siteName: "Longplay", ...said },
    twitter: { card: "summary_large_image", ...said },
  });
});

test("the preview of a list is the card of that list", async () => {
  const { openGraph } = await metadataOf("https://site.example", "?status=eq-mastered&system=4");
  expect(openGraph?.images).toMatchObject([
    { url: "https://site.example/user/Reader/cards/share.png?status=eq-mastered&system=4" },
  ]);
});

test("the preview of a page with its own card is that card", async () => {
  const { openGraph } = await metadataOf("https://site.example", "?scale=2", {
    file: "versus-Other",
    width: 990,
    height: 416,
  });
  expect(openGraph?.images).toMatchObject([
    {
      url: "https://site.example/user/Reader/cards/versus-Other.png?scale=2",
      width: 990,
      height: 416,
    },
  ]);
});

test("without SITE_URL there is no card in the preview", async () => {
  const { openGraph, twitter } = await metadataOf("");
  expect(openGraph?.images).toEqual([]);
  expect(twitter).toMatchObject({ card: "summary", images: [] });
});
