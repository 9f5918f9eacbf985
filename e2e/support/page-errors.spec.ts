import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { watchForPageErrors } from "./page-errors";

const CASES: [name: string, act: (page: Page) => Promise<unknown>, pageError: RegExp][] = [
  [
    "an error in the console",
    (page) => page.evaluate(() => console.error("something is wrong")),
    /^console: something is wrong/,
  ],
  [
    "a style sheet that is preloaded and not used",
    async (page) => {
      // Chromium counts from the load event on.
      await page.route("**/unused.css", (route) => route.fulfill({ contentType: "text/css" }));
      await page.route("**/preloads", (route) =>
        route.fulfill({
          contentType: "text/html",
          body: '<!DOCTYPE html><link rel="preload" as="style" href="/unused.css">',
        }),
      );
      await page.goto("/preloads");
    },
    /unused\.css was preloaded .* not used/,
  ],
  [
    "what a page throws",
    (page) =>
      page.evaluate(() => {
        setTimeout(() => {
          throw new Error("thrown late");
        });
      }),
    /^thrown: Error: thrown late/,
  ],
  [
    "an image of another site",
    (page) =>
      page.evaluate(() => {
        const src = "http://elsewhere.test/image.png";
        document.body.append(Object.assign(new Image(), { src }));
      }),
    /refused by the policy: img-src http:\/\/elsewhere\.test/,
  ],
  [
    "a script in an attribute",
    (page) =>
      page.evaluate(() => {
        document.body.insertAdjacentHTML("beforeend", '<i onclick="document.title = 1">x</i>');
        document.querySelector("i")?.click();
      }),
    /refused by the policy: script-src-attr/,
  ],
  [
    "text that is evaluated",
    (page) =>
      page.evaluate(() => {
        const textContent = "setTimeout(() => { try { eval('1') } catch {} })";
        document.head.append(Object.assign(document.createElement("script"), { textContent }));
      }),
    /refused by the policy: script-src eval/,
  ],
  [
    "a style element",
    (page) =>
      page.evaluate(() =>
        document.head.append(
          Object.assign(document.createElement("style"), { textContent: "a{}" }),
        ),
      ),
    /refused by the policy: style-src-elem inline/,
  ],
];

for (const [name, act, pageError] of CASES) {
  test(`an error of a page is recorded: ${name}`, async ({ page, context, allowPageErrors }) => {
    const pageErrors = await watchForPageErrors(context);
    allowPageErrors(/./);
    await page.goto("/");
    await act(page);
    await expect.poll(pageErrors).toContainEqual(expect.stringMatching(pageError));
  });
}

test("a page of this site has none", async ({ page, context }) => {
  const pageErrors = await watchForPageErrors(context);
  await page.goto("/");
  await page.waitForLoadState("networkidle");
  expect(pageErrors()).toEqual([]);
});
