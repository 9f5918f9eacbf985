import "server-only";
import { DAY_SECONDS } from "@/lib/domain/days";
import { env } from "@/lib/env";
import { checkWatched, dropUnvisited, stopWatching } from "./load-player";
import { repeat } from "./repeat";

/** Starts the daily checks of this process, or without them what they drop, until a signal ends it. */
export function startWatching(): void {
  const { WATCH_EVERY_SECONDS } = env();
  const end =
    WATCH_EVERY_SECONDS > 0
      ? repeat(checkWatched, WATCH_EVERY_SECONDS)
      : repeat(dropUnvisited, DAY_SECONDS);
  // Without checks there is still what goes on behind answers.
  const stop = () => {
    end();
    stopWatching();
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
}
