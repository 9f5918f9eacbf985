import type { Words } from "./words";

/** German. */
export const de: Words = {
  counts: {
    played: "Gespielt",
    unfinished: "Offen",
    beatenCasual: "Casual",
    beaten: "Besiegt",
    completed: "Komplett",
    mastered: "Gemeistert",
  },
  awards: {
    mastered: "Gemeistert",
    completed: "Komplett",
    "beaten-hardcore": "Besiegt",
    "beaten-softcore": "Besiegt (Casual)",
  },
  hardcore: "Hardcore",
  casual: "Casual",
  points: { one: "# Punkt", other: "# Punkte" },
  casualPoints: { one: "# Casual-Punkt", other: "# Casual-Punkte" },
  pointsOnSite: "# auf RetroAchievements",
  games: { one: "# Spiel", other: "# Spiele" },
  awardsWon: { one: "# Auszeichnung", other: "# Auszeichnungen" },
  achievementsWon: { one: "{won} von # Erfolg", other: "{won} von # Erfolgen" },
  wonOf: "{won} von #",
  wonAll: "Alle #",
  average: "Im Schnitt",
  averageIs: "im Schnitt zu # geschafft",
  setRetired: "Set zurückgezogen",
  asOf: "Stand #",
  colon: ": ",
  headings: {
    recent: "Neueste Spiele",
    systems: "Systeme",
    timeline: "Auszeichnungen je Monat",
    milestones: "Meilensteine",
    shelf: "Das Regal",
    mastered: "Zuletzt gemeistert",
    awarded: "Zuletzt gewonnen",
    played: "Zuletzt gespielt",
  },
  none: {
    games: "Noch keine Spiele.",
    awards: "Noch keine Auszeichnungen.",
    milestones: "Noch keine Meilensteine.",
    masteries: "Hier steht bald das erste gemeisterte Spiel.",
    thatGame: "Dieses Spiel wurde noch nicht gespielt.",
  },
  milestones: {
    mastered: { nth: { other: "#. gemeistertes Spiel" }, latest: "Zuletzt gemeistert" },
    completed: { nth: { other: "#. komplettes Spiel" }, latest: "Zuletzt komplett" },
    "beaten-hardcore": { nth: { other: "#. besiegtes Spiel" }, latest: "Zuletzt besiegt" },
    "beaten-softcore": {
      nth: { other: "#. besiegtes Spiel (Casual)" },
      latest: "Zuletzt besiegt (Casual)",
    },
  },
  messages: {
    moment: {
      title: "Einen Moment",
      text: "Diese Karte entsteht gerade. Sie erscheint von selbst.",
    },
    unknownPlayer: {
      title: "Unbekannter Name",
      text: "RetroAchievements kennt niemanden namens #.",
    },
    noUserName: "So kann bei RetroAchievements niemand heißen.",
    notShown: {
      title: "Hier nicht zu sehen",
      text: "Diese Seite zeigt nur, wen ihr Betreiber ausgewählt hat.",
    },
    tooMany: "Es wurde nach zu vielen Neuen zugleich gefragt. Diese Karte erscheint von selbst.",
    notAnswering: {
      title: "RetroAchievements antwortet nicht",
      text: "Diese Karte erscheint von selbst wieder.",
    },
  },
};
