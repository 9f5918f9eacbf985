/** What came back for one request. */
export interface Answer {
  status: number;
  headers: Headers;
  body: Buffer;
  /** The body as text. */
  text: string;
  /** Until the last byte was here. */
  milliseconds: number;
  /** The body read as JSON. @throws SyntaxError if it is none. */
  json<Value>(): Value;
}

/** Longer than any answer may take: a request that hangs fails its test by name. */
const TIMEOUT_MS = 25_000;

/**
 * One request without a browser; redirects are not followed. Playwright's own requests are written
 * into the trace with their bodies, which is too much for a crowd.
 */
export async function ask(url: string, init: RequestInit = {}): Promise<Answer> {
  const start = performance.now();
  const response = await fetch(url, {
    redirect: "manual",
    signal: AbortSignal.timeout(TIMEOUT_MS),
    ...init,
  });
  const body = Buffer.from(await response.arrayBuffer());
  const text = body.toString();
  return {
    status: response.status,
    headers: response.headers,
    body,
    text,
    milliseconds: performance.now() - start,
    json: () => JSON.parse(text),
  };
}

/** Asks for all of them at once. */
export function askAll(urls: readonly string[], init?: RequestInit): Promise<Answer[]> {
  return Promise.all(urls.map((url) => ask(url, init)));
}

/** Requests all of them over a number of connections, in turn. */
export async function askOver(connections: number, urls: readonly string[]): Promise<Answer[]> {
  const answers: Answer[] = [];
  let next = 0;
  async function connection() {
    for (let at = next++; at < urls.length; at = next++) {
      const url = urls[at];
      if (url !== undefined) answers[at] = await ask(url);
    }
  }
  await Promise.all(Array.from({ length: connections }, connection));
  return answers;
}

/** How many answers have each status, by status. */
export function statuses(answers: readonly Answer[]): Record<number, number> {
  const counts: Record<number, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}
