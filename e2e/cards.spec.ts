import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { CARDS } from "../lib/cards";
import { cardFile } from "../lib/cards/card";
import { DEMO, expect, SOON_STALE, test } from "./support/fixtures";
import { paced } from "./support/pace";
import { runScript } from "./support/script";
import { aWirePlayer } from "./support/wire-player";

/** The file names of all cards, each with an argument if it takes one. */
function cardFiles(values: Readonly<Record<string, string>>): string[] {
  return CARDS.map((card) => {
    const value = card.argument && values[card.argument.option];
    if (card.argument && value === undefined)
      throw new Error(`No value for the argument of ${card.name}`);
    return cardFile(card, value);
  });
}

/** What a card's reader waits at most: image proxies give up soon after. */
const CARD_MS = 2500;

/** Another site, with an empty page. */
async function startElsewhere(): Promise<{ url: string; close: () => Promise<void> }> {
  const server = createServer((_, response) => {
    response.setHeader("Content-Type", "text/html").end("<!doctype html><title>Elsewhere</title>");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

test("every card is an image on another site, as SVG and as PNG, and both look the same", async ({
  page,
  site,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Carded", games: 300 }));
  standIn.setPlayer(aWirePlayer({ name: "CardedToo", games: 200 }));
  const elsewhere = await startElsewhere();
  await page.goto(elsewhere.url);
  for (const card of cardFiles({ id: "1", year: "2025", other: "CardedToo" })) {
    const png = `/user/Carded/cards/${card}.png`;
    // On a busy machine it may have said so first; what is compared is what was drawn.
    await expect
      .poll(async () => (await page.request.get(site.url + png)).headers()["x-longplay-error"])
      .toBeUndefined();
    const difference = await page.evaluate(async (base) => {
      const pixels = async (url: string) => {
        const image = new Image();
        image.crossOrigin = "anonymous";
        image.src = url;
        await image.decode();
        const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
        const context = canvas.getContext("2d");
        if (!context) throw new Error("no canvas");
        context.fillStyle = "#808080";
        context.fillRect(0, 0, canvas.width, canvas.height);
        context.drawImage(image, 0, 0);
        return context.getImageData(0, 0, canvas.width, canvas.height).data;
      };
      const [svg, png] = await Promise.all([
        pixels(`${base}.svg?theme=light`),
        pixels(`${base}.png`),
      ]);
      if (svg.length !== png.length) return 255;
      return svg.reduce((sum, value, at) => sum + Math.abs(value - (png[at] ?? 0)), 0) / svg.length;
    }, `${site.url}/user/Carded/cards/${card}`);
    // Of 255: smoothed edges differ a little, anything misplaced a lot.
    expect(difference, card).toBeLessThan(1.5);
  }
  await elsewhere.close();
});

test("the reader's light or dark setting decides in the theme auto", async ({
  page,
  site,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Auto", games: 20 }));
  const shots: Buffer[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto(`${site.url}/user/Auto/cards/summary.svg`);
    shots.push(await page.screenshot());
  }
  expect(shots[0]?.equals(shots[1] ?? Buffer.of())).toBe(false);
});

test("a card is one document, and says what it may load: nothing", { tag: "@check" }, async ({
  request,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Closed", games: 20 }));
  const response = await request.get("/user/Closed/cards/recent.svg");
  const headers = response.headers();
  expect(headers["content-security-policy"]).toBe(
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
  );
  expect(headers["content-type"]).toContain("image/svg+xml");
  const svg = await response.text();
  expect(svg.match(/href="data:image\/png;base64,/g)).toHaveLength(5);
  expect(svg).not.toMatch(/href="(?!#|data:)/);
  const again = await request.get("/user/Closed/cards/recent.svg", {
    headers: { "If-None-Match": headers.etag ?? "" },
  });
  expect(again.status()).toBe(304);
});

test("a card of an unknown player says so with status 200, cached for a minute", {
  tag: "@check",
}, async ({ request, standIn }) => {
  for (const [user, file, code] of [
    ["Nobody", "summary.svg", "player-not-found"],
    ["Nobody", "summary.png", "player-not-found"],
    ["x", "signature.svg", "invalid-user"],
  ]) {
    const response = await request.get(`/user/${user}/cards/${file}`);
    expect(response.status()).toBe(200);
    expect(response.headers()["cache-control"]).toBe("public, max-age=60, s-maxage=60");
    expect(response.headers()["cdn-cache-control"]).toBe("max-age=60");
    expect(response.headers()["cache-status"]).toBe(`Longplay; detail=${code}`);
    expect(response.headers()["x-longplay-error"]).toBe(code);
  }
  expect(standIn.count("profile")).toBeLessThanOrEqual(1);
  expect((await request.get("/user/Nobody/cards/nonsense.svg")).status()).toBe(404);
});

for (const [failure, code] of [
  ["unavailable", "unavailable"],
  ["hang", "too-late"],
  ["html", "invalid-response"],
  ["cut", "unavailable"],
  ["rate-limited", "rate-limited"],
] as const) {
  test(`while RetroAchievements fails (${failure}), a card answers within 2.5 seconds`, async ({
    request,
    site,
    standIn,
  }) => {
    const name = `Failing${failure.replace("-", "")}`;
    standIn.setPlayer(aWirePlayer({ name, games: 5 }));
    standIn.fail(failure);
    const url = `/user/${name}/cards/summary.svg`;
    const { result: response, milliseconds, slowest } = await paced(site.url, request.get(url));
    expect(milliseconds).toBeLessThan(CARD_MS + 4 * slowest);
    expect(response.status()).toBe(200);
    expect(response.headers()["x-longplay-error"]).toBe(code);
  });

  test(`while the media host fails (${failure}), a card has drawn images and is kept briefly`, async ({
    request,
    site,
    standIn,
  }) => {
    const name = `NoPic${failure.replace("-", "")}`;
    standIn.setPlayer(aWirePlayer({ name, games: 5, seed: failure.length }));
    standIn.fail(failure, { endpoint: "media" });
    const url = `/user/${name}/cards/summary.svg`;
    const { result: response, milliseconds, slowest } = await paced(site.url, request.get(url));
    expect(milliseconds).toBeLessThan(CARD_MS + 4 * slowest);
    expect(response.headers()["cache-control"]).toBe("public, max-age=60, s-maxage=60");
    expect(response.headers()["cdn-cache-control"]).toBe("max-age=60");
    expect(await response.text()).not.toContain("<image");
  });
}

test("a card carries its date when newer data could not be had, and not before", async ({
  request,
  standIn,
  siteWith,
}) => {
  const site = await siteWith(SOON_STALE);
  standIn.setPlayer(aWirePlayer({ name: "Dated", games: 5 }));
  const url = `${site.url}/user/Dated/cards/signature.svg`;
  const card = async () => (await request.get(url)).text();
  await expect.poll(card).toContain("<image");
  const fresh = await card();
  standIn.fail("unavailable");
  let firstStale = "";
  await expect
    .poll(async () => {
      const answer = await request.get(url);
      firstStale = await answer.text();
      return answer.headers()["cache-status"];
    })
    .toContain("detail=stale");
  // It was answered before the refresh.
  expect(firstStale).toBe(fresh);
  await expect.poll(card).not.toBe(fresh);
});

test("two servers on one store share their images", async ({
  request,
  site,
  standIn,
  siteWith,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Imaged", games: 1 }));
  await request.get(`${site.url}/user/Imaged/cards/summary.svg`);
  await expect
    .poll(async () =>
      (await (await request.get(`${site.url}/user/Imaged/cards/summary.svg`)).text()).includes(
        "<image",
      ),
    )
    .toBe(true);
  const other = await siteWith();
  standIn.resetCalls();
  const svg = await (await request.get(`${other.url}/user/Imaged/cards/summary.svg`)).text();
  expect(svg).toContain("<image");
  expect(standIn.count("media")).toBe(0);
});

test("a warning about one URL is not in the same card under another URL", async ({
  request,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Unspoilt", games: 3 }));
  const card = async (search: string) =>
    (await request.get(`/user/Unspoilt/cards/summary.svg${search}`)).text();
  // Images come with the first one, or soon after: only a complete card is kept.
  await expect.poll(() => card("?wrong_here=1")).toContain("<image");
  expect(await card("?wrong_here=1")).toContain("<!-- Left out: wrong_here -->");
  expect(await card("")).not.toContain("<!--");
  expect(await card("?other=1")).toContain("<!-- Left out: other -->");
});

test("a badge for shields.io", { tag: "@check" }, async ({ request, standIn }) => {
  standIn.setPlayer(aWirePlayer({ name: "Badged", games: 20 }));
  const badge = await (await request.get("/user/Badged/badge.json?show=points")).json();
  expect(badge).toEqual({ schemaVersion: 1, label: "points", message: "399,597", color: "d99b12" });
  expect(await (await request.get("/user/Badged/badge.json")).json()).toMatchObject({
    label: "mastered",
    message: expect.stringMatching(/^\d+$/),
  });
  const odd = await request.get("/user/Badged/badge.json?show=shiny&locale=nowhere");
  expect(odd.status()).toBe(200);
  expect(await odd.json()).toMatchObject({ label: "mastered" });
  const german = await request.get("/user/Badged/badge.json?show=points&locale=de");
  expect(await german.json()).toMatchObject({ label: "Punkte", message: "399.597" });
});

test("a badge without a figure says why, and is asked for again soon", async ({
  request,
  standIn,
  startOwnSite,
}) => {
  const badge = "badge.json?show=mastered";
  standIn.setPlayer(aWirePlayer({ name: "Badgeless", games: 20 }));
  const chosen = await startOwnSite({ PLAYERS: "Somebody", CLIENT_REQUESTS_PER_MINUTE: "1" });
  standIn.fail("unavailable", { user: "BadgeAway" });
  for (const [path, message, code] of [
    [`/user/NobodyAtAll8/${badge}`, "No such player", "player-not-found"],
    [`/user/NobodyAtAll8/${badge}&locale=de`, "Unbekannter Name", "player-not-found"],
    [`/user/a!/${badge}`, "No such player", "invalid-user"],
    [`/user/Badgeless/${badge}&status=shiny`, "invalid status", "invalid-parameters"],
    [`/user/BadgeAway/${badge}`, "RetroAchievements is not answering", "unavailable"],
    [`${chosen.url}/user/Badgeless/${badge}`, "Not shown here", "player-not-served"],
  ] as const) {
    const answer = await request.get(path);
    expect(answer.status(), path).toBe(200);
    expect(await answer.json(), path).toEqual({
      ...{ schemaVersion: 1, label: "Longplay", message, color: "red", isError: true },
    });
    expect(answer.headers()["x-longplay-error"], path).toBe(code);
    expect(answer.headers()["cache-control"], path).toBe("public, max-age=60, s-maxage=60");
    expect(answer.headers().etag, path).toBeUndefined();
  }
});

test("the card that a list's link unfolds to counts the games of the list", async ({
  request,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Listed", games: 60 }));
  const described = async (search: string) => {
    const svg = await (await request.get(`/user/Listed/cards/share.svg${search}`)).text();
    return /<desc>([^<]*)<\/desc>/.exec(svg)?.[1];
  };
  const list = await (await request.get("/api/v1/users/Listed/games?status=eq-mastered")).json();
  expect(list.total).toBeGreaterThan(0);
  const games = list.total === 1 ? "1 game" : `${list.total} games`;
  expect(await described("?status=eq-mastered")).toBe(`Mastered: ${games}.`);
  expect(await described("?status=best")).toBe(await described(""));
});

test("a card of a year counts what the list of its awards counts, and no other name is a card", async ({
  request,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Yearly", games: 60 }));
  const rows = await (await request.get("/api/v1/users/Yearly/games?status=awarded")).json();
  const year = String(rows.results[0].highestAwardDate).slice(0, 4);
  const list = await (await request.get(`/api/v1/users/Yearly/games?awarded=${year}`)).json();
  expect(list.total).toBeGreaterThan(0);
  for (const card of ["year", "share"]) {
    const svg = await (await request.get(`/user/Yearly/cards/${card}-${year}.svg`)).text();
    const award = list.total === 1 ? "award" : "awards";
    expect(svg).toMatch(new RegExp(`<desc>${year}[^:]*: ${list.total} ${award}[,.]`));
  }
  for (const file of [
    "year-20261",
    "year-0",
    "year",
    "share-1",
    "versus-x!",
    "versus-x",
    "versus",
  ]) {
    expect((await request.get(`/user/Yearly/cards/${file}.svg`)).status(), file).toBe(404);
  }
});

test("a card of two players says who of them is missing, and that two are not one", {
  tag: "@check",
}, async ({ request, standIn }) => {
  standIn.setPlayer(aWirePlayer({ name: "Foremost", games: 40 }));
  standIn.setPlayer(aWirePlayer({ name: "Behind", games: 30 }));
  const ask = async (path: string) => {
    const response = await request.get(path);
    expect(response.status(), path).toBe(200);
    const [, title, text] =
      /<title>(.*)<\/title><desc>(.*)<\/desc>/.exec(await response.text()) ?? [];
    return { title, text, headers: response.headers() };
  };
  const both = await ask("/user/Foremost/cards/versus-BEHIND.svg");
  expect(both.title).toBe("Foremost");
  expect(both.text).toMatch(/^Foremost \(.*\) – Behind \(.*\d games? in common/);
  expect(both.headers["x-longplay-error"]).toBeUndefined();
  expect(both.headers["cdn-cache-control"]).toContain("max-age=");

  const embedded = await request.get("/api/oembed?url=/user/Foremost/cards/versus-Behind.svg");
  expect(await embedded.json()).toMatchObject({ type: "photo", width: 495, height: 208 });

  const nobody = await ask("/user/Foremost/cards/versus-Nobody7.svg");
  expect(nobody.text).toBe("RetroAchievements knows nobody called Nobody7.");
  expect(nobody.headers["x-longplay-error"]).toBe("player-not-found");
  expect(nobody.headers["cache-control"]).toBe("public, max-age=60, s-maxage=60");
  const nobodyFirst = await ask("/user/Nobody7/cards/versus-Foremost.svg");
  expect(nobodyFirst.text).toBe(nobody.text);

  standIn.setPlayer(aWirePlayer({ name: "Unasked", games: 5 }));
  const callsBefore = standIn.calls().length;
  const impossible = await ask("/user/no-name/cards/versus-Unasked.svg");
  expect(impossible.headers["x-longplay-error"]).toBe("invalid-user");
  expect(standIn.calls()).toHaveLength(callsBefore);

  const twice = await ask("/user/foremost/cards/versus-FOREMOST.svg");
  expect(twice.title).toBe("One player, twice");
  expect(twice.headers["x-longplay-error"]).toBe("same-player");
});

test("made-up players show every card in every theme, and take no other option", async ({
  request,
}) => {
  const card = async (file: string) => {
    const response = await request.get(`/demo-media/cards/${file}`);
    return { status: response.status(), svg: await response.text() };
  };
  const plain = await card("versus.svg");
  expect(plain.svg).toMatch(/<desc>LampLighter .* games in common/);
  expect((await card("versus.svg?theme=felt")).svg).not.toBe(plain.svg);
  expect(await card("versus.svg?theme=none&hide=avatar&other=x")).toEqual(plain);
  expect((await card("lately.svg")).svg).toMatch(/<desc>Lately: .*(?:achievements|Mastered)/);
  for (const name of ["year", "share-year", "game", "summary"]) {
    expect((await card(`${name}.svg`)).status, name).toBe(200);
  }
  for (const file of ["versus-LampLighter.svg", "year-2026.svg", "nothing.svg", "summary.png"]) {
    expect((await card(file)).status, file).toBe(404);
  }
});

test("a card of two players waits for the slower of them only, and names who is too late", async ({
  request,
  site,
  standIn,
}) => {
  for (const name of ["Prompt", "Tardy"]) standIn.setPlayer(aWirePlayer({ name, games: 5 }));
  standIn.fail("hang", { user: "Tardy" });
  const url = "/user/Prompt/cards/versus-Tardy.svg";
  const { result: response, milliseconds, slowest } = await paced(site.url, request.get(url));
  expect(milliseconds).toBeLessThan(CARD_MS + 4 * slowest);
  expect(response.headers()["x-longplay-error"]).toBe("too-late");
  expect(await response.text()).toContain("<title>Tardy: One moment</title>");
});

test("a card of two players is as old as what is known of the older", async ({
  request,
  standIn,
  siteWith,
}) => {
  const site = await siteWith(SOON_STALE);
  for (const name of ["Older", "Newer"]) standIn.setPlayer(aWirePlayer({ name, games: 5 }));
  const heightOf = (svg: string) => Number(/ height="(\d+)"/.exec(svg)?.[1]);
  const card = async () => request.get(`${site.url}/user/Newer/cards/versus-Older.svg`);
  const plain = heightOf(await (await card()).text());
  standIn.fail("unavailable", { user: "Older" });
  await expect.poll(async () => heightOf(await (await card()).text())).toBe(plain + 24);
  expect((await card()).headers()["cache-status"]).toContain("detail=stale");
});

test("cards are small: a summary 12 kB compressed, five games 40 kB", async ({
  request,
  siteWith,
}) => {
  const site = await siteWith(DEMO);
  for (const [file, most] of [
    ["summary.svg", 12_000],
    ["recent.svg?count=5", 40_000],
    ["shelf.svg", 40_000],
    ["share.svg", 50_000],
    ["year-2026.svg", 50_000],
    ["share-2026.svg", 60_000],
    ["versus-WeekendWilma.svg", 16_000],
  ] as const) {
    const svg = await (await request.get(`${site.url}/user/LampLighter/cards/${file}`)).body();
    const bytes = gzipSync(svg).length;
    console.log(`${file}: ${bytes} bytes compressed`);
    expect(svg.toString()).toContain("<image");
    expect(bytes, file).toBeLessThanOrEqual(most);
  }
});

test("a contact sheet of a site with a key needs the name of a player", async ({ site }) => {
  const { code, output } = await runScript("contact-sheet", [site.url]);
  expect(output).toContain("Name one: npm run contact-sheet --");
  expect(code).toBe(1);
});
