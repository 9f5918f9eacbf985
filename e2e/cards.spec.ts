import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { cardFiles } from "../scripts/card-files.mjs";
import { untilPlayerIsFilled } from "./support/filled-player";
import { DEMO, expect, test } from "./support/fixtures";
import { runScript } from "./support/script";
import { aWirePlayer } from "./support/wire-player";

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
  // What is read behind answers may come between the two pictures.
  for (const name of ["Carded", "CardedToo"]) await untilPlayerIsFilled(site, name);
  const elsewhere = await startElsewhere();
  await page.goto(elsewhere.url);
  const openApi = await (await page.request.get(`${site.url}/api/openapi.json`)).json();
  const cards = cardFiles(openApi, { id: 1, year: 2025, other: "CardedToo" });
  expect(cards).toContain("summary");
  for (const card of cards) {
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
  expect((await card("lately.svg")).svg).toMatch(
    /<desc>Recent activity: .*(?:achievements|Mastered)/,
  );
  for (const name of ["year", "share-year", "game", "summary"]) {
    expect((await card(`${name}.svg`)).status, name).toBe(200);
  }
  for (const file of ["versus-LampLighter.svg", "year-2026.svg", "nothing.svg", "summary.png"]) {
    expect((await card(file)).status, file).toBe(404);
  }
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
