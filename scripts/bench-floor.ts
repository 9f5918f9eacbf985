import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import getPort from "get-port";
import { type Child, startChild } from "../e2e/support/child";
import type { RawAnswer } from "../e2e/support/raw-answer";
import { nextStart } from "../e2e/support/site";
import { ROOT, runTool } from "./run.mjs";

/** Of the floor's small Next site. */
const FOLDER = join(ROOT, ".bench");
/** Of a static page without a text. */
const PAGE_BYTES = 5000;
/** Set by whoever sends the bytes. */
const OF_THE_CONNECTION = [
  "connection",
  "content-length",
  "date",
  "etag",
  "keep-alive",
  "transfer-encoding",
];

/** What the floor sends in place of an answer of ours: a constant of a route handler, or a static page. */
export type FloorKind = "route" | "page";

/** A running Next site with floors. */
export interface Floor {
  url(kind: FloorKind, name: string): string;
  child: Child;
  stop(): Promise<void>;
}

/**
 * Builds and starts a Next site that sends these answers as constants: of a route handler each, and a static page of
 * the same size that compresses about as well. It has Next's own compression and tags.
 *
 * @param answers uncompressed, by a name
 */
export async function startFloor(answers: ReadonlyMap<string, RawAnswer>): Promise<Floor> {
  rmSync(FOLDER, { recursive: true, force: true });
  for (const [name, answer] of answers) {
    write(`app/route/${fileOf(name)}/route.js`, routeOf(answer));
    write(
      `app/page/${fileOf(name)}/page.js`,
      `export default function Page() { return <p>{${JSON.stringify(textOf(answer.body))}}</p>; }`,
    );
  }
  write(
    "app/layout.js",
    "export default ({ children }) => <html lang='en'><body>{children}</body></html>;",
  );
  write("package.json", '{"private":true,"type":"module"}');
  if ((await runTool("next", ["build", FOLDER], { quiet: true })) !== 0) {
    throw new Error("The floor's site could not be built.");
  }
  const port = await getPort();
  const child = startChild(process.execPath, nextStart(port, FOLDER), { NODE_ENV: "production" });
  await child.ready(async () => (await fetch(`http://127.0.0.1:${port}/`)).status > 0);
  return {
    url: (kind, name) => `http://127.0.0.1:${port}/${kind}/${fileOf(name)}`,
    child,
    async stop() {
      await child.stop();
      rmSync(FOLDER, { recursive: true, force: true });
    },
  };
}

const fileOf = (name: string) => name.toLowerCase().replace(/[^a-z0-9]+/g, "-");

function write(path: string, text: string): void {
  mkdirSync(join(FOLDER, path, ".."), { recursive: true });
  writeFileSync(join(FOLDER, path), text);
}

function routeOf({ status, headers, body }: RawAnswer): string {
  const own = Object.entries(headers).filter(([name]) => !OF_THE_CONNECTION.includes(name));
  return `const bytes = ${status === 304 ? "null" : `new Uint8Array(Buffer.from("${body.toString("base64")}", "base64"))`};
    export const dynamic = "force-dynamic";
    export const GET = () => new Response(bytes, { status: ${status}, headers: ${JSON.stringify(own)} });`;
}

/** A text that compresses as an answer does, without what is escaped. A page holds it twice: as HTML, and for React. */
function textOf(body: Buffer): string {
  const plain = body.toString().replace(/[<>"'&\\]/g, "|");
  const bytes = Math.max(0, (body.length - PAGE_BYTES) >> 1);
  return Buffer.from(plain).subarray(0, bytes).toString();
}
