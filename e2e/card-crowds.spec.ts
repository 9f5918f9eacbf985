import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { APIRequestContext } from "@playwright/test";
import { expect, test } from "./support/fixtures";

/** A PNG as large as one may be, that no other test requests, of a name that cannot exist. */
const aVariant = (number: number) =>
  `/user/no!such/cards/share.png?scale=3&bg=${number.toString(16).padStart(6, "0")}`;

interface Asked {
  status: number;
  type: string | undefined;
  code: string | undefined;
  milliseconds: number;
}

async function ask(request: APIRequestContext, url: string): Promise<Asked> {
  const started = performance.now();
  const response = await request.get(url);
  await response.body();
  const headers = response.headers();
  return {
    status: response.status(),
    type: headers["content-type"],
    code: headers["x-longplay-error"],
    milliseconds: performance.now() - started,
  };
}

const CLIENTS = 24;

test("a crowd that asks for PNGs does not keep a light request waiting", async ({
  request,
  startOwnSite,
}) => {
  const site = await startOwnSite();
  await ask(request, site.url + aVariant(0));
  let isOver = false;
  const pngs: Asked[] = [];
  const crowd = Array.from({ length: CLIENTS }, async (_, connection) => {
    for (let number = 1; !isOver; number++) {
      pngs.push(await ask(request, site.url + aVariant(connection * 1000 + number)));
    }
  });
  const light: Asked[] = [];
  while (light.length < 15) {
    await sleep(100);
    light.push(await ask(request, `${site.url}/api/health`));
  }
  isOver = true;
  await Promise.all(crowd);

  const usual = (asked: Asked[]) =>
    asked.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b)[asked.length >> 1] ??
    Number.NaN;
  console.log(
    `${pngs.length} PNGs for ${CLIENTS} clients, usually in ${usual(pngs).toFixed()} ms; ` +
      `${light.length} light requests beside them, usually in ${usual(light).toFixed()} ms`,
  );
  // If PNGs were drawn on the main thread, every request would wait for those before it.
  expect(usual(light)).toBeLessThan(usual(pngs) / 2);
  expect(new Set(pngs.map(({ status, type }) => `${status} ${type}`))).toEqual(
    new Set(["200 image/png"]),
  );
});

test("a PNG that would have to wait too long asks for a moment, and is there later", async ({
  request,
  startOwnSite,
}) => {
  const site = await startOwnSite();
  const urls = Array.from({ length: 80 }, (_, number) => site.url + aVariant(number));
  const asked = await Promise.all(urls.map((url) => ask(request, url)));
  expect(new Set(asked.map(({ status, type }) => `${status} ${type}`))).toEqual(
    new Set(["200 image/png"]),
  );
  const refused = urls.filter((_, at) => asked[at]?.code === "busy");
  // Two are drawn and thirty-two wait: how many more are refused depends on how fast they are drawn.
  expect(refused.length).toBeGreaterThan(0);
  expect(refused.length).toBeLessThan(80);
  await expect
    .poll(async () => (await ask(request, refused[0] ?? "")).code, { timeout: 60_000 })
    .toBe("invalid-user");
});

test("an error message is drawn once, whatever the name in the URL", async ({
  request,
  startOwnSite,
}) => {
  const site = await startOwnSite();
  const url = (user: string) => `${site.url}/user/${user}/cards/share.png?scale=3`;
  const cpu = async (urls: string[]) => {
    const before = site.cpuMilliseconds();
    for (const each of urls) await ask(request, each);
    return site.cpuMilliseconds() - before;
  };
  // The first one compiles code.
  await ask(request, site.url + aVariant(0));
  const drawn = await cpu([1, 2, 3, 4, 5].map((number) => site.url + aVariant(number)));
  await ask(request, url("no!such"));
  const others = await cpu(Array.from({ length: 30 }, (_, number) => url(`nor!this${number}`)));
  // Not to be read where there is no /proc.
  test.skip(Number.isNaN(others), "There is no /proc to read processor time from.");
  // Drawn each time they would take six times as long as five drawings.
  expect(others).toBeLessThan(3 * drawn);
});

/** Tells when a report of the process is asked for in which the names of all connections are looked up. */
const TELL_REPORTS = `data:text/javascript,${encodeURIComponent(`
  const { report } = process;
  const { getReport } = report;
  report.getReport = (error) => {
    if (!report.excludeNetwork) console.log("names of connections were looked up");
    return getReport.call(report, error);
  };`)}`;

test("the first card of a server with many connections is answered at once", async ({
  request,
  startOwnSite,
}) => {
  const site = await startOwnSite({ NODE_OPTIONS: `--import=${TELL_REPORTS}` });
  const open: Socket[] = [];
  for (let number = 0; number < 150; number++) {
    // Linux: an address of this machine that is in no list of names.
    const from = process.platform === "linux" ? { localAddress: "127.9.8.7" } : {};
    const socket = connect({
      port: Number(new URL(site.serverUrl).port),
      host: "127.0.0.1",
      ...from,
    });
    socket.on("error", () => undefined);
    open.push(socket);
    await once(socket, "connect");
  }
  const card = await ask(request, `${site.url}/user/no!such/cards/summary.png`);
  for (const socket of open) socket.destroy();
  expect(card).toMatchObject({ status: 200, type: "image/png", code: "invalid-user" });
  expect(site.logs()).not.toContain("names of connections were looked up");
});
