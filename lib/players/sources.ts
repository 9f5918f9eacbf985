import type { Player } from "@/lib/domain/player";
import { areAwardsChanging, awardsRevision } from "./awards/load-awards";
import { areRanksChanging, ranksRevision } from "./ranks/load-ranks";
import { areTimesFilling, timesRevision } from "./times/load-times";
import { areUnlocksFilling, unlocksRevision } from "./unlocks/load-unlocks";

/** What is made from a player: a page, a card, or with `api` every route below a player's URL. */
export type View =
  | "overview"
  | "progress"
  | "year"
  | "history"
  | "game"
  | "comparison"
  | "card"
  | "api";

/** Data about a player beside their profile and progress, which has a freshness of its own. */
export interface PlayerSource {
  /** A word that no other source has. */
  name: string;
  /** The views that show it. */
  views: readonly View[];
  /**
   * What differs whenever what a view would show of it does, in any process: from memory or the store, within the time
   * that a view may wait. A source that has nothing yet has a revision too, such as "". Never rejects.
   */
  revision: (player: Player) => string | Promise<string>;
  /** Whether a view will soon show something else: it is being read behind answers, or is of this moment. Never rejects. */
  isChanging: (player: Player) => Promise<boolean>;
}

const unlockSource: PlayerSource = {
  name: "unlocks",
  // Cards and routes that show unlocks add the revision of what they show.
  views: ["overview", "year", "comparison"],
  revision: unlocksRevision,
  isChanging: areUnlocksFilling,
};

const timeSource: PlayerSource = {
  name: "times",
  // Cards and routes that show times add their revision.
  views: ["overview", "progress", "year", "game", "comparison"],
  revision: timesRevision,
  isChanging: areTimesFilling,
};

const rankSource: PlayerSource = {
  name: "ranks",
  // A card that shows ranks adds their revision.
  views: ["overview"],
  revision: ranksRevision,
  isChanging: areRanksChanging,
};

const awardSource: PlayerSource = {
  name: "awards",
  // The route of badges adds their revision.
  views: ["overview"],
  revision: awardsRevision,
  isChanging: areAwardsChanging,
};

/** Every source. A new one is a file, and a line here: its revision enters page versions, ETags and cache keys. */
export const playerSources: PlayerSource[] = [unlockSource, timeSource, rankSource, awardSource];
