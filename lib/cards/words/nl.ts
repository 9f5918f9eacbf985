import type { Words } from "./words";

/** Dutch. */
export const nl: Words = {
  counts: {
    played: "Gespeeld",
    unfinished: "Bezig",
    beatenCasual: "Casual",
    beaten: "Uitgespeeld",
    completed: "Compleet",
    mastered: "Gemasterd",
  },
  awards: {
    mastered: "Gemasterd",
    completed: "Compleet",
    "beaten-hardcore": "Uitgespeeld",
    "beaten-softcore": "Uitgespeeld (casual)",
  },
  hardcore: "Hardcore",
  casual: "Casual",
  points: { one: "# punt", other: "# punten" },
  casualPoints: { one: "# casual punt", other: "# casual punten" },
  pointsOnSite: "# op RetroAchievements",
  games: { one: "# spel", other: "# spellen" },
  awardsWon: { one: "# onderscheiding", other: "# onderscheidingen" },
  achievementsWon: { one: "{won} van # prestatie", other: "{won} van # prestaties" },
  wonOf: "{won} van #",
  wonAll: "Alle #",
  average: "Gemiddeld",
  averageIs: "gemiddeld # voltooid",
  setRetired: "Set ingetrokken",
  asOf: "stand van #",
  colon: ": ",
  headings: {
    recent: "Nieuwste spellen",
    systems: "Systemen",
    timeline: "Onderscheidingen per maand",
    milestones: "Mijlpalen",
    shelf: "De vitrine",
    mastered: "Laatst gemasterd",
    awarded: "Laatst gewonnen",
    played: "Laatst gespeeld",
  },
  none: {
    games: "Nog geen spellen.",
    awards: "Nog geen onderscheidingen.",
    milestones: "Nog geen mijlpalen.",
    masteries: "Hier komt het eerste gemasterde spel.",
    thatGame: "Dit spel is nog niet gespeeld.",
  },
  milestones: {
    mastered: { nth: { other: "#e gemasterde spel" }, latest: "Laatst gemasterd" },
    completed: { nth: { other: "#e complete spel" }, latest: "Laatst compleet" },
    "beaten-hardcore": { nth: { other: "#e uitgespeelde spel" }, latest: "Laatst uitgespeeld" },
    "beaten-softcore": {
      nth: { other: "#e uitgespeelde spel (casual)" },
      latest: "Laatst uitgespeeld (casual)",
    },
  },
  messages: {
    moment: {
      title: "Een ogenblik",
      text: "Deze kaart wordt gemaakt. Ze verschijnt vanzelf.",
    },
    unknownPlayer: {
      title: "Onbekende speler",
      text: "RetroAchievements kent niemand met de naam #.",
    },
    noUserName: "Dat is geen gebruikersnaam van RetroAchievements.",
    notShown: {
      title: "Hier niet te zien",
      text: "Deze site toont alleen spelers die de eigenaar heeft gekozen.",
    },
    tooMany: "Er is naar te veel nieuwe spelers tegelijk gevraagd. Deze kaart komt vanzelf terug.",
    notAnswering: {
      title: "RetroAchievements antwoordt niet",
      text: "Deze kaart komt vanzelf terug.",
    },
  },
};
