import type { Words } from "./words";

/** Spanish. */
export const es: Words = {
  counts: {
    played: "Jugados",
    unfinished: "En curso",
    beatenCasual: "Casual",
    beaten: "Pasados",
    completed: "Completos",
    mastered: "Dominados",
  },
  awards: {
    mastered: "Dominado",
    completed: "Completo",
    "beaten-hardcore": "Pasado",
    "beaten-softcore": "Pasado (casual)",
  },
  hardcore: "Hardcore",
  casual: "Casual",
  points: { one: "# punto", many: "# de puntos", other: "# puntos" },
  casualPoints: { one: "# punto casual", many: "# de puntos casual", other: "# puntos casual" },
  pointsOnSite: "# en RetroAchievements",
  games: { one: "# juego", many: "# de juegos", other: "# juegos" },
  awardsWon: { one: "# premio", many: "# de premios", other: "# premios" },
  achievementsWon: {
    one: "{won} de # logro",
    many: "{won} de # de logros",
    other: "{won} de # logros",
  },
  wonOf: "{won} de #",
  wonAll: "Todos: #",
  average: "Media",
  averageIs: "# completado de media",
  setRetired: "Set retirado",
  asOf: "a #",
  colon: ": ",
  headings: {
    recent: "Últimos juegos",
    systems: "Consolas",
    timeline: "Premios por mes",
    milestones: "Hitos",
    shelf: "La vitrina",
    mastered: "Últimos dominados",
    awarded: "Últimos ganados",
    played: "Últimos jugados",
  },
  none: {
    games: "Aún no hay juegos.",
    awards: "Aún no hay premios.",
    milestones: "Aún no hay hitos.",
    masteries: "Aquí irá el primer juego dominado.",
    thatGame: "Este juego aún no se ha jugado.",
  },
  milestones: {
    mastered: { nth: { other: "#.º juego dominado" }, latest: "Último juego dominado" },
    completed: { nth: { other: "#.º juego completo" }, latest: "Último juego completo" },
    "beaten-hardcore": { nth: { other: "#.º juego pasado" }, latest: "Último juego pasado" },
    "beaten-softcore": {
      nth: { other: "#.º juego pasado (casual)" },
      latest: "Último juego pasado (casual)",
    },
  },
  messages: {
    moment: {
      title: "Un momento",
      text: "Esta tarjeta se está preparando. Aparecerá sola.",
    },
    unknownPlayer: {
      title: "Jugador desconocido",
      text: "RetroAchievements no conoce a nadie llamado #.",
    },
    noUserName: "Ese no es un nombre de usuario de RetroAchievements.",
    notShown: {
      title: "No se muestra aquí",
      text: "Este sitio solo muestra a quienes su dueño ha elegido.",
    },
    tooMany: "Se pidieron demasiados jugadores nuevos a la vez. Esta tarjeta volverá sola.",
    notAnswering: {
      title: "RetroAchievements no responde",
      text: "Esta tarjeta volverá sola.",
    },
  },
};
