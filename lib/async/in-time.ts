import { TimeoutError } from "p-timeout";

/**
 * What a promise comes to, if that is in time. As p-timeout, which makes its error ahead: the stack trace of an error
 * that is mostly not thrown takes longer than a warm player.
 *
 * @throws TimeoutError
 */
export function inTime<Value>(promise: Promise<Value>, milliseconds: number): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new TimeoutError(`Promise timed out after ${milliseconds} milliseconds`)),
      milliseconds,
    );
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
