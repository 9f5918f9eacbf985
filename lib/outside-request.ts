import { AsyncLocalStorage } from "node:async_hooks";

type Runner = <Result>(work: () => Result) => Result;

const KEY = Symbol.for("longplay.outside-request");
const shared = globalThis as { [KEY]?: Runner };

/** Saves the context of its caller: call it when the process starts. */
export function rememberProcessContext(): void {
  shared[KEY] = AsyncLocalStorage.snapshot();
}

/**
 * Runs work outside the async context of a request. Next tracks `fetch` through the context of a render: an uncached
 * one makes a static page fail, and a cached one would store its URL, which has RA's API key.
 */
export function outsideRequest<Result>(work: () => Result): Result {
  return shared[KEY] ? shared[KEY](work) : work();
}
