import type { Words } from "./words";

/** Brazilian Portuguese. */
export const ptBr: Words = {
  counts: {
    played: "Jogados",
    unfinished: "Em curso",
    beatenCasual: "Casual",
    beaten: "Zerados",
    completed: "Completos",
    mastered: "Masterizados",
  },
  awards: {
    mastered: "Masterizado",
    completed: "Completo",
    "beaten-hardcore": "Zerado",
    "beaten-softcore": "Zerado (casual)",
  },
  hardcore: "Hardcore",
  casual: "Casual",
  points: { one: "# ponto", many: "# de pontos", other: "# pontos" },
  casualPoints: { one: "# ponto casual", many: "# de pontos casuais", other: "# pontos casuais" },
  pointsOnSite: "# no RetroAchievements",
  games: { one: "# jogo", many: "# de jogos", other: "# jogos" },
  awardsWon: { one: "# prêmio", many: "# de prêmios", other: "# prêmios" },
  achievementsWon: {
    one: "{won} de # conquista",
    many: "{won} de # de conquistas",
    other: "{won} de # conquistas",
  },
  wonOf: "{won} de #",
  wonAll: "Todas as #",
  average: "Média",
  averageIs: "# concluído em média",
  setRetired: "Set retirado",
  asOf: "em #",
  colon: ": ",
  headings: {
    recent: "Últimos jogos",
    systems: "Consoles",
    timeline: "Prêmios por mês",
    milestones: "Marcos",
    shelf: "A estante",
    mastered: "Últimos masterizados",
    awarded: "Últimos conquistados",
    played: "Últimos jogados",
  },
  none: {
    games: "Ainda não há jogos.",
    awards: "Ainda não há prêmios.",
    milestones: "Ainda não há marcos.",
    masteries: "Aqui vai o primeiro jogo masterizado.",
    thatGame: "Este jogo ainda não foi jogado.",
  },
  milestones: {
    mastered: { nth: { other: "#º jogo masterizado" }, latest: "Último jogo masterizado" },
    completed: { nth: { other: "#º jogo completo" }, latest: "Último jogo completo" },
    "beaten-hardcore": { nth: { other: "#º jogo zerado" }, latest: "Último jogo zerado" },
    "beaten-softcore": {
      nth: { other: "#º jogo zerado (casual)" },
      latest: "Último jogo zerado (casual)",
    },
  },
  messages: {
    moment: {
      title: "Um momento",
      text: "Este cartão está sendo preparado. Ele aparece sozinho.",
    },
    unknownPlayer: {
      title: "Jogador desconhecido",
      text: "O RetroAchievements não conhece ninguém chamado #.",
    },
    noUserName: "Esse não é um nome de usuário do RetroAchievements.",
    notShown: {
      title: "Não é mostrado aqui",
      text: "Este site só mostra os jogadores que o dono escolheu.",
    },
    tooMany: "Muitos jogadores novos foram pedidos ao mesmo tempo. Este cartão volta sozinho.",
    notAnswering: {
      title: "O RetroAchievements não responde",
      text: "Este cartão volta sozinho.",
    },
  },
};
