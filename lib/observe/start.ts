import { env } from "@/lib/env";
import { rememberBreaker } from "./last-breaker-state";
import { rememberHeard } from "./last-heard";
import { createLog } from "./log";
import { createMetrics } from "./metrics";
import { setObserver } from "./observe";

/** Begins to log what happens in this process, and to count it if anybody may ask for the counts. */
export function startObserving(): void {
  const log = createLog();
  const count = env().METRICS_TOKEN ? createMetrics().observer : undefined;
  setObserver((event) => {
    if (event.type === "rate-limiter") rememberBreaker(event.breaker);
    rememberHeard(event);
    count?.(event);
    log(event);
  });
}
