import { mkdir, writeFile } from "node:fs/promises";
import { ask } from "./support/ask";
import { expect, test } from "./support/fixtures";

test("/privacy says what is kept and how long, as the settings have it, and every page leads there", async ({
  page,
  startOwnSite,
}) => {
  const site = await startOwnSite({
    CACHE_FRESH_SECONDS: "120",
    CACHE_STALE_SECONDS: "7200",
    CONTACT: "owner@site.example",
  });
  await page.goto(site.url);
  await page.getByRole("contentinfo").getByRole("link", { name: "Privacy" }).click();
  await expect(page).toHaveURL(`${site.url}/privacy`);
  await expect(page).toHaveTitle(/^Privacy/);
  const main = page.getByRole("main");
  await expect(main.getByRole("row", { name: /public profile/ })).toContainText(
    "2 hours and 2 minutes",
  );
  await expect(main.getByRole("row", { name: /day to day/ })).toContainText("For good");
  await expect(main.getByRole("row", { name: /day to day/ })).toContainText(
    "the games as they were when tracking began",
  );
  await expect(main).toContainText("within 2 minutes");
  await expect(main.getByRole("listitem").filter({ hasText: "CDN" })).toContainText(
    "for up to 2 hours and 2 minutes",
  );
  for (const word of ["GitHub", "Discord", "CDN", "fingerprint"]) {
    await expect(main).toContainText(word);
  }
  const contact = main.getByRole("link", { name: "owner@site.example" });
  await expect(contact).toHaveAttribute("href", "mailto:owner@site.example");

  const missing = await ask(`${site.url}/user/NobodyAtAll9`);
  expect(missing.text).toContain('<a href="/privacy">Privacy</a>');
  expect(missing.text).not.toContain("for a while");
  expect((await ask(`${site.url}/sitemap.xml`)).text).toContain("/privacy</loc>");
});

test("without a contact, or a store, /privacy says that as well", async ({ startOwnSite }) => {
  const site = await startOwnSite({ KV_REST_API_URL: "", KV_REST_API_TOKEN: "" });
  const { text } = await ask(`${site.url}/privacy`);
  expect(text).toContain("No contact address is set here");
  expect(text).toContain("On the server&#x27;s disk");
});

test("while the history's folder cannot be used, /privacy says that what is there stays", async ({
  startOwnSite,
}) => {
  const DATA_DIR = test.info().outputPath("data");
  await mkdir(`${DATA_DIR}/history`, { recursive: true });
  // LevelDB without its list of files.
  await writeFile(`${DATA_DIR}/history/000005.ldb`, "");
  const site = await startOwnSite({ KV_REST_API_URL: "", KV_REST_API_TOKEN: "", DATA_DIR });
  const { text } = await ask(`${site.url}/privacy`);
  expect(text).toContain("Nothing new at the moment; what is there stays for good");
});
