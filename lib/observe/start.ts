import { env } from "@/lib/env";
import { createLog } from "./log";
import { createMetrics } from "./metrics";
import { setObserver } from "./observe";
import { rememberBreaker } from "./upstream-gate";

/** Begins to log what happens in this process, and to count it if anybody may ask for the counts. */
export function startObserving(): void {
  const log = createLog();
  const count = env().METRICS_TOKEN ? createMetrics().observer : undefined;
  setObserver((event) => {
    if (event.type === "gate") rememberBreaker(event.isOpen);
    count?.(event);
    log(event);
  });
}
