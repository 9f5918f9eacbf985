import { mkdirSync, writeFileSync } from "node:fs";
import { arch, cpus, loadavg, platform, release, totalmem } from "node:os";
import { join } from "node:path";
import { VERSION } from "@/lib/version";
import { load } from "../e2e/support/load";
import { createRaStandIn } from "../e2e/support/ra-stand-in";
import { type Redis, startRedis } from "../e2e/support/redis";
import { startSite } from "../e2e/support/site";
import { aWirePlayer } from "../e2e/support/wire-player";
import { type Compared, type Costs, compare } from "./bench-http";
import { measureWork } from "./bench-work";
import { ROOT } from "./run.mjs";

const USER = "Benched";
const CARD = `/user/${USER}/cards/summary.svg`;
const HELD = { "If-None-Match": "*" };
const COMPARED: Compared[] = [
  { name: "card, SVG", path: CARD, floor: "route" },
  {
    name: "JSON of 100 games",
    path: `/api/v1/users/${USER}/completion-progress`,
    floor: "route",
  },
  { name: "library", path: `/api/v1/users/${USER}/library`, floor: "route" },
  {
    name: "drop-in, 500 games",
    path: `/API/API_GetUserCompletionProgress.php?u=${USER}&c=500`,
    floor: "route",
  },
  { name: "a card's 304", path: CARD, headers: HELD, floor: "route" },
  { name: "a page's 304", path: `/user/${USER}`, headers: HELD, floor: "page" },
  { name: "overview", path: `/user/${USER}`, floor: "page" },
  { name: "Completion Progress page", path: `/user/${USER}/progress`, floor: "page" },
];

/** How many commands Redis has run since it started. */
async function commands(redis: Redis): Promise<number> {
  const info = String(await redis.command("INFO", "commandstats"));
  return [...info.matchAll(/cmdstat_(\S+?):calls=(\d+)/g)]
    .filter(([, name]) => name !== "info")
    .reduce((sum, [, , calls]) => sum + Number(calls), 0);
}

/**
 * Measures everything, prints it as tables, and writes it with machine and versions to a file.
 *
 * @param file where to; its folder is made
 */
export async function bench(file: string): Promise<void> {
  const key = "a-key-of-the-bench";
  const standIn = await createRaStandIn({ key });
  const redis = await startRedis();
  const start = (freshSeconds: number) =>
    startSite({
      env: {
        RA_WEB_API_KEY: key,
        RA_API_BASE_URL: standIn.url,
        RA_MEDIA_BASE_URL: standIn.mediaUrl,
        KV_REST_API_URL: redis.restUrl,
        KV_REST_API_TOKEN: redis.token,
        CACHE_FRESH_SECONDS: String(freshSeconds),
      },
    });
  const site = await start(3600);
  // To it, whatever is stored is too old.
  const second = await start(0);
  try {
    standIn.setPlayer(aWirePlayer({ name: USER, games: 1313 }));
    const path = `/api/v1/users/${USER}/completion-progress`;
    const json = site.serverUrl + path;
    const counted: [string, string][] = [];
    const count = async (name: string, work: () => Promise<unknown>) => {
      const [calls, before] = [standIn.calls().length, await commands(redis)];
      await work();
      await stillness(redis);
      const asked = standIn.calls().length - calls;
      counted.push([
        name,
        `${asked} calls, ${(await commands(redis)) - before} commands of the store`,
      ]);
    };
    await count("a cold load of 1,313 games", () => fetch(json));
    await count("a thousand warm requests", () => load(json, { connections: 8, amount: 1000 }));
    await count("a refresh, by a second server that has the player not yet", () =>
      fetch(second.serverUrl + path),
    );
    const costs = await compare(site, COMPARED);
    const work = await measureWork();

    const text = [
      "One warm answer, asked for in each encoding, beside Next sending as many bytes: a constant of a route handler, or",
      "a static page. Medians of five rounds that load both in turn; the first ratio is Next's processor time to ours, the",
      "second our requests a second to Next's: 1 is equal, more is faster. With brotli, Next sends gzip.",
      "",
      table([
        ["answer", "encoding", "bytes", "Next's", "ms", "Next's", "ratio", "a second"],
        ...costs.map(row),
      ]),
      "",
      "Bytes of brotli to those of gzip:",
      table(sizes(costs)),
      "",
      table([["what it takes", ""], ...counted]),
      "",
      table([
        ["work, one at a time", "ms"],
        ...work.map(({ name, milliseconds }) => [name, milliseconds.toFixed(3)]),
      ]),
      "",
      machine(),
      "",
    ].join("\n");
    console.log(text);
    mkdirSync(join(ROOT, file, ".."), { recursive: true });
    writeFileSync(join(ROOT, file), text);
    console.log(`Written to ${file}`);
  } finally {
    await Promise.all([site.stop(), second.stop()]);
    await redis.close();
    await standIn.close();
  }
}

/** Waits until the store gets no more commands: what is written behind an answer is counted too. */
async function stillness(redis: Redis): Promise<void> {
  for (let last = -1, now = await commands(redis); now !== last; ) {
    await new Promise((resolve) => setTimeout(resolve, 300));
    last = now;
    now = await commands(redis);
  }
}

function row({ name, encoding, ours, next }: Costs): string[] {
  return [
    name,
    encoding,
    ...[ours, next].map(({ bytes }) => String(bytes)),
    ...[ours, next].map(({ milliseconds }) => milliseconds.toFixed(2)),
    (next.milliseconds / ours.milliseconds).toFixed(2),
    (ours.requestsPerSecond / next.requestsPerSecond).toFixed(2),
  ];
}

/** Of each answer with a body. */
function sizes(costs: readonly Costs[]): string[][] {
  const bytesOf = (name: string, encoding: Costs["encoding"]) =>
    costs.find((each) => each.name === name && each.encoding === encoding)?.ours.bytes ?? 0;
  return COMPARED.filter(({ headers }) => headers !== HELD).map(({ name }) => [
    name,
    `${((bytesOf(name, "brotli") / bytesOf(name, "gzip")) * 100).toFixed(1)} %`,
  ]);
}

/** Columns under each other: the first is text, the others numbers. */
function table(rows: string[][]): string {
  const widths = (rows[0] ?? []).map((_, at) =>
    Math.max(...rows.map((row) => row[at]?.length ?? 0)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, at) =>
          at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0),
        )
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function machine(): string {
  const all = cpus();
  return [
    `Longplay ${VERSION}, Node ${process.versions.node}, ${new Date().toISOString().slice(0, 16)}Z`,
    `${platform()} ${release()} ${arch()}, ${all.length} × ${all[0]?.model ?? "?"}, ${Math.round(totalmem() / 2 ** 30)} GiB, load ${loadavg()[0]?.toFixed(1)}`,
  ].join("\n");
}
