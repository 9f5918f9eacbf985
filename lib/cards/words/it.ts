import type { Words } from "./words";

/** Italian. */
export const it: Words = {
  counts: {
    played: "Giocati",
    unfinished: "In corso",
    beatenCasual: "Casual",
    beaten: "Finiti",
    completed: "Completati",
    mastered: "Masterati",
  },
  awards: {
    mastered: "Masterato",
    completed: "Completato",
    "beaten-hardcore": "Finito",
    "beaten-softcore": "Finito (casual)",
  },
  hardcore: "Hardcore",
  casual: "Casual",
  points: { one: "# punto", many: "# di punti", other: "# punti" },
  casualPoints: { one: "# punto casual", many: "# di punti casual", other: "# punti casual" },
  pointsOnSite: "# su RetroAchievements",
  games: { one: "# gioco", many: "# di giochi", other: "# giochi" },
  awardsWon: { one: "# premio", many: "# di premi", other: "# premi" },
  achievementsWon: {
    one: "{won} obiettivi su #",
    many: "{won} obiettivi su #",
    other: "{won} obiettivi su #",
  },
  wonOf: "{won} su #",
  wonAll: "Tutti: #",
  average: "Media",
  averageIs: "# completato in media",
  setRetired: "Set ritirato",
  asOf: "al #",
  colon: ": ",
  headings: {
    recent: "Ultimi giochi",
    systems: "Console",
    timeline: "Premi per mese",
    milestones: "Traguardi",
    shelf: "La vetrina",
    mastered: "Ultimi masterati",
    awarded: "Ultimi vinti",
    played: "Ultimi giocati",
  },
  filters: {
    "any-beaten": "Finiti, hardcore o casual",
    "gte-completed": "Completati o masterati",
    "missing-unlocks": "Giochi sotto il 100%",
    awarded: "Giochi con un premio",
    "eq-revised": "Giochi con set rivisto",
    "gte-beaten-softcore": "Giochi con premio casual",
    "gte-beaten-hardcore": "Giochi con premio hardcore",
    "any-softcore": "Giochi con progressi casual",
    "any-hardcore": "Giochi con progressi hardcore",
    "almost-there": "Quasi finiti",
  },
  dated: { award: "Premio", active: "Giocato" },
  systemOf: "Console #",
  none: {
    games: "Ancora nessun gioco.",
    awards: "Ancora nessun premio.",
    milestones: "Ancora nessun traguardo.",
    masteries: "Qui andrà il primo gioco masterato.",
    thatGame: "Questo gioco non è ancora stato giocato.",
  },
  year: { soFar: "finora", awards: "In totale", quiet: "Un anno tranquillo, senza premi." },
  versus: {
    points: "Punti",
    both: { one: "# gioco in comune", many: "# di giochi in comune", other: "# giochi in comune" },
    none: "Ancora nessun gioco in comune.",
    ahead: "# in testa",
    even: "# alla pari",
  },
  milestones: {
    mastered: {
      nth: { many: "#º gioco masterato", other: "#º gioco masterato" },
      latest: "Ultimo gioco masterato",
    },
    completed: {
      nth: { many: "#º gioco completato", other: "#º gioco completato" },
      latest: "Ultimo gioco completato",
    },
    "beaten-hardcore": {
      nth: { many: "#º gioco finito", other: "#º gioco finito" },
      latest: "Ultimo gioco finito",
    },
    "beaten-softcore": {
      nth: { many: "#º gioco finito (casual)", other: "#º gioco finito (casual)" },
      latest: "Ultimo gioco finito (casual)",
    },
  },
  messages: {
    moment: {
      title: "Un momento",
      text: "Questa scheda è in preparazione. Arriva da sola.",
    },
    unknownPlayer: {
      title: "Giocatore sconosciuto",
      text: "RetroAchievements non conosce nessuno di nome #.",
    },
    samePlayer: {
      title: "Due volte la stessa persona",
      text: "Scegli qualcun altro da confrontare con #.",
    },
    noUserName: "Questo non è un nome utente di RetroAchievements.",
    notShown: {
      title: "Non è mostrato qui",
      text: "Questo sito mostra solo i giocatori scelti da chi lo gestisce.",
    },
    tooMany: "Troppi giocatori nuovi richiesti insieme. Questa scheda torna da sola.",
    notAnswering: {
      title: "RetroAchievements non risponde",
      text: "Questa scheda torna da sola.",
    },
  },
};
