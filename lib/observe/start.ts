import { env } from "@/lib/env";
import { rememberHeard } from "./last-heard";
import { rememberBreaker } from "./last-heard-gate";
import { createLog } from "./log";
import { createMetrics } from "./metrics";
import { setObserver } from "./observe";

/** Begins to log what happens in this process, and to count it if anybody may ask for the counts. */
export function startObserving(): void {
  const log = createLog();
  const count = env().METRICS_TOKEN ? createMetrics().observer : undefined;
  setObserver((event) => {
    if (event.type === "gate") rememberBreaker(event.isOpen);
    rememberHeard(event);
    count?.(event);
    log(event);
  });
}
