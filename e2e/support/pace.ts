import { setTimeout as sleep } from "node:timers/promises";
import { ask } from "./ask";

export interface Paced<Result> {
  result: Result;
  /** How long it took. */
  milliseconds: number;
  /** The longest that the site's health check, which waits for nothing, took meanwhile, in milliseconds. */
  slowest: number;
}

/**
 * Times something that a site does beside its health check: what a busy machine adds to one it adds to the other, so
 * that a bound on `milliseconds` is to be given in addition to some times `slowest`.
 */
export async function paced<Result>(
  siteUrl: string,
  work: Promise<Result>,
): Promise<Paced<Result>> {
  const start = performance.now();
  let milliseconds: number | undefined;
  const timed = work.finally(() => {
    milliseconds = performance.now() - start;
  });
  // A rejection is thrown below.
  timed.catch(() => undefined);
  let slowest = 0;
  do {
    slowest = Math.max(slowest, (await ask(`${siteUrl}/api/health`)).milliseconds);
    await sleep(50);
  } while (milliseconds === undefined);
  return { result: await timed, milliseconds, slowest };
}
