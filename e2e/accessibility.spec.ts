import { createRequire } from "node:module";
import { expect, test } from "./support/fixtures";
import type { RaStandIn } from "./support/ra-stand-in";
import { aWirePlayer } from "./support/wire-player";

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** A player of each size, one who cannot be had now, and one whom RetroAchievements does not answer about. */
function setPlayers(standIn: RaStandIn): void {
  standIn.setPlayer(aWirePlayer({ name: "Reachable", games: 100 }));
  standIn.setPlayer(aWirePlayer({ name: "OneGame", games: 1 }));
  standIn.setPlayer(aWirePlayer({ name: "NoGames", games: 0 }));
  standIn.fail("unavailable", { user: "NoAnswer" });
  standIn.fail("rate-limited", { user: "TooFast" });
}

const PATHS = [
  "/",
  "/user/Reachable",
  "/user/Reachable?status=eq-mastered&sort=nonsense",
  "/user/Reachable/history",
  "/user/OneGame",
  "/user/NoGames",
  "/user/Reachable/year/2025",
  `/user/NoGames/year/${new Date().getUTCFullYear()}`,
  "/user/Reachable/year/1999",
  "/privacy",
  "/compare",
  "/compare/Reachable",
  "/compare/Reachable/OneGame?who=both",
  "/compare/Reachable/OneGame/NoGames",
  "/compare/Reachable/NobodyAtAll",
  "/user/Reachable/embed?card=recent",
  "/user/NoGames/embed?card=game",
  "/user/Reachable/embed?card=versus&other=x",
  "/user/NobodyAtAll",
  "/nowhere/at/all",
  "/user/NoAnswer",
  "/user/TooFast",
];
/** Pages of a site that answers nobody but its own player, and of one that asks for nobody new. */
const REFUSED = ["/user/Reachable", "/user/NobodyAtAll"];
/** Pages of a site whose players are made up, and have a long history. */
const DEMO = ["/user/LampLighter", "/user/LampLighter/history"];
const FAILING = /(?:403|404|429|503|422).*(NobodyAtAll|nowhere|NoAnswer|TooFast|Reachable)/;

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing on any page in ${colorScheme}`, async ({
    page,
    standIn,
    allowComplaints,
    startOwnSite,
  }) => {
    allowComplaints(FAILING);
    setPlayers(standIn);
    const closed = await startOwnSite({ PLAYERS: "OneGame" });
    const refused = REFUSED.map((path) => `${closed.url}${path}`);
    const demo = await startOwnSite({ RA_WEB_API_KEY: "", RA_MEDIA_BASE_URL: "" });
    const long = DEMO.map((path) => `${demo.url}${path}`);
    await page.emulateMedia({ colorScheme });
    for (const path of [...PATHS, ...refused, ...long]) {
      await page.goto(path);
      await page.addScriptTag({ path: AXE });
      const found = await page.evaluate(async () => {
        const { axe } = window as unknown as { axe: typeof import("axe-core") };
        const { violations } = await axe.run();
        return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
      });
      expect(found, path).toEqual([]);
    }
  });
}

for (const [width, least] of [
  [390, 44],
  [1280, 24],
] as const) {
  test(`at ${width} px what can be pressed is at least ${least} px high, but for links in a sentence`, async ({
    page,
    standIn,
    allowComplaints,
    startOwnSite,
  }) => {
    allowComplaints(FAILING);
    setPlayers(standIn);
    const demo = await startOwnSite({ RA_WEB_API_KEY: "", RA_MEDIA_BASE_URL: "" });
    const long = DEMO.map((path) => `${demo.url}${path}`);
    await page.setViewportSize({ width, height: 900 });
    const found: string[] = [];
    for (const path of [...PATHS, ...long]) {
      await page.goto(path);
      const small = await page.evaluate(smallTargets, least);
      found.push(...small.map((target) => `${path}: ${target}`));
    }
    expect(found).toEqual([]);
  });
}

/** Controls and links that are smaller than so many pixels, with what belongs to them. */
function smallTargets(least: number): string[] {
  const targets = document.querySelectorAll<HTMLElement>(
    "a, button, input, select, textarea, summary, [role=slider]",
  );
  const isInSentence = (target: HTMLElement) =>
    target.matches("p a, p button, small a") &&
    (target.closest("p, small")?.textContent ?? "").length > (target.textContent ?? "").length + 8;
  return [...targets].flatMap((target) => {
    if (!target.checkVisibility({ opacityProperty: false }) || isInSentence(target)) return [];
    // A label is pressed for its field, and what a link spreads over the box that holds it is of it.
    const spread = getComputedStyle(target, "::after");
    const holder =
      spread.position === "absolute" ? target.offsetParent : (target.closest("label") ?? target);
    const { width, height } = (holder ?? target).getBoundingClientRect();
    const isLarge = Math.min(width, height) >= least - 0.5;
    return isLarge
      ? []
      : [`${width.toFixed()}×${height.toFixed()} ${target.outerHTML.slice(0, 110)}`];
  });
}

test("the colours can be switched, and stay so on the next page without a flash", async ({
  page,
  allowComplaints,
}) => {
  allowComplaints(/404.*NobodyAtAll/);
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto("/");
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await background();
  await page.getByRole("button", { name: "Colours: as the system" }).click();
  await page.getByRole("button", { name: "Colours: light" }).click();
  await expect(page.getByRole("button", { name: "Colours: dark" })).toBeVisible();
  const dark = await background();
  expect(dark).not.toBe(light);
  await page.goto("/user/NobodyAtAll", { waitUntil: "commit" });
  await page.waitForSelector("body");
  expect(await background()).toBe(dark);
});

test("a page that loads again by itself waits for who types, and ends when told to", async ({
  page,
  standIn,
  allowComplaints,
}) => {
  allowComplaints(/503.*SlowReader/);
  standIn.setPlayer(aWirePlayer({ name: "SlowReader" }));
  standIn.fail("unavailable");
  await page.clock.install();
  await page.goto("/user/SlowReader");
  await page.getByRole("button", { name: "Stop trying" }).click();
  await expect(page.getByRole("status")).toHaveText(/does not try again/);
  standIn.fail(null);
  await page.clock.fastForward("02:00");
  await page.getByRole("button", { name: "Go on trying" }).click();
  await expect(page.getByRole("status")).toHaveText(/tries again/);
  const search = page.getByRole("main").getByRole("searchbox");
  const loads: string[] = [];
  page.on("request", (each) => each.isNavigationRequest() && loads.push(each.url()));
  await search.fill("Some");
  await page.clock.fastForward("02:00");
  await search.pressSequentially("one");
  await expect(search).toHaveValue("Someone");
  expect(loads).toEqual([]);
  await search.blur();
  // The site asks again only some time after a failure.
  await expect(async () => {
    await page.clock.fastForward("00:20");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("SlowReader", {
      timeout: 2000,
    });
  }).toPass({ timeout: 40_000 });
});

test("the page can be used with the keyboard only", async ({ page, standIn }) => {
  standIn.setPlayer(aWirePlayer({ name: "Typist", games: 30 }));
  await page.goto("/user/Typist");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  const link = page.getByRole("link", { name: "Unfinished" });
  for (let times = 0; times < 30; times++) {
    await page.keyboard.press("Tab");
    if (await link.evaluate((element) => element === document.activeElement)) break;
  }
  await expect(link).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/status=unawarded/);
});
