import { createLog } from "./log";
import { createMetrics } from "./metrics";
import { setObserver } from "./observe";

/** Begins to log and count what happens in this process. */
export function startObserving(): void {
  const log = createLog();
  const { observer: count } = createMetrics();
  setObserver((event) => {
    count(event);
    log(event);
  });
}
