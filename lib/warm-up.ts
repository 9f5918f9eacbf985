import { get } from "node:http";
import { env } from "@/lib/env";
import { LIMITS } from "@/lib/limits";

const KEY = Symbol.for("longplay.warm-up");
const shared = globalThis as { [KEY]?: Promise<void> };

/** As a browser sends them. */
const HEADERS = { "Accept-Encoding": "gzip, deflate, br, zstd" };

/**
 * Requests paths of this process from itself, one after the other, so that the code of a first request is loaded and
 * compiled. Next answers them once it is ready. A failure costs nothing but the time.
 *
 * @param done called afterwards
 */
export function warmUp(paths: readonly string[], done: () => void): void {
  const signal = AbortSignal.timeout(LIMITS.warmUpMs);
  const all = async () => {
    for (const path of paths) await request(path, signal);
  };
  shared[KEY] = all()
    .catch(() => undefined)
    .then(done);
}

/** Resolves when this process is warm. */
export async function warmedUp(): Promise<void> {
  await shared[KEY];
}

/** Resolves when a response has ended. */
function request(path: string, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const options = { port: env().PORT, path, headers: HEADERS, agent: false, signal };
    get(options, (response) => {
      response.resume().once("end", resolve).once("error", reject);
    }).once("error", reject);
  });
}
