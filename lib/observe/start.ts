import { env } from "@/lib/env";
import { recordBreaker } from "./last-breaker-state";
import { recordOutcome } from "./last-outcomes";
import { createLog } from "./log";
import { createMetrics } from "./metrics";
import { setObserver } from "./observe";

/** Starts to log the events of this process, and to count them if METRICS_TOKEN is set. */
export function startObserving(): void {
  const log = createLog();
  const count = env().METRICS_TOKEN ? createMetrics().observer : undefined;
  setObserver((event) => {
    if (event.type === "rate-limiter") recordBreaker(event.breaker);
    recordOutcome(event);
    count?.(event);
    log(event);
  });
}
