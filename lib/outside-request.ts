import { AsyncLocalStorage } from "node:async_hooks";

type Runner = <Result>(work: () => Result) => Result;

const KEY = Symbol.for("longplay.outside-request");
const shared = globalThis as { [KEY]?: Runner };

/** Keeps the context that this is called in, which is to be the start of the process. */
export function rememberProcessContext(): void {
  shared[KEY] = AsyncLocalStorage.snapshot();
}

/**
 * Runs work as if no request had asked for it. Next follows `fetch` through the async context of a
 * render: an uncached one makes a static page fail, and a cached one would keep its URL, in which RA
 * wants the API key. What fills the players' cache belongs to no single request.
 */
export function outsideRequest<Result>(work: () => Result): Result {
  return shared[KEY] ? shared[KEY](work) : work();
}
