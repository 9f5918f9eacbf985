import { existsSync, readdirSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import getPort from "get-port";
import { findNginx } from "../../scripts/programs.mjs";
import { startChild } from "./child";

/** nginx with the configuration of `deploy`, before a site. */
export interface Nginx {
  /** No slash at the end. */
  url: string;
  /** Puts bytes there for the same nginx to send as a static file. @returns the file's URL */
  putFile(name: string, bytes: Uint8Array): Promise<string>;
  /** Processor time of the process that answers, in milliseconds; NaN where there is no `/proc`. */
  cpuMilliseconds(): number;
  /** Ends it. @throws Error with what it complained of */
  stop(): Promise<void>;
}

const CONFIG = fileURLToPath(new URL("../../deploy/nginx.conf", import.meta.url));

/** Starts nginx before a site, on free ports, with nothing kept. */
export async function startNginx(siteUrl: string): Promise<Nginx> {
  const program = findNginx();
  if (!program) throw new Error("This test needs nginx.");
  const folder = await mkdtemp(join(tmpdir(), "longplay-nginx-"));
  const [port, filesPort] = [await getPort(), await getPort()];
  const files = join(folder, "files");
  await mkdir(files);
  const site = replaceEach(readFileSync(CONFIG, "utf8"), {
    "/var/lib/nginx/longplay": join(folder, "cache"),
    "127.0.0.1:3000": new URL(siteUrl).host,
    "listen 80;": `listen 127.0.0.1:${port} backlog=4096;`,
    "listen [::]:80;": "",
  });
  await writeFile(join(folder, "site.conf"), site);
  // What Debian's nginx.conf says around it, but for one process, whose time can be measured.
  const config = `
    ${process.getuid?.() === 0 ? "user root;" : ""}
    daemon off;
    worker_processes 1;
    worker_rlimit_nofile 8192;
    pid ${join(folder, "pid")};
    error_log stderr warn;
    events { worker_connections 4096; }
    http {
      sendfile on;
      tcp_nopush on;
      access_log off;
      gzip on;
      ${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${join(folder, name)};`).join("\n")}
      include ${join(folder, "site.conf")};
      server {
        listen 127.0.0.1:${filesPort};
        gzip off;
        open_file_cache max=2000 inactive=60s;
        root ${files};
      }
    }`;
  const file = join(folder, "nginx.conf");
  await writeFile(file, config);
  const child = startChild(program, ["-e", "stderr", "-p", folder, "-c", file]);
  const url = `http://127.0.0.1:${port}`;
  await child.ready(async () => (await fetch(`http://127.0.0.1:${filesPort}/`)).status > 0);
  return {
    url,
    async putFile(name, bytes) {
      await writeFile(join(files, name), bytes);
      return `http://127.0.0.1:${filesPort}/${name}`;
    },
    cpuMilliseconds: () => Math.max(...childrenOf(child.pid).map(threadMilliseconds)),
    async stop() {
      await child.stop();
      await rm(folder, { recursive: true, force: true });
      const problems = child.logs().match(/^.*\[(?:alert|emerg|crit)\].*$/gm) ?? [];
      if (problems.length > 0) throw new Error(`nginx complains:\n${problems.join("\n")}`);
    },
  };
}

/** A text in which each of these stands once, with others in their place. @throws Error if one does not */
function replaceEach(text: string, replacements: Record<string, string>): string {
  return Object.entries(replacements).reduce((changed, [from, to]) => {
    if (changed.split(from).length !== 2) throw new Error(`"${from}" is not there once.`);
    return changed.replace(from, to);
  }, text);
}

/** The processes that a process has started. */
function childrenOf(pid: number | undefined): number[] {
  if (!existsSync("/proc/self/status")) return [];
  return readdirSync("/proc")
    .map(Number)
    .filter((id) => id > 0 && parentOf(id) === pid);
}

function parentOf(pid: number): number | null {
  try {
    return Number(/^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);
  } catch {
    // It has ended since it was listed.
    return null;
  }
}

/** Of a process with one thread. Linux counts it in nanoseconds. */
function threadMilliseconds(pid: number): number {
  return Number(readFileSync(`/proc/${pid}/schedstat`, "utf8").split(" ")[0]) / 1e6;
}

/** What nginx itself says of an answer, such as `nginx; hit`: the last of its two lines. */
export function met(answer: { headers: Headers }): string | undefined {
  return /nginx; .*$/.exec(answer.headers.get("Cache-Status") ?? "")?.[0];
}
