import { isPaused } from "@/lib/domain/stored-time";
import { type ObservedEvent, observe } from "./observe";
import { storeAnswer } from "./store-answer";

/** After a failed command others fail at once for this time: each try costs a time-out. */
const PAUSE_MS = 5000;

/** The store failed a command, or has just failed another one. */
export class StoreFailed extends Error {}

/**
 * Makes a guard: after a failed command it runs no other for five seconds.
 *
 * @param now epoch milliseconds
 * @returns a function that runs a command of a store, and observes how it ends. It throws `StoreFailed`
 */
export function createStoreGuard(now: () => number) {
  let pausedUntil = Number.NEGATIVE_INFINITY;
  return async <Result>(
    command: Extract<ObservedEvent, { type: "store" }>["command"],
    run: () => Promise<Result>,
  ): Promise<Result> => {
    if (isPaused(pausedUntil, now(), PAUSE_MS)) throw new StoreFailed("It has just failed.");
    const started = performance.now();
    const report = (ok: boolean, reply: { answer?: string } = {}) =>
      observe({ type: "store", command, ok, milliseconds: performance.now() - started, ...reply });
    try {
      const result = await run();
      report(true);
      return result;
    } catch (cause) {
      pausedUntil = now() + PAUSE_MS;
      report(false, { answer: storeAnswer(cause) });
      throw new StoreFailed("It does not answer.", { cause });
    }
  };
}
