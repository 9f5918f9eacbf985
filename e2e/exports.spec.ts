import { expect, NAMED, test } from "./support/fixtures";
import { aWirePlayer } from "./support/wire-player";

test("the list that is shown is there as CSV and JSON, whole and with its filters", {
  tag: "@check",
}, async ({ page, request, standIn }) => {
  standIn.setPlayer(aWirePlayer({ name: "Taker", games: 300 }));
  await page.goto("/user/Taker/progress?status=eq-mastered");
  const found = Number(/\d+/.exec((await page.locator("#games").textContent()) ?? "")?.[0]);
  expect(found).toBeGreaterThan(0);

  const csv = await page.getByRole("link", { name: "CSV" }).getAttribute("href");
  const sheet = await request.get(csv ?? "");
  expect(sheet.headers()["content-type"]).toBe("text/csv; charset=utf-8");
  expect(sheet.headers()["content-disposition"]).toContain('filename="Taker.csv"');
  const lines = (await sheet.text()).trimEnd().split("\r\n");
  expect(lines).toHaveLength(found + 1);
  for (const line of lines.slice(1)) expect(line).toContain(",Mastered,");

  const json = await page.getByRole("link", { name: "JSON" }).getAttribute("href");
  expect((await (await request.get(json ?? "")).json()).results).toHaveLength(found);
});

test("a bad filter is refused by name", async ({ request }) => {
  const response = await request.get("/user/Anybody/games.csv?status=shiny");
  expect(response.status()).toBe(422);
});

test("the page leads feed readers to a feed that browsers can read", async ({
  page,
  standIn,
  siteWith,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Feeder", games: 60 }));
  const site = await siteWith(NAMED);
  await page.goto(`${site.url}/user/Feeder`);
  const href = await page.locator('link[type="application/atom+xml"]').getAttribute("href");
  const feed = await page.evaluate(async (url) => {
    const response = await fetch(url ?? "");
    const xml = new DOMParser().parseFromString(await response.text(), "application/xml");
    const ids = [...xml.querySelectorAll("entry > id")].map((id) => id.textContent);
    return {
      type: response.headers.get("Content-Type"),
      broken: xml.querySelector("parsererror") !== null,
      self: xml.querySelector("feed > link[rel=self]")?.getAttribute("href"),
      entries: ids.length,
      different: new Set(ids).size,
    };
  }, href);
  expect(feed.type).toContain("application/atom+xml");
  expect(feed.broken).toBe(false);
  expect(feed.self).toBe("https://longplay.test/user/Feeder/feed.xml");
  expect(feed.entries).toBeGreaterThan(10);
  expect(feed.different).toBe(feed.entries);
});
