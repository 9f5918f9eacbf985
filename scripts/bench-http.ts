import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import getPort from "get-port";
import { startChild } from "../e2e/support/child";
import { load } from "../e2e/support/load";
import { cpuMilliseconds, nextStart, type Site } from "../e2e/support/site";
import { ROOT, runTool } from "./run.mjs";

/** An answer of the site that is compared with its floors. */
export interface Compared {
  name: string;
  path: string;
  headers?: Record<string, string>;
  /** What Next itself does for as many bytes: a route handler with a constant, or a static page. */
  floor: "route" | "page";
}

/** What one answer cost, in milliseconds of a processor. */
export interface Cost {
  name: string;
  bytes: number;
  ours: number;
  next: number;
  http: number;
}

const ROUNDS = 3;
const REQUESTS = 400;
const IDENTITY = { "Accept-Encoding": "identity" };
/** Of the floors' own small Next site. */
const FLOOR = join(ROOT, ".bench");

/**
 * Compares warm answers of a site with floors: node:http, and Next, sending as many bytes. Each round asks all
 * three, one after the other; what counts is processor time, of which other work on the machine takes none.
 */
export async function compare(site: Site, compared: readonly Compared[]): Promise<Cost[]> {
  const answers = new Map<
    string,
    { status: number; headers: Record<string, string>; body: Buffer }
  >();
  for (const { name, path, headers } of compared) {
    const url = site.serverUrl + path;
    // The second one is warm: what it needs is in memory.
    await fetch(url, { headers: { ...IDENTITY, ...headers } }).then((answer) =>
      answer.arrayBuffer(),
    );
    const answer = await fetch(url, { headers: { ...IDENTITY, ...headers } });
    const {
      connection,
      "keep-alive": _,
      "transfer-encoding": __,
      ...own
    } = Object.fromEntries(answer.headers);
    const body = Buffer.from(await answer.arrayBuffer());
    answers.set(name, { status: answer.status, headers: own, body });
  }
  await buildFloor(answers);
  const [httpPort, nextPort] = [await getPort(), await getPort()];
  const http = startChild(process.execPath, [
    join(ROOT, "scripts/bench-floor.mjs"),
    join(FLOOR, "answers.json"),
    String(httpPort),
  ]);
  const next = startChild(process.execPath, nextStart(nextPort, FLOOR), { NODE_ENV: "production" });
  try {
    await http.ready(async () => (await fetch(`http://127.0.0.1:${httpPort}/`)).status === 404);
    await next.ready(async () => (await fetch(`http://127.0.0.1:${nextPort}/`)).status > 0);
    const costs: Cost[] = [];
    for (const { name, path, headers = {}, floor } of compared) {
      const measure = async (url: string, spent: () => number) => {
        const before = spent();
        const { answered, failed } = await load(url, {
          connections: 8,
          amount: REQUESTS,
          headers: { ...IDENTITY, ...headers },
        });
        if (failed > 0) throw new Error(`${url}: ${failed} requests failed.`);
        return (spent() - before) / answered;
      };
      const file = fileOf(name);
      const rounds: Omit<Cost, "name" | "bytes">[] = [];
      // The first round compiles code.
      for (let round = 0; round <= ROUNDS; round++) {
        rounds.push({
          ours: await measure(site.serverUrl + path, site.cpuMilliseconds),
          next: await measure(`http://127.0.0.1:${nextPort}/${floor}/${file}`, () =>
            cpuMilliseconds(next.pid),
          ),
          http: await measure(`http://127.0.0.1:${httpPort}/${file}`, () =>
            cpuMilliseconds(http.pid),
          ),
        });
      }
      const middle = (what: keyof (typeof rounds)[number]) =>
        median(rounds.slice(1).map((round) => round[what]));
      costs.push({
        name,
        bytes: answers.get(name)?.body.length ?? 0,
        ours: middle("ours"),
        next: middle("next"),
        http: middle("http"),
      });
    }
    return costs;
  } finally {
    await Promise.all([http.stop(), next.stop()]);
    rmSync(FLOOR, { recursive: true, force: true });
  }
}

const fileOf = (name: string) => name.toLowerCase().replace(/[^a-z0-9]+/g, "-");

/** A Next site that has the answers as constants: a route handler each, and a static page of the same size. */
async function buildFloor(
  answers: Map<string, { status: number; headers: Record<string, string>; body: Buffer }>,
): Promise<void> {
  rmSync(FLOOR, { recursive: true, force: true });
  const write = (path: string, text: string) => {
    mkdirSync(join(FLOOR, path, ".."), { recursive: true });
    writeFileSync(join(FLOOR, path), text);
  };
  const files: Record<string, object> = {};
  for (const [name, { status, headers, body }] of answers) {
    const answer = { status, headers, body: body.toString("base64") };
    files[`/${fileOf(name)}`] = answer;
    write(
      `app/route/${fileOf(name)}/route.js`,
      `const { status, headers, body } = ${JSON.stringify(answer)};
      const bytes = status === 304 ? null : new Uint8Array(Buffer.from(body, "base64"));
      export const dynamic = "force-dynamic";
      export const GET = () => new Response(bytes, { status, headers });`,
    );
    // A page holds its text twice: as HTML, and for React.
    const text = "x".repeat(Math.max(0, Math.floor(body.length / 2) - 2500));
    write(
      `app/page/${fileOf(name)}/page.js`,
      `export default function Page() { return <p>{${JSON.stringify(text)}}</p>; }`,
    );
  }
  write(
    "app/layout.js",
    "export default ({ children }) => <html lang='en'><body>{children}</body></html>;",
  );
  write("package.json", '{"private":true,"type":"module"}');
  write("answers.json", JSON.stringify(files));
  if ((await runTool("next", ["build", FLOOR], { quiet: true })) !== 0) {
    throw new Error("The floors' site could not be built.");
  }
}

/** The middle one of some numbers. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
