import { subscribe, unsubscribe } from "node:diagnostics_channel";

/** What became of one request that this process made by `fetch`. */
export interface Heard {
  /** Null until an answer came. */
  status: number | null;
  isHtml: boolean;
  /** Node's code of why the connection failed, such as ECONNREFUSED; null if it did not. */
  failure: string | null;
}

const HEADERS = "undici:request:headers";
const ERROR = "undici:request:error";

/**
 * Listens to what becomes of requests while something runs. Errors of this site leave out what came from
 * outside, which is right for a site and too little for whoever has to mend it. Neither addresses nor bodies
 * are looked at: the first have the API key in them.
 *
 * @returns what `work` gave or threw, and the requests in the order in which something was heard of them
 */
export async function listen<Result>(
  work: () => Promise<Result>,
): Promise<{ result?: Result; error?: unknown; heard: Heard[] }> {
  const requests = new Map<object, Heard>();
  const of = (request: object) => {
    const known = requests.get(request) ?? { status: null, isHtml: false, failure: null };
    requests.set(request, known);
    return known;
  };
  const onHeaders = (message: unknown) => {
    const { request, response } = message as {
      request: object;
      response: { statusCode: number; headers: Buffer[] };
    };
    const about = of(request);
    about.status = response.statusCode;
    about.isHtml = response.headers.some((value) => value.toString().startsWith("text/html"));
  };
  const onError = (message: unknown) => {
    const { request, error } = message as { request: object; error: Error };
    const code = codeOf(error);
    // What this process broke off itself tells nothing.
    if (code !== null) of(request).failure = code;
  };
  subscribe(HEADERS, onHeaders);
  subscribe(ERROR, onError);
  try {
    return { result: await work(), heard: [...requests.values()] };
  } catch (error) {
    return { error, heard: [...requests.values()] };
  } finally {
    unsubscribe(HEADERS, onHeaders);
    unsubscribe(ERROR, onError);
  }
}

/** Node's code of a failed connection; null for what was aborted here. */
function codeOf(error: Error): string | null {
  if (["AbortError", "TimeoutError"].includes(error.name)) return null;
  // Several addresses that were tried are one error without a code of its own.
  const first = error instanceof AggregateError ? error.errors[0] : error;
  return first instanceof Error && "code" in first ? String(first.code) : "unknown";
}
