import type { Game } from "@/lib/domain/player";
import { isSubset } from "@/lib/domain/subset-title";
import type { ListTimes } from "./list-time";

/** Whether a game is a subset of another: as RA links it, by its title where that is unknown. */
export function isSubsetGame({ id, title }: Game, times: ListTimes): boolean {
  return times.get(id)?.isSubset ?? isSubset(title);
}
