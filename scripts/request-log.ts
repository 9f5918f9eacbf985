import { subscribe, unsubscribe } from "node:diagnostics_channel";

/** The outcome of one request that this process made with `fetch`. */
export interface LoggedRequest {
  /** Null until an answer came. */
  status: number | null;
  isHtml: boolean;
  /** Node's code of why the connection failed, such as ECONNREFUSED; null if it did not. */
  failure: string | null;
}

const HEADERS = "undici:request:headers";
const ERROR = "undici:request:error";

/**
 * Records the outcome of each request while something runs. Errors of this site leave out what came from outside,
 * which is too little for an owner who has to fix it. Addresses and bodies are not recorded: addresses have the API
 * key in them.
 *
 * @returns what `work` returned or threw, and the requests in the order of their first event
 */
export async function recordRequests<Result>(
  work: () => Promise<Result>,
): Promise<{ result?: Result; error?: unknown; requests: LoggedRequest[] }> {
  const log = new Map<object, LoggedRequest>();
  const of = (request: object) => {
    const known = log.get(request) ?? { status: null, isHtml: false, failure: null };
    log.set(request, known);
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
    // A request that this process aborted says nothing about the other side.
    if (code !== null) of(request).failure = code;
  };
  subscribe(HEADERS, onHeaders);
  subscribe(ERROR, onError);
  try {
    return { result: await work(), requests: [...log.values()] };
  } catch (error) {
    return { error, requests: [...log.values()] };
  } finally {
    unsubscribe(HEADERS, onHeaders);
    unsubscribe(ERROR, onError);
  }
}

/** Node's code of a failed connection; null for a request that was aborted here. */
function codeOf(error: Error): string | null {
  if (["AbortError", "TimeoutError"].includes(error.name)) return null;
  // An error about several addresses has no code of its own.
  const first = error instanceof AggregateError ? error.errors[0] : error;
  return first instanceof Error && "code" in first ? String(first.code) : "unknown";
}
