import { NAMED_FILTERS } from "@/lib/progress/status";
import type { Words } from "./words";

/** English. */
export const en: Words = {
  counts: {
    played: "Played",
    unfinished: "Unfinished",
    beatenCasual: "Casual",
    beaten: "Beaten",
    completed: "Completed",
    mastered: "Mastered",
  },
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
  pointsOnSite: "# on RetroAchievements",
  games: { one: "# game", other: "# games" },
  awardsWon: { one: "# award", other: "# awards" },
  achievementsWon: { one: "{won} of # achievement", other: "{won} of # achievements" },
  wonOf: "{won} of #",
  wonAll: "All #",
  average: "Average",
  averageIs: "# completed on average",
  setRetired: "Set is retired",
  asOf: "as of #",
  colon: ": ",
  headings: {
    lately: "Lately",
    recent: "Newest games",
    systems: "Systems",
    timeline: "Awards by month",
    milestones: "Milestones",
    shelf: "The shelf",
    mastered: "Mastered last",
    awarded: "Won last",
    played: "Played last",
  },
  filters: NAMED_FILTERS,
  dated: { award: "Award", active: "Played" },
  systemOf: "System #",
  none: {
    lately: "Nothing new lately.",
    history: "This site keeps no history.",
    games: "No games yet.",
    awards: "No awards yet.",
    milestones: "No milestone yet.",
    masteries: "The first mastery goes here.",
    thatGame: "This player has not played that game.",
  },
  lately: {
    week: "this week",
    achievements: { one: "# achievement", other: "# achievements" },
    begun: "Begun",
    revised: "Revised",
    back: "Set is back",
    wholeAgain: "Whole again",
    reset: "Reset",
    gone: "Gone",
    renamed: "New name",
  },
  year: { soFar: "so far", awards: "In total", quiet: "A quiet year, without an award." },
  versus: {
    points: "Points",
    both: { one: "# game in common", other: "# games in common" },
    none: "No game in common yet.",
    ahead: "# ahead",
    even: "# even",
  },
  milestones: {
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
    "beaten-softcore": {
      nth: {
        one: "#st game beaten (casual)",
        two: "#nd game beaten (casual)",
        few: "#rd game beaten (casual)",
        other: "#th game beaten (casual)",
      },
      latest: "Latest game beaten (casual)",
    },
  },
  messages: {
    moment: {
      title: "One moment",
      text: "This card is being prepared. It comes back by itself.",
    },
    unknownPlayer: {
      title: "No such player",
      text: "RetroAchievements knows nobody called #.",
    },
    samePlayer: {
      title: "One player, twice",
      text: "Nobody can be ahead of #. Put somebody else beside them.",
    },
    noUserName: "That is no RetroAchievements user name.",
    notShown: {
      title: "Not shown here",
      text: "This site shows only the players that its owner has chosen.",
    },
    tooMany: "Too many new players were asked for at once. This card comes back by itself.",
    notAnswering: {
      title: "RetroAchievements is not answering",
      text: "This card comes back by itself.",
    },
  },
};
