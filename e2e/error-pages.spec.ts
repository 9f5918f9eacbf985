import { ask } from "./support/ask";
import { expect, test } from "./support/fixtures";

/** The parts of a page that all pages share. */
async function frameOf(address: string) {
  const { text } = await ask(address);
  const html = text.replaceAll(/<!--.*?-->/gs, "");
  const part = (pattern: RegExp) => pattern.exec(html)?.[0] ?? "";
  return {
    html: part(/<html[^>]*>/),
    header: part(/<header.*?<\/header>/s),
    footer: part(/<footer.*?<\/footer>/s),
    themeScript: part(
      /<script>try\{[^<]*dataset[^<]*<\/script><script src="\/theme-switch.js"[^>]*>/,
    ),
    icons: html.match(/<link rel="(?:manifest|icon|apple-touch-icon)"[^>]*>/g),
    styles: [...html.matchAll(/<link rel="stylesheet" href="([^"]*)"/g)].map(([, href]) => href),
  };
}

test("an error page has the header, footer, fonts and styles of every other page", async ({
  site,
}) => {
  const { styles: all, ...page } = await frameOf(`${site.serverUrl}/nothing/here`);
  expect(page.header).toContain("Cards and API");
  expect(page.themeScript).not.toBe("");
  expect(all.length).toBeGreaterThan(0);
  for (const path of ["/user/Nobody", "/user/Nobody/year", "/compare/Nobody/Noone", "/user/a!"]) {
    const { styles, ...errorPage } = await frameOf(site.serverUrl + path);
    expect(errorPage, path).toEqual(page);
    expect(styles, path).toEqual(expect.arrayContaining(all));
  }
});

test("an error page is one without slots, and loads no script but that of the colours", async ({
  site,
}) => {
  for (const path of ["/user/Nobody", "/user/Nobody/year", "/compare/Nobody/Noone"]) {
    const { text } = await ask(site.serverUrl + path);
    expect(text, path).not.toMatch(
      /\{\{|\}\}|__next_f|<script(?! src="\/theme-switch.js")[^>]+src=/,
    );
    expect(text.match(/<h1/g), path).toHaveLength(1);
    expect(text, path).toMatch(/<title>[^<{]+ · Longplay<\/title>/);
    expect(text, path).toContain('<meta name="robots" content="noindex"/>');
  }
});

test("the switch of colours works on an error page, and on the next one", async ({
  page,
  allowPageErrors,
}) => {
  allowPageErrors(/404.*\/user\/Nobody/);
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto("/user/Nobody");
  const theme = page.getByRole("button", { name: /^Colours:/ });
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await background();
  await theme.click();
  await expect(theme).toHaveAccessibleName("Colours: light");
  expect(await background()).toBe(light);
  await theme.click();
  await expect(theme).toHaveAccessibleName("Colours: dark");
  expect(await background()).not.toBe(light);
  await page.goto("/user/Nobody2");
  await expect(theme).toHaveAccessibleName("Colours: dark");
});

test("the name that was typed is asked for again from the field", async ({
  page,
  standIn,
  allowPageErrors,
}) => {
  allowPageErrors(/404.*\/(user|compare)\/Nobody/);
  await page.goto("/compare/Nobody3/Nobody4");
  const second = page.getByRole("textbox", { name: "Second player" });
  await expect(page.getByRole("textbox", { name: "First player" })).toBeFocused();
  await expect(second).toHaveValue("Nobody4");
  await expect(second).toHaveAttribute("aria-invalid", "true");
  expect(standIn.calls().length).toBeGreaterThan(0);
});
