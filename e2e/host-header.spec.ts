import { get, type IncomingHttpHeaders, type RequestOptions } from "node:http";
import { expect, NAMED, test } from "./support/fixtures";
import { aWirePlayer } from "./support/wire-player";

const HOSTILE = {
  Host: "evil.example",
  "X-Forwarded-Host": "evil.example",
  "X-Forwarded-Proto": "javascript",
  Forwarded: "host=evil.example;proto=javascript",
};

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

/** Asks with a `Host` of one's own, which Playwright's `request` cannot. */
function ask(url: string, headers: RequestOptions["headers"]): Promise<Answer> {
  return new Promise((resolve, reject) => {
    get(url, { headers }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (text: string) => {
        body += text;
      });
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
      );
    }).on("error", reject);
  });
}

test("no answer is made from the host or the scheme that a request names", async ({
  standIn,
  site,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Hosted", games: 20 }));
  for (const [path, status] of [
    ["/", 200],
    ["/robots.txt", 200],
    ["/sitemap.xml", 200],
    ["/user/Hosted", 200],
    ["/user/Hosted/progress?status=eq-mastered", 200],
    ["/user/hosted", 308],
    ["/user/Hosted/progress?page=1", 307],
    ["/user/Hosted?status=eq-mastered", 308],
    ["/user/Hosted/progress?filter[status]=eq-mastered", 308],
    ["/user/Hosted/", 308],
    ["/user//Hosted", 308],
    ["/user/Hosted/embed", 200],
    ["/user/hosted/embed", 308],
    ["/user/NobodyHosted", 404],
    ["/user/Hosted/feed.xml", 200],
    ["/user/Hosted/frame", 200],
    ["/user/Hosted/cards/summary.svg", 200],
    ["/api/oembed?url=/user/Hosted", 200],
    ["/api/oembed?url=/user/Hosted/cards/recent.svg", 200],
    ["/api/oembed?url=http%3A%2F%2Fevil.example%2Fuser%2FHosted", 422],
    ["/find?user=Hosted", 303],
    ["/nothing", 404],
  ] as const) {
    const answer = await ask(site.url + path, HOSTILE);
    expect(answer.status, path).toBe(status);
    expect(JSON.stringify(answer.headers), path).not.toMatch(/evil|javascript:/);
    expect(answer.body, path).not.toMatch(/evil\.example|javascript:/);
    const { location } = answer.headers;
    if (location !== undefined) expect(location, path).toMatch(/^\/(?!\/)/);
  }
});

test("without an address of its own the site is at localhost, with one everything is there", async ({
  request,
  standIn,
  site,
  siteWith,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Addressed", games: 5 }));
  const set = await siteWith(NAMED);
  for (const [of, address] of [
    [site.url, "http://localhost:\\d+"],
    [set.url, "https://longplay\\.test"],
  ]) {
    expect(await (await request.get(`${of}/robots.txt`)).text()).toMatch(
      new RegExp(`Sitemap: ${address}/sitemap.xml`),
    );
    expect(await (await request.get(`${of}/sitemap.xml`)).text()).toMatch(
      new RegExp(`<loc>${address}/</loc>`),
    );
    expect(await (await request.get(`${of}/user/Addressed/feed.xml`)).text()).toMatch(
      new RegExp(`href="${address}/user/Addressed/feed.xml"`),
    );
    const embed = await (await request.get(`${of}/api/oembed?url=/user/Addressed`)).json();
    expect(embed.author_url).toMatch(new RegExp(`^${address}/user/Addressed$`));
    expect(embed.html).toMatch(new RegExp(`src="${address}/user/Addressed/frame"`));
  }
});

test("the builder's snippets name the address that the browser is at, or the site's own", async ({
  page,
  standIn,
  site,
  siteWith,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Snippets", games: 5 }));
  const set = await siteWith(NAMED);
  const snippet = page.getByRole("tabpanel").getByRole("textbox");
  await page.goto(`${site.url}/user/Snippets/embed`);
  const card = "/user/Snippets/cards/summary.svg";
  await expect(snippet).toHaveValue(new RegExp(`\\(${site.url}${card}\\)`));
  await page.goto(`${set.url}/user/Snippets/embed`);
  await expect(snippet).toHaveValue(new RegExp(`\\(https://longplay\\.test${card}\\)`));
});
