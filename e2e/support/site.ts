import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import getPort from "get-port";
import { startChild } from "./child";
import { holdsKey } from "./key-leak";
import { startSearchingProxy } from "./searching-proxy";

/** A running site, reached only through a proxy that looks for the key in every answer. */
export interface Site {
  /** No slash at the end. */
  url: string;
  /** The server itself, without the proxy: for what a proxy changes, such as connections. Nothing sent there is searched. */
  serverUrl: string;
  /** Sends the server a SIGTERM. @returns its exit code; null if a signal ended it. @throws if it does not end in 60 s */
  terminate(): Promise<number | null>;
  /** All that the server wrote to stdout and stderr. */
  logs(): string;
  /** CPU time that the server has used so far, in milliseconds; NaN where there is no `/proc`. */
  cpuMilliseconds(): number;
  /** Ends the server as a crash would, at once. It is still to be stopped. */
  kill(): void;
  /** Stops it. @throws Error if the key was in an answer or in the logs. */
  stop(): Promise<void>;
}

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** No setting at all: empty counts as not set, and keeps a developer's .env.local out of the tests. */
export const NOTHING_SET = {
  RA_WEB_API_KEY: "",
  RA_API_BASE_URL: "",
  RA_API_V2_BASE_URL: "",
  RA_MEDIA_BASE_URL: "",
  RA_SITE_BASE_URL: "",
  KV_REST_API_URL: "",
  KV_REST_API_TOKEN: "",
  DATA_DIR: "",
  CACHE_FRESH_SECONDS: "",
  CACHE_STALE_SECONDS: "",
  UPSTREAM_REQUESTS_PER_MINUTE: "",
  UPSTREAM_V2_REQUESTS_PER_MINUTE: "",
  UPSTREAM_TIMEOUT_MS: "",
  CLIENT_REQUESTS_PER_MINUTE: "",
  METRICS_TOKEN: "",
  CRON_SECRET: "",
  WATCHED_PLAYERS: "",
  WATCH_EVERY_SECONDS: "",
  PLAYERS: "",
  HIDDEN_PLAYERS: "",
  CONTACT: "",
  EXAMPLE_PLAYERS: "",
  TRUSTED_PROXY: "",
  SITE_URL: "",
  VERCEL_PROJECT_PRODUCTION_URL: "",
};

/** Node's arguments for `next start` on a port, with this build or that of another folder. */
export function nextStart(port: number, folder = ROOT): string[] {
  const next = createRequire(import.meta.url).resolve("next/dist/bin/next");
  return [next, "start", folder, "--port", String(port)];
}

/** Starts `next start` on the build that is there, with these settings and no others, and an empty folder of its own. */
export async function startSite({ env }: { env: Record<string, string> }): Promise<Site> {
  const port = await getPort();
  const data = mkdtempSync(join(tmpdir(), "longplay-data-"));
  const child = startChild(
    process.execPath,
    nextStart(port),
    // The test runner marks its processes as tests; this one is production.
    {
      ...NOTHING_SET,
      DATA_DIR: data,
      ...env,
      NODE_ENV: "production",
      NEXT_TELEMETRY_DISABLED: "1",
    },
  );
  try {
    await child.ready(async () => {
      await fetch(`http://127.0.0.1:${port}/api/health`);
      // What answers is this site, and not another that took the port first.
      return child.logs().includes("Ready in");
    });
  } catch (error) {
    await child.stop();
    rmSync(data, { recursive: true });
    throw error;
  }
  const proxy = await startSearchingProxy(port);
  return {
    url: proxy.url,
    serverUrl: `http://127.0.0.1:${port}`,
    async terminate() {
      child.signal("SIGTERM");
      return child.ended();
    },
    logs: child.logs,
    cpuMilliseconds: () => cpuMilliseconds(child.pid),
    kill: () => child.signal("SIGKILL"),
    async stop() {
      await proxy.close();
      await child.stop();
      rmSync(data, { recursive: true });
      const leaks = proxy.leaks();
      if (holdsKey(child.logs())) leaks.push("the key is in the site's logs");
      if (leaks.length > 0) throw new Error(`The API key leaked:\n${leaks.join("\n")}`);
    },
  };
}

/**
 * CPU time that a process has used so far, in milliseconds; NaN where there is no `/proc`. Linux counts it in
 * hundredths of a second, fields 14 and 15 of a process's `stat`.
 */
export function cpuMilliseconds(pid: number | undefined): number {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return Number.NaN;
  const fields = readFileSync(file, "utf8")
    .replace(/^.*\) /s, "")
    .split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
