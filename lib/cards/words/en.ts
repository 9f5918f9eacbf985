import type { AwardKind } from "@/lib/domain/player";
import type { Counts } from "@/lib/progress/counts";
import { STATUS_FILTERS, type Status } from "@/lib/progress/status";
import { type PluralForms, withCasual } from "./forms";

/** Filters that are one of the counts: they are named as that count is. */
const COUNTED = [
  "all",
  "unawarded",
  "eq-beaten-softcore",
  "eq-beaten-hardcore",
  "eq-completed",
  "eq-mastered",
] as const satisfies Status[];

/** A status filter with a name of its own. */
type NamedStatus = Exclude<Status, (typeof COUNTED)[number]>;

/** The names of those filters. */
const NAMED_FILTERS = Object.fromEntries(
  STATUS_FILTERS.filter(({ value }) => !COUNTED.some((each) => each === value)).map(
    ({ value, label }) => [value, label],
  ),
) as Record<NamedStatus, string>;

/** The words of all cards. Other languages translate what they can (`translation.ts`); labels are capitalized. */
export const en = {
  /** Below a number of games. Short, since six share a card's width. */
  counts: {
    played: "Played",
    unfinished: "Unfinished",
    beatenCasual: "Casual",
    beaten: "Beaten",
    completed: "Completed",
    mastered: "Mastered",
  },
  /** A game's award. */
  awards: {
    mastered: "Mastered",
    completed: "Completed",
    "beaten-hardcore": "Beaten",
    "beaten-softcore": "Beaten (casual)",
  },
  hardcore: "Hardcore",
  casual: "Casual",
  points: { one: "# point", other: "# points" },
  casualPoints: { one: "# casual point", other: "# casual points" },
  /** `#`: the points with their word. */
  pointsOnSite: "# on RetroAchievements",
  games: { one: "# game", other: "# games" },
  awardsWon: { one: "# award", other: "# awards" },
  /** `{won}`: achievements won; `#`: all. */
  achievementsWon: { one: "{won} of # achievement", other: "{won} of # achievements" },
  /** The same without a noun. */
  wonOf: "{won} of #",
  /** Every achievement; `#`: how many. */
  wonAll: "All #",
  /** Below the average completion. Short. */
  average: "Average",
  /** In a sentence; `#`: the percentage. */
  averageIs: "# average completion",
  /** The game's achievements were removed. */
  setRetired: "Set retired",
  /** How rare a mastery is; `#`: the share of players with a percent sign. */
  masteredBy: "mastered by #",
  /** The age of a card's data; `#`: the day. */
  asOf: "as of #",
  /** Between a name and its value, with its spaces. */
  colon: ": ",
  /** What a card shows, after the player's name. */
  headings: {
    recentActivity: "Recent activity",
    recent: "Newest games",
    systems: "Games by system",
    timeline: "Awards by month",
    milestones: "Milestones",
    shelf: "The shelf",
    achievements: "Newest achievements",
    streak: "Days in a row",
    mastered: "Latest masteries",
    awarded: "Latest awards",
    played: "Recently played",
    rarest: "Rarest masteries",
    time: "Time played",
  },
  /** Filters of the list that are not a single award kind. */
  filters: NAMED_FILTERS,
  /** Before the day of a game's last unlock. */
  lastPlayed: "Last played",
  /** Before a date that filters a list. */
  dated: { award: "Award", active: "Played" },
  /** A system without a name; `#`: its id. */
  systemOf: "System #",
  /** On a card with nothing to show. */
  none: {
    recentActivity: "No recent activity.",
    history: "This site does not record history.",
    games: "No games yet.",
    unlocks: "No achievements yet.",
    awards: "No awards yet.",
    milestones: "No milestones yet.",
    masteries: "The first mastery goes here.",
    thatGame: "Not played yet.",
    unknown: "Not known.",
  },
  recentActivity: {
    /** Label of the badge for the last seven days. */
    week: "this week",
    achievements: { one: "# achievement", other: "# achievements" },
    /** Events of a game, before its title. */
    begun: "Started",
    revised: "Set changed",
    back: "Set is back",
    /** A changed set is complete again. */
    wholeAgain: "Complete again",
    reset: "Progress reset",
    gone: "Removed",
    /** The player's new name follows. */
    renamed: "New name",
  },
  days: { one: "# day", other: "# days" },
  /** Days with an unlock. `days` and `since` are below the number of all of them; `#`: the first year. Short. */
  streak: { current: "Current", longest: "Longest", days: "Days played", since: "since #" },
  /** `soFar`: below the current year; `awards` and `systems`: below their numbers, short; `quiet`: a past year without awards. */
  year: { soFar: "so far", awards: "Total", systems: "Systems", quiet: "No awards that year." },
  /** Two players. */
  versus: {
    points: "Points",
    /** Games that both play. */
    both: { one: "# game in common", other: "# games in common" },
    none: "No games in common yet.",
    /** In how many games a player is ahead. Short. */
    ahead: "# ahead",
    /** In how many games they are tied. Short. */
    even: "# tied",
  },
  /** The nth award of a kind, by ordinal plural forms, and the latest. */
  milestones: withCasual(" (casual)", {
    mastered: {
      nth: { one: "#st mastery", two: "#nd mastery", few: "#rd mastery", other: "#th mastery" },
      latest: "Latest mastery",
    },
    completed: {
      nth: {
        one: "#st completion",
        two: "#nd completion",
        few: "#rd completion",
        other: "#th completion",
      },
      latest: "Latest completion",
    },
    "beaten-hardcore": {
      nth: {
        one: "#st game beaten",
        two: "#nd game beaten",
        few: "#rd game beaten",
        other: "#th game beaten",
      },
      latest: "Latest game beaten",
    },
  }),
  /** In place of a card. */
  messages: {
    moment: {
      title: "One moment",
      text: "This card is being made. Back soon.",
    },
    /** `#`: the requested name. */
    unknownPlayer: {
      title: "Player not found",
      text: "RetroAchievements has no player called #.",
    },
    /** `#`: the player. */
    samePlayer: {
      title: "Same player twice",
      text: "Compare # with another player.",
    },
    /** Below the title of `unknownPlayer`. */
    noUserName: "That is not a RetroAchievements user name.",
    notShown: {
      title: "Not shown here",
      text: "This site shows only players that its owner chose.",
    },
    /** Below the title of `moment`. */
    tooMany: "Too many new players at once. Back soon.",
    notAnswering: {
      title: "RetroAchievements is not answering",
      text: "Back soon.",
    },
  },
} satisfies {
  counts: Record<keyof Counts, string>;
  awards: Record<AwardKind, string>;
  filters: Record<NamedStatus, string>;
  milestones: Record<AwardKind, { nth: PluralForms; latest: string }>;
  [name: string]: unknown;
};
