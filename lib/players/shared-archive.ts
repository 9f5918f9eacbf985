import type { History } from "@/lib/history/history";

/** What histories are read from. */
export interface HistorySource {
  /**
   * What is kept of some days of a player, the first and the last among them, as `2026-11-23`.
   *
   * @param ulid in any case
   * @returns null while it cannot be read. Never throws
   */
  read(ulid: string, from: string, to: string): Promise<History | null>;
}

const NOTHING: HistorySource = {
  read: async () => ({ startedAt: null, days: [], unreadable: [] }),
};

/** What this process reads histories from. */
export function sharedArchive(): HistorySource {
  return NOTHING;
}
