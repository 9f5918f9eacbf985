import { mkdirSync, writeFileSync } from "node:fs";
import { arch, cpus, loadavg, platform, release, totalmem } from "node:os";
import { join } from "node:path";
import { VERSION } from "@/lib/version";
import { load } from "../e2e/support/load";
import { createRaStandIn } from "../e2e/support/ra-stand-in";
import { type Redis, startRedis } from "../e2e/support/redis";
import { startSite } from "../e2e/support/site";
import { aWirePlayer } from "../e2e/support/wire-player";
import { type Compared, type Cost, compare } from "./bench-http";
import { measureWork } from "./bench-work";
import { ROOT } from "./run.mjs";

const USER = "Benched";
const COMPARED: Compared[] = [
  { name: "card, SVG", path: `/user/${USER}/cards/summary.svg`, floor: "route" },
  { name: "card, PNG", path: `/user/${USER}/cards/summary.png`, floor: "route" },
  {
    name: "JSON of 100 games",
    path: `/api/v1/users/${USER}/completion-progress`,
    floor: "route",
  },
  {
    name: "drop-in, 500 games",
    path: `/API/API_GetUserCompletionProgress.php?u=${USER}&c=500`,
    floor: "route",
  },
  {
    name: "a card's 304",
    path: `/user/${USER}/cards/summary.svg`,
    headers: { "If-None-Match": "*" },
    floor: "route",
  },
  { name: "overview", path: `/user/${USER}`, floor: "page" },
  { name: "Completion Progress page", path: `/user/${USER}/progress`, floor: "page" },
  { name: "filtered page", path: `/user/${USER}/progress?status=eq-mastered`, floor: "page" },
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
      "Milliseconds of a processor for one warm answer, the middle of three rounds in which each was asked in",
      "turn; the ratios are of a floor to ours: Next with as many bytes from a constant, and node:http.",
      "",
      table([
        ["answer", "bytes", "ours", "Next", "node:http", "of Next", "of http"],
        ...costs.map(row),
      ]),
      "",
      table([["what it takes", ""], ...counted]),
      "",
      table([
        ["work, one at a time", "ms"],
        ...work.map(({ name, milliseconds }) => [name, milliseconds.toFixed(2)]),
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

function row({ name, bytes, ours, next, http }: Cost): string[] {
  const ratio = (floor: number) => (floor / ours).toFixed(2);
  return [
    name,
    String(bytes),
    ...[ours, next, http].map((each) => each.toFixed(2)),
    ratio(next),
    ratio(http),
  ];
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
