import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { Agent, get } from "node:http";
import { connect } from "node:net";
import { fileURLToPath } from "node:url";
import getPort from "get-port";
import { LIMITS } from "@/lib/limits";
import { isBuilt } from "../scripts/build.mjs";
import { startChild } from "./support/child";
import { expect, test } from "./support/fixtures";
import { NOTHING_SET } from "./support/site";
import { aWirePlayer } from "./support/wire-player";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
/** What is stopped in bounded time would otherwise go on for ever, on a busy machine as on an idle one. */
const LONGEST_MS = 3 * LIMITS.stopMs;

test("a SIGTERM for npm ends the server that npm started", async () => {
  expect(isBuilt(), "npm start would build first: run npm test -- build").toBe(true);
  const port = await getPort();
  const npm = startChild("npm", ["start", "--prefix", ROOT], {
    ...NOTHING_SET,
    DATA_DIR: test.info().outputPath("data"),
    NODE_ENV: "production",
    PORT: String(port),
  });
  await npm.ready(async () => (await fetch(`http://127.0.0.1:${port}/api/health`)).ok);
  const started = descendants(npm.pid ?? 0);
  expect(started.length).toBeGreaterThanOrEqual(2);
  npm.signal("SIGTERM");
  await expect.poll(() => started.filter(isAlive), { timeout: LONGEST_MS }).toEqual([]);
  await npm.ended();
});

test("what is under way at a SIGTERM is answered, and connections that stay open do not keep the server", async ({
  standIn,
  startOwnSite,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Leisurely", games: 5 }));
  const site = await startOwnSite();
  const { hostname, port } = new URL(site.serverUrl);
  const silent = connect(Number(port), hostname);
  const half = connect(Number(port), hostname);
  half.write("GET /api/health HTTP/1.1\r\nHost: localhost\r\n");
  for (const socket of [silent, half]) socket.on("error", () => undefined);
  await Promise.all([once(silent, "connect"), once(half, "connect")]);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ask = () => statusOf(`${site.serverUrl}/api/health`, agent);
  expect(await ask()).toBe(200);

  standIn.setLatency(1500);
  const underWay = fetch(`${site.serverUrl}/api/v1/users/Leisurely/library`);
  let early: unknown;
  underWay.then(
    (answer) => {
      early = answer.status;
    },
    (error: unknown) => {
      early = error;
    },
  );
  await expect.poll(() => early ?? standIn.count("profile")).toBe(1);
  const asked = Date.now();
  // A client that never closes its connection.
  const busy = (async () => {
    while ((await ask().catch(() => 0)) === 200);
  })();
  const exit = site.terminate();
  const answer = await underWay;
  expect(answer.status).toBe(200);
  expect((await answer.text()).length).toBeGreaterThan(20);
  expect(await exit).toBe(143);
  expect(Date.now() - asked).toBeLessThan(LONGEST_MS);
  await busy;
  for (const socket of [silent, half]) socket.destroy();
  agent.destroy();
});

test("a server that waits for RetroAchievements stops all the same, and so does a refresh", async ({
  standIn,
  startOwnSite,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "NeverEnding", games: 5 }));
  standIn.setPlayer(aWirePlayer({ name: "Restless", games: 5 }));
  const site = await startOwnSite({ UPSTREAM_TIMEOUT_MS: "60000", CACHE_FRESH_SECONDS: "1" });
  await fetch(`${site.serverUrl}/api/v1/users/Restless/library`);
  standIn.fail("hang");
  await expect
    .poll(async () => {
      const answer = await fetch(`${site.serverUrl}/api/v1/users/Restless/library`);
      return answer.headers.get("cache-status");
    })
    .toContain("stale");
  const waiting = fetch(`${site.serverUrl}/api/v1/users/NeverEnding/library`).catch(() => null);
  await expect
    .poll(() => standIn.calls().filter(({ params }) => params.u?.toLowerCase() === "neverending"))
    .not.toEqual([]);
  const asked = Date.now();
  expect(await site.terminate()).toBe(143);
  expect(Date.now() - asked).toBeLessThan(LONGEST_MS);
  await waiting;
});

test("a request to upgrade is answered and its connection closed, so that it does not keep a server from stopping", async ({
  startOwnSite,
}) => {
  const site = await startOwnSite();
  for (const protocol of ["websocket", "h2c"]) {
    for (const [path, status] of [
      ["/no/such/page", 404],
      ["/api/health", 200],
    ]) {
      const answer = await upgrade(`${site.serverUrl}${path}`, protocol);
      expect(answer, `${protocol} ${path}`).toContain(`HTTP/1.1 ${status} `);
    }
  }
  const asked = Date.now();
  expect(await site.terminate()).toBe(143);
  // As soon as one without connections: nothing is waited for.
  expect(Date.now() - asked).toBeLessThan(LIMITS.stopMs);
});

test("a hundred busy connections do not keep a server from stopping", async ({
  standIn,
  startOwnSite,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Crowded", games: 300 }));
  const site = await startOwnSite();
  const url = `${site.serverUrl}/user/Crowded/progress?q=`;
  let answers = 0;
  let isOver = false;
  const busy = Array.from({ length: 100 }, async (_, client) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    for (let round = 0; !isOver; round++) {
      if (await statusOf(`${url}${client}x${round}`, agent).catch(() => null)) answers++;
    }
    agent.destroy();
  });
  await expect.poll(() => answers, { timeout: 60_000 }).toBeGreaterThan(10);
  const asked = Date.now();
  expect(await site.terminate()).toBe(143);
  expect(Date.now() - asked).toBeLessThan(LONGEST_MS);
  isOver = true;
  await Promise.all(busy);
});

test("an idle connection stays open for longer than clients keep one", async ({ site }) => {
  const said = async () => (await fetch(`${site.serverUrl}/api/health`)).headers.get("keep-alive");
  // What was asked before the server was ready is answered as Node does by itself.
  await expect.poll(said).toBe("timeout=75");
});

/** All that is answered to a request to upgrade until the server closes the connection. */
async function upgrade(url: string, protocol: string): Promise<string> {
  const { hostname, port, pathname } = new URL(url);
  const socket = connect(Number(port), hostname).setEncoding("latin1");
  let answer = "";
  socket.on("data", (text) => {
    answer += text;
  });
  socket.write(
    `GET ${pathname} HTTP/1.1\r\nHost: site\r\nConnection: Upgrade\r\nUpgrade: ${protocol}\r\n\r\n`,
  );
  await once(socket, "close");
  return answer;
}

function statusOf(url: string, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { agent }, (response) => {
      response.resume();
      response.once("end", () => resolve(response.statusCode ?? 0));
    }).once("error", reject);
  });
}

/** The processes that a process has started, and those that they have. */
function descendants(pid: number): number[] {
  const rows = execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" })
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number));
  const below = (parent: number): number[] =>
    rows.flatMap(([child = 0, of]) => (of === parent ? [child, ...below(child)] : []));
  return below(pid);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
