import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

/** What many requests came to. */
export interface Load {
  requestsPerSecond: number;
  /** Answers with a status below 400. */
  answered: number;
  /** Answers with any other status, and requests that had none. */
  failed: number;
}

interface Result {
  "2xx": number;
  "3xx": number;
  "4xx": number;
  "5xx": number;
  errors: number;
  /** Seconds. */
  duration: number;
}

const AUTOCANNON = fileURLToPath(import.meta.resolve("autocannon"));

/**
 * Sends requests over some connections, each as soon as the one before is answered, from a process of its own.
 *
 * @param amount how many in all
 * @param headers of each request
 */
export async function load(
  url: string,
  {
    connections,
    amount,
    headers = {},
  }: { connections: number; amount: number; headers?: Record<string, string> },
): Promise<Load> {
  const named = Object.entries(headers).flatMap(([name, value]) => ["-H", `${name}: ${value}`]);
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      AUTOCANNON,
      "--json",
      "-n",
      "-c",
      `${connections}`,
      "-a",
      `${amount}`,
      "-t",
      "30",
      ...named,
      url,
    ],
    { timeout: 60_000, maxBuffer: 4 * 1024 * 1024 },
  );
  const result: Result = JSON.parse(stdout);
  const answered = result["2xx"] + result["3xx"];
  return {
    requestsPerSecond: answered / result.duration,
    answered,
    failed: result["4xx"] + result["5xx"] + result.errors,
  };
}
