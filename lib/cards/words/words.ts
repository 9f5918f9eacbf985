import type { AwardKind } from "@/lib/domain/player";
import type { Counts } from "@/lib/progress/counts";
import type { NamedStatus } from "@/lib/progress/status";

/** A text for each plural category that a language has; `#` stands for the number. */
export type Forms = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>;

/** A message in two lines. */
export interface Message {
  title: string;
  text: string;
}

/** All that cards say, in one language. Labels begin with a capital where the language has them. */
export interface Words {
  /** What stands below a number of games. Short: six of them share a card's width. */
  counts: Record<keyof Counts, string>;
  /** The award of a game. */
  awards: Record<AwardKind, string>;
  hardcore: string;
  casual: string;
  points: Forms;
  casualPoints: Forms;
  /** Where points are from; `#` stands for them with their word. */
  pointsOnSite: string;
  games: Forms;
  awardsWon: Forms;
  /** `{won}` of so many achievements. */
  achievementsWon: Forms;
  /** `{won}` of `#`, where it is plain what is meant. */
  wonOf: string;
  /** All of them; `#` is how many there are. */
  wonAll: string;
  /** What stands below the average of completion. Short. */
  average: string;
  /** The same in a sentence; `#` is the percentage. */
  averageIs: string;
  /** The game's achievements were taken away. */
  setRetired: string;
  /** How old a card's data is; `#` is the day. */
  asOf: string;
  /** Between a name and what is shown of it, with its spaces. */
  colon: string;
  /** What a card shows. */
  headings: Record<
    | "lately"
    | "recent"
    | "systems"
    | "timeline"
    | "milestones"
    | "shelf"
    | "mastered"
    | "awarded"
    | "played",
    string
  >;
  /** Which games a list keeps: those filters that are no single kind of award. */
  filters: Record<NamedStatus, string>;
  /** What stands before a date that a list keeps games by. */
  dated: Record<"award" | "active", string>;
  /** A system that has no name here; `#` is its number. */
  systemOf: string;
  /** What a card says that has nothing to show. */
  none: Record<
    "lately" | "history" | "games" | "awards" | "milestones" | "masteries" | "thatGame",
    string
  >;
  lately: {
    /** The last seven days, as a badge's label: small. */
    week: string;
    achievements: Forms;
    /** What happened to a game, whose title follows. */
    begun: string;
    revised: string;
    back: string;
    /** What a revision had broken is all won. */
    wholeAgain: string;
    reset: string;
    gone: string;
    /** The player's; it follows. */
    renamed: string;
  };
  year: {
    /** What stands below a year that is not over. */
    soFar: string;
    /** What stands below the number of all its awards, beside those of some kinds. Short. */
    awards: string;
    /** Of a year that is over. */
    quiet: string;
  };
  versus: {
    points: string;
    /** Games that both players play. */
    both: Forms;
    /** That there is no such game. */
    none: string;
    /** In how many games a player is ahead. Short. */
    ahead: string;
    /** In how many games nobody is. Short. */
    even: string;
  };
  /** The nth award of a kind, by the forms of ordinals, and the latest of it. */
  milestones: Record<AwardKind, { nth: Forms; latest: string }>;
  messages: {
    moment: Message;
    /** `#` is the name that was asked for. */
    unknownPlayer: Message;
    /** Where two are to be compared; `#` is the player. */
    samePlayer: Message;
    /** No name that a player can have; its title is that of an unknown player. */
    noUserName: string;
    notShown: Message;
    /** Too much was asked for; its title is that of a moment. */
    tooMany: string;
    notAnswering: Message;
  };
}
