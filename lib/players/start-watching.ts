import "server-only";
import { env } from "@/lib/env";
import { checkWatched, stopWatching } from "./load-player";
import { repeat } from "./repeat";

/** Starts the daily checks of this process, until a signal ends them. */
export function startWatching(): void {
  const { WATCH_EVERY_SECONDS } = env();
  const end = WATCH_EVERY_SECONDS > 0 ? repeat(checkWatched, WATCH_EVERY_SECONDS) : undefined;
  // Without checks there is still what goes on behind answers.
  const stop = () => {
    end?.();
    stopWatching();
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
}
