import { DEMO, expect, test } from "./support/fixtures";
import { cutTexts } from "./support/page-checks";

interface Comparison {
  players: {
    time: { playtimeSeconds: number } | null;
    rareMasteries: number | null;
    fastestToMaster: number;
  }[];
  pages: number;
  results: {
    rarity: number | null;
    fastestToMaster: string | null;
    progress: ({ timeToMasterSeconds: number | null } | null)[];
  }[];
}

const PLAYERS = ["LampLighter", "WeekendWilma"];
const PATH = `/compare/${PLAYERS.join("/")}`;

test("a comparison shows times and rarity, the same on the server, in the browser and as the API says", async ({
  page,
  request,
  siteWith,
}) => {
  const site = await siteWith(DEMO);
  const api = `${site.url}/api/v1/compare?users=${PLAYERS}`;
  const games: Comparison["results"] = [];
  let players: Comparison["players"] = [];
  for (let number = 1, pages = 1; number <= pages; number++) {
    const answer: Comparison = await (await request.get(`${api}&page=${number}`)).json();
    games.push(...answer.results);
    ({ players, pages } = answer);
  }
  // Who was faster, counted again from the times alone.
  const faster = [0, 0];
  for (const { progress } of games) {
    const [one, other] = progress.map((each) => each?.timeToMasterSeconds ?? null);
    if (one == null || other == null || one === other) continue;
    const at = one < other ? 0 : 1;
    faster[at] = (faster[at] ?? 0) + 1;
  }
  expect(players.map(({ fastestToMaster }) => fastestToMaster)).toEqual(faster);
  const named = PLAYERS.map(
    (name) => games.filter(({ fastestToMaster }) => fastestToMaster === name).length,
  );
  expect(named).toEqual(faster);

  const rows = page.getByRole("list", { name: "Games" }).locator("> li");
  await page.goto(`${site.url}${PATH}?sort=title`);
  const fromServer = await rows.allTextContents();
  expect(fromServer.join()).toMatch(/mastered by \d/);
  expect(fromServer.join()).toMatch(/in \d+ (?:hr|min)/);
  const totals = page.getByRole("region", { name: "Totals" });
  for (const [label, values] of [
    ["Hours played", players.map(({ time }) => Math.floor((time?.playtimeSeconds ?? 0) / 3600))],
    ["Rare masteries", players.map(({ rareMasteries }) => rareMasteries ?? 0)],
    ["Mastered faster", faster],
  ] as const) {
    const cells = totals.getByRole("row", { name: label }).getByRole("link");
    expect(await cells.allTextContents(), label).toEqual(
      values.map((value) => value.toLocaleString("en-US")),
    );
  }

  // Above a bar, a time has room at every width.
  const times = rows.getByText(/^(?:\d+% · )?in .* (?:hr|min)$/);
  for (const width of [390, 768, 1024, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await cutTexts(times), `${width} px`).toEqual([]);
  }

  const libraries = page.waitForResponse(/\/library$/);
  await page.goto(`${site.url}${PATH}`);
  await page.mouse.move(10, 10);
  await (await libraries).finished();
  await page.getByLabel("Order").selectOption("Title");
  await expect(page).toHaveURL(/\?sort=title$/);
  await expect.poll(() => rows.allTextContents()).toEqual(fromServer);
});

test("a year shows its rarest and fastest mastery, and what was mastered later", async ({
  page,
  request,
  siteWith,
}) => {
  const site = await siteWith(DEMO);
  const { years } = await (await request.get(`${site.url}/api/v1/users/LampLighter/years`)).json();
  const reviews = await Promise.all(
    years.map(async ({ year }: { year: number }) =>
      (await request.get(`${site.url}/api/v1/users/LampLighter/years/${year}`)).json(),
    ),
  );
  const review = reviews.find(
    ({ rarestMastery, fastestMastery, masteredLater }) =>
      rarestMastery && fastestMastery && masteredLater.length > 0,
  );
  await page.goto(`${site.url}/user/LampLighter/year/${review.year}`);
  const chapter = page.getByRole("region", { name: "Rarest and fastest mastery" });
  await expect(chapter).toContainText(/Mastered by [\d.]+% of hardcore players/);
  await expect(chapter).toContainText(/Mastered in \d/);
  const later = page.getByRole("region", { name: `Beaten in ${review.year}, mastered later` });
  await expect(later.getByRole("listitem")).toHaveCount(review.masteredLater.length);
});
