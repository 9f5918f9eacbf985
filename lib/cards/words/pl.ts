import type { Words } from "./words";

/** Polish. */
export const pl: Words = {
  counts: {
    played: "Zagrane",
    unfinished: "W toku",
    beatenCasual: "Casual",
    beaten: "Przejście",
    completed: "Komplet",
    mastered: "Mistrzostwo",
  },
  awards: {
    mastered: "Mistrzostwo",
    completed: "Komplet",
    "beaten-hardcore": "Przejście",
    "beaten-softcore": "Przejście (casual)",
  },
  hardcore: "Hardcore",
  casual: "Casual",
  points: { one: "# punkt", few: "# punkty", many: "# punktów", other: "# punktu" },
  casualPoints: {
    one: "# punkt casual",
    few: "# punkty casual",
    many: "# punktów casual",
    other: "# punktu casual",
  },
  pointsOnSite: "# na RetroAchievements",
  games: { one: "# gra", few: "# gry", many: "# gier", other: "# gry" },
  awardsWon: { one: "# nagroda", few: "# nagrody", many: "# nagród", other: "# nagrody" },
  achievementsWon: {
    one: "{won} z # osiągnięcia",
    few: "{won} z # osiągnięć",
    many: "{won} z # osiągnięć",
    other: "{won} z # osiągnięcia",
  },
  wonOf: "{won} z #",
  wonAll: "Wszystkie: #",
  average: "Średnio",
  averageIs: "średnio ukończone w #",
  setRetired: "Zestaw wycofany",
  asOf: "stan na #",
  colon: ": ",
  headings: {
    recent: "Najnowsze gry",
    systems: "Systemy",
    timeline: "Nagrody według miesięcy",
    milestones: "Kamienie milowe",
    shelf: "Półka",
    mastered: "Ostatnie mistrzostwa",
    awarded: "Ostatnio zdobyte",
    played: "Ostatnio grane",
  },
  none: {
    games: "Na razie brak gier.",
    awards: "Na razie brak nagród.",
    milestones: "Na razie brak kamieni milowych.",
    masteries: "Tu stanie pierwsze mistrzostwo.",
    thatGame: "Ta gra nie była jeszcze grana.",
  },
  milestones: {
    mastered: { nth: { other: "#. mistrzostwo" }, latest: "Najnowsze mistrzostwo" },
    completed: { nth: { other: "#. komplet" }, latest: "Najnowszy komplet" },
    "beaten-hardcore": { nth: { other: "#. przejście gry" }, latest: "Najnowsze przejście gry" },
    "beaten-softcore": {
      nth: { other: "#. przejście gry (casual)" },
      latest: "Najnowsze przejście gry (casual)",
    },
  },
  messages: {
    moment: {
      title: "Chwileczkę",
      text: "Ta karta właśnie powstaje. Pojawi się sama.",
    },
    unknownPlayer: {
      title: "Nie ma takiego gracza",
      text: "RetroAchievements nie zna nikogo o nazwie #.",
    },
    noUserName: "To nie jest nazwa użytkownika RetroAchievements.",
    notShown: {
      title: "Tutaj niewidoczne",
      text: "Ta strona pokazuje tylko graczy wybranych przez jej właściciela.",
    },
    tooMany: "Naraz poproszono o zbyt wielu nowych graczy. Ta karta wróci sama.",
    notAnswering: {
      title: "RetroAchievements nie odpowiada",
      text: "Ta karta wróci sama.",
    },
  },
};
