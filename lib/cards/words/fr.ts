import type { Words } from "./words";

/** French. */
export const fr: Words = {
  counts: {
    played: "Joués",
    unfinished: "En cours",
    beatenCasual: "Casual",
    beaten: "Terminés",
    completed: "Complétés",
    mastered: "Maîtrisés",
  },
  awards: {
    mastered: "Maîtrisé",
    completed: "Complété",
    "beaten-hardcore": "Terminé",
    "beaten-softcore": "Terminé (casual)",
  },
  hardcore: "Hardcore",
  casual: "Casual",
  points: { one: "# point", many: "# de points", other: "# points" },
  casualPoints: { one: "# point casual", many: "# de points casual", other: "# points casual" },
  pointsOnSite: "# sur RetroAchievements",
  games: { one: "# jeu", many: "# de jeux", other: "# jeux" },
  awardsWon: { one: "# récompense", many: "# de récompenses", other: "# récompenses" },
  achievementsWon: {
    one: "{won} succès sur #",
    many: "{won} succès sur #",
    other: "{won} succès sur #",
  },
  wonOf: "{won} sur #",
  wonAll: "Les #",
  average: "Moyenne",
  averageIs: "# de complétion en moyenne",
  setRetired: "Set retiré",
  asOf: "au #",
  colon: "\u00a0: ",
  headings: {
    recent: "Derniers jeux",
    systems: "Consoles",
    timeline: "Récompenses par mois",
    milestones: "Grandes étapes",
    shelf: "La vitrine",
    mastered: "Derniers maîtrisés",
    awarded: "Derniers gagnés",
    played: "Derniers joués",
  },
  filters: {
    "any-beaten": "Terminés, hardcore ou casual",
    "gte-completed": "Complétés ou maîtrisés",
    "missing-unlocks": "Jeux à moins de 100 %",
    awarded: "Jeux récompensés",
    "eq-revised": "Jeux au set révisé",
    "gte-beaten-softcore": "Jeux récompensés en casual",
    "gte-beaten-hardcore": "Jeux récompensés en hardcore",
    "any-softcore": "Jeux avec progrès en casual",
    "any-hardcore": "Jeux avec progrès en hardcore",
    "almost-there": "Presque finis",
  },
  dated: { award: "Récompense", active: "Joué" },
  systemOf: "Console #",
  none: {
    games: "Pas encore de jeux.",
    awards: "Pas encore de récompenses.",
    milestones: "Pas encore d’étapes.",
    masteries: "Ici viendra le premier jeu maîtrisé.",
    thatGame: "Ce jeu n’a pas encore été joué.",
  },
  year: { soFar: "pour l’instant", awards: "Au total", quiet: "Une année calme, sans récompense." },
  versus: {
    points: "Points",
    both: { one: "# jeu en commun", many: "# de jeux en commun", other: "# jeux en commun" },
    none: "Pas encore de jeu en commun.",
    ahead: "# devant",
    even: "# à égalité",
  },
  milestones: {
    mastered: {
      nth: { one: "#er jeu maîtrisé", other: "#e jeu maîtrisé" },
      latest: "Dernier jeu maîtrisé",
    },
    completed: {
      nth: { one: "#er jeu complété", other: "#e jeu complété" },
      latest: "Dernier jeu complété",
    },
    "beaten-hardcore": {
      nth: { one: "#er jeu terminé", other: "#e jeu terminé" },
      latest: "Dernier jeu terminé",
    },
    "beaten-softcore": {
      nth: { one: "#er jeu terminé (casual)", other: "#e jeu terminé (casual)" },
      latest: "Dernier jeu terminé (casual)",
    },
  },
  messages: {
    moment: {
      title: "Un instant",
      text: "Cette carte se prépare. Elle arrive toute seule.",
    },
    unknownPlayer: {
      title: "Joueur inconnu",
      text: "RetroAchievements ne connaît personne du nom de #.",
    },
    samePlayer: {
      title: "Deux fois le même",
      text: "Personne ne se devance. Qui d’autre mettre à côté de # ?",
    },
    noUserName: "Ce n’est pas un nom d’utilisateur de RetroAchievements.",
    notShown: {
      title: "Pas affiché ici",
      text: "Ce site ne montre que les joueurs choisis par son propriétaire.",
    },
    tooMany: "Trop de nouveaux joueurs demandés à la fois. Cette carte revient toute seule.",
    notAnswering: {
      title: "RetroAchievements ne répond pas",
      text: "Cette carte revient toute seule.",
    },
  },
};
