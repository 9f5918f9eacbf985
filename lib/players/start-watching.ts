import "server-only";
import { env } from "@/lib/env";
import { checkWatched, stopWatching } from "./load-player";
import { repeat } from "./repeat";

/** Starts the daily checks of this process, until a signal ends them. */
export function startWatching(): void {
  const { WATCH_EVERY_SECONDS } = env();
  if (WATCH_EVERY_SECONDS === 0) return;
  const end = repeat(checkWatched, WATCH_EVERY_SECONDS);
  const stop = () => {
    end();
    stopWatching();
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
}
