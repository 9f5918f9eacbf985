/**
 * A signal that aborts after a time (with a `TimeoutError`), or with an outer signal. Not `AbortSignal.timeout`: on
 * Node 20 the garbage collector takes one that only `AbortSignal.any` refers to, and it never fires (seen with RA
 * hanging: requests stayed open for ever).
 */
export function abortAfter(milliseconds: number, outer?: AbortSignal) {
  const controller = new AbortController();
  const abort = () => controller.abort(outer?.reason);
  const timer = setTimeout(() => {
    controller.abort(new DOMException("It took too long.", "TimeoutError"));
  }, milliseconds);
  // A signal that has already aborted emits no event.
  if (outer?.aborted) abort();
  outer?.addEventListener("abort", abort, { once: true });
  return {
    signal: controller.signal,
    abort: () => controller.abort(),
    /** Stops the timer. */
    clear() {
      clearTimeout(timer);
      outer?.removeEventListener("abort", abort);
    },
  };
}
