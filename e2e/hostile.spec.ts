import type { BrowserContext } from "@playwright/test";
import { expect, test } from "./support/fixtures";
import { aWirePlayer, library, type WirePlayer } from "./support/wire-player";

const HOSTILE = [
  "<script>alert(1)</script>",
  "</script><script>alert(2)</script>",
  "</title></style></textarea><img src=x onerror=alert(3)>",
  `"' onmouseover="alert(4)" style='x' `,
  "]]><!-- --><![CDATA[",
  '=HYPERLINK("http://evil.test","x")',
  "+cmd|'/C calc'!A0",
  "-2+3",
  "@SUM(1)",
  "\t=1+1",
  "a\u202eevil.exe\u2066\u2069\u200f",
  "\u0000\u0007\u001b[31m\u2028\u2029\ud800",
  "&lt;&#x3c;script&#62; &amp;amp; %3Cscript%3E",
  "javascript:alert(5)",
  "{{7*7}} `alert(6)` #{alert(7)}",
  "~<b>Hack</b>~ [Subset - <i onclick=alert(9)>]",
  "http://evil.test/ //evil.test",
  "url(http://evil.test/a.png)",
];
const LONG = `Long${"x".repeat(10_000)}`;

/** A player with hostile text in every free-text field, and paths that lead to other hosts. */
function hostile(name: string): WirePlayer {
  const titles = [...HOSTILE, LONG, ""];
  const games = library(titles.length).map((game, at) => ({
    ...game,
    Title: titles[at] ?? "",
    ConsoleID: 900 + at,
    ConsoleName: titles.at(-2 - at) ?? "",
    ImageIcon:
      ["@evil.test/x.png", "//evil.test/x.png", '/Images/1.png");background:url(http://evil.test/'][
        at % 3
      ] ?? "",
    HighestAwardKind: "mastered" as const,
    HighestAwardDate: "2026-05-02T10:00:00+00:00",
  }));
  return aWirePlayer({
    name,
    games,
    profile: {
      UserPic: "@evil.test/x.png",
      Motto: HOSTILE.join(" "),
      RichPresenceMsg: HOSTILE.join("\n"),
      LastGameID: games[0]?.GameID ?? 0,
    },
  });
}

/** Counts the dialogs of a context, and what its pages ask of other hosts than these. */
function watch(context: BrowserContext, urls: string[]) {
  const hosts = urls.map((url) => new URL(url).host);
  const seen: string[] = [];
  context.on("dialog", async (dialog) => {
    seen.push(`dialog ${dialog.message()}`);
    await dialog.dismiss();
  });
  context.on("request", (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol.startsWith("http") && !hosts.includes(host)) seen.push(request.url());
  });
  return seen;
}

test("whatever RetroAchievements sends, a page runs none of it and asks no other host", {
  tag: "@check",
}, async ({ page, context, site, standIn, allowPageErrors }) => {
  // A browser asks for it by itself where a document, as a card, names no icon.
  allowPageErrors(/404.*\/favicon\.ico/);
  standIn.setPlayer(hostile("Hostile"));
  const seen = watch(context, [site.url, standIn.mediaUrl]);
  for (const path of [
    "/user/Hostile",
    "/user/Hostile/progress?status=eq-mastered",
    `/user/Hostile/progress?q=${encodeURIComponent("<script>alert(1)")}`,
    "/user/Hostile/embed?card=recent",
    "/user/Hostile/frame",
    "/user/Hostile/cards/recent.svg?count=10",
    "/user/Hostile/cards/systems.svg?count=15",
  ]) {
    await page.goto(path);
    await page.waitForLoadState("networkidle");
    const injected = await page.evaluate(() => ({
      elements: document.querySelectorAll(
        "main script:not([type]), [onerror], [onclick], [onmouseover]",
      ).length,
      base: document.baseURI === location.href,
      hacked: [...document.querySelectorAll("a[href], img[src]")]
        .map((element) => element.getAttribute("href") ?? element.getAttribute("src") ?? "")
        .filter((address) => /^\s*(javascript:|\/\/|http:\/\/evil)/i.test(address)),
    }));
    expect(injected, path).toEqual({ elements: 0, base: true, hacked: [] });
  }

  await page.goto("/user/Hostile");
  const lastSeen = page
    .getByRole("term")
    .filter({ hasText: /^Last seen$/ })
    .locator("+ dd");
  await expect(lastSeen).toContainText("<script>alert(1)</script> </script><script>");

  // The page's client code renders the same values again.
  await page.goto("/user/Hostile/progress");
  await page.getByRole("searchbox", { name: "Title" }).fill("script");
  await expect(page.getByRole("status")).toHaveText(/games? found/);
  await expect(page.getByRole("list", { name: "Games" })).toContainText(
    "<script>alert(1)</script>",
  );
  await page.mouse.move(200, 300);
  expect(seen).toEqual([]);
  expect(
    standIn.calls().filter(({ endpoint, path }) => endpoint === "media" && /evil/.test(path)),
  ).toEqual([]);
});

test("whatever RetroAchievements sends, feeds and cards are well-formed", async ({
  page,
  request,
  standIn,
}) => {
  standIn.setPlayer(hostile("Wellformed"));
  for (const path of [
    "/user/Wellformed/feed.xml",
    "/user/Wellformed/feed.xml?only=awards,revisions,achievements",
    "/user/Wellformed/cards/lately.svg",
    "/user/Wellformed/cards/summary.svg",
    "/user/Wellformed/cards/recent.svg?count=10",
    "/user/Wellformed/cards/systems.svg?count=15",
    "/user/Wellformed/cards/milestones.svg?count=10",
    `/user/Wellformed/cards/summary.svg?title=${encodeURIComponent(HOSTILE.slice(0, 5).join(""))}`,
    `/user/Wellformed/cards/summary.svg?theme=${encodeURIComponent("--><script>alert(1)</script>")}`,
  ]) {
    const xml = await (await request.get(path)).text();
    const found = await page.evaluate((text) => {
      const document = new DOMParser().parseFromString(text, "application/xml");
      return {
        problem: document.querySelector("parsererror")?.textContent ?? null,
        scripts: document.querySelectorAll("script, foreignObject, iframe").length,
        handlers: [...document.querySelectorAll("*")].filter((element) =>
          [...element.attributes].some(({ name }) => name.startsWith("on")),
        ).length,
        elsewhere: [...document.querySelectorAll("image, use, a")].filter((element) =>
          /evil|^\/\//.test(element.getAttribute("href") ?? ""),
        ).length,
      };
    }, xml);
    expect(found, path).toEqual({ problem: null, scripts: 0, handlers: 0, elsewhere: 0 });
  }
});

test("whatever RetroAchievements sends, a spreadsheet takes no cell for a formula", async ({
  request,
  standIn,
}) => {
  standIn.setPlayer(hostile("Formula"));
  const csv = await (await request.get("/user/Formula/games.csv")).text();
  const rows = readCsv(csv.replace(/^\ufeff/, ""));
  expect(rows).toHaveLength(HOSTILE.length + 3);
  for (const row of rows) {
    expect(row).toHaveLength(rows[0]?.length ?? 0);
    for (const cell of row) expect(cell).not.toMatch(/^\s*[=+\-@]/);
  }
  expect(csv.replaceAll("\r\n", "")).not.toMatch(/\p{Cc}/u);
});

test("whatever RetroAchievements sends, answers for programs are what they say they are", async ({
  request,
  standIn,
}) => {
  standIn.setPlayer(hostile("Program"));
  for (const [path, type] of [
    ["/api/v1/users/Program/completion-progress", "application/json"],
    ["/api/v1/users/Program/games", "application/json"],
    ["/api/v1/users/Program/summary", "application/json"],
    ["/api/v1/users/Program/library", "application/json"],
    ["/API/API_GetUserCompletionProgress.php?u=Program", "application/json"],
    ["/user/Program/games.json", "application/json"],
    ["/user/Program/badge.json", "application/json"],
    ["/api/oembed?url=/user/Program", "application/json"],
    ["/user/Program/games.csv", "text/csv"],
    ["/user/Program/history.csv", "text/csv"],
    ["/api/v1/users/Program/history", "application/json"],
    ["/user/Program/feed.xml", "application/atom+xml"],
    ["/user/Program/cards/recent.svg", "image/svg+xml"],
    ["/user/Program/cards/recent.png", "image/png"],
  ] as const) {
    const answer = await request.get(path);
    expect(answer.status(), path).toBe(200);
    expect(answer.headers()["content-type"], path).toContain(type);
    expect(answer.headers()["x-content-type-options"], path).toBe("nosniff");
    if (type === "application/json") {
      const text = await answer.text();
      expect(() => JSON.parse(text), path).not.toThrow();
      expect(text, path).not.toMatch(/"[@/]*\/?\/?@?evil\.test/);
    }
  }
  const rich = await (await request.get("/api/oembed?url=/user/Program")).json();
  expect(rich.html).toMatch(/^<iframe src="http[^"<>]+" [^<>]+><\/iframe>$/);
});

/** The cells of CSV as RFC 4180 has it. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [whole, quoted, plain, end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g,
  )) {
    if (whole === "") break;
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? "");
    if (end === "\r\n") rows.push([]);
  }
  if (rows.at(-1)?.length === 0) rows.pop();
  return rows;
}
