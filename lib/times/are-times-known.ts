import type { ListTimes } from "./list-time";

/** Whether anything is known of a player's times and rarity. Points alone, which RA's API v1 has too, are not. */
export function areTimesKnown(times: ListTimes): boolean {
  return [...times.values()].some(
    ({ playtime, firstUnlockAt, playersHardcore }) =>
      playtime !== null || firstUnlockAt !== null || playersHardcore !== null,
  );
}
