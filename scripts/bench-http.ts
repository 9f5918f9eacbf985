import { setTimeout as sleep } from "node:timers/promises";
import { load } from "../e2e/support/load";
import { type RawAnswer, rawAnswer } from "../e2e/support/raw-answer";
import { cpuMilliseconds, type Site } from "../e2e/support/site";
import { type FloorKind, startFloor } from "./bench-floor";

/** An answer of the site that is compared with its floor. */
export interface Compared {
  name: string;
  path: string;
  headers?: Record<string, string>;
  floor: FloorKind;
}

/** `Accept-Encoding` of clients; the last is a browser's. */
export const ENCODINGS = {
  identity: "identity",
  gzip: "gzip",
  brotli: "gzip, deflate, br, zstd",
} as const;

/** One answer, in the median round. */
interface Cost {
  bytes: number;
  /** Of a processor. */
  milliseconds: number;
  requestsPerSecond: number;
}

/** What an answer costs, and what the same answer costs a Next site that has it as a constant. */
export interface Costs {
  name: string;
  encoding: keyof typeof ENCODINGS;
  ours: Cost;
  next: Cost;
}

const ROUNDS = 5;
const REQUESTS = 800;
/** Until what is made behind the first answer is there. */
const BEHIND_MS = 2000;

/**
 * Compares warm answers of a site with Next sending as many bytes, in each encoding. Each round loads both, one after
 * the other. Processor time counts first: other work on the machine takes none of it.
 */
export async function compare(site: Site, compared: readonly Compared[]): Promise<Costs[]> {
  for (const encoding of Object.values(ENCODINGS)) {
    for (const { path } of compared) {
      await rawAnswer(site.serverUrl + path, { "Accept-Encoding": encoding });
    }
  }
  await sleep(BEHIND_MS);
  const plain = new Map<string, RawAnswer>();
  for (const { name, path, headers, floor } of compared) {
    // A static page has a size also where its 304 is asked for.
    const own = floor === "page" ? {} : headers;
    const answer = await rawAnswer(site.serverUrl + path, {
      "Accept-Encoding": "identity",
      ...own,
    });
    plain.set(name, answer);
  }
  const floor = await startFloor(plain);
  try {
    const costs: Costs[] = [];
    for (const { name, path, headers: own, floor: kind } of compared) {
      for (const encoding of Object.keys(ENCODINGS) as (keyof typeof ENCODINGS)[]) {
        const headers = { ...own, "Accept-Encoding": ENCODINGS[encoding] };
        const floorUrl = floor.url(kind, name);
        const rounds: { ours: Cost; next: Cost }[] = [];
        // The first round compiles code.
        for (let round = 0; round <= ROUNDS; round++) {
          rounds.push({
            ours: await measure(site.serverUrl + path, headers, site.cpuMilliseconds),
            next: await measure(floorUrl, headers, () => cpuMilliseconds(floor.child.pid)),
          });
        }
        rounds.shift();
        costs.push({
          name,
          encoding,
          ours: middle(rounds.map(({ ours }) => ours)),
          next: middle(rounds.map(({ next }) => next)),
        });
      }
    }
    return costs;
  } finally {
    await floor.stop();
  }
}

/** Loads a URL. @param spent processor time of its server so far, in milliseconds */
async function measure(
  url: string,
  headers: Record<string, string>,
  spent: () => number,
): Promise<Cost> {
  const { body } = await rawAnswer(url, headers);
  const before = spent();
  const { answered, failed, requestsPerSecond } = await load(url, {
    connections: 8,
    amount: REQUESTS,
    headers,
  });
  if (failed > 0) throw new Error(`${url}: ${failed} requests failed.`);
  return { bytes: body.length, milliseconds: (spent() - before) / answered, requestsPerSecond };
}

function middle(rounds: readonly Cost[]): Cost {
  const of = (what: keyof Cost) => median(rounds.map((round) => round[what]));
  return {
    bytes: of("bytes"),
    milliseconds: of("milliseconds"),
    requestsPerSecond: of("requestsPerSecond"),
  };
}

/** The middle one of some numbers. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
