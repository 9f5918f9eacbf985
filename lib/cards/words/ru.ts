import type { Words } from "./words";

/** Russian. */
export const ru: Words = {
  counts: {
    played: "Игр",
    unfinished: "Начато",
    beatenCasual: "Казуал",
    beaten: "Пройдено",
    completed: "Завершено",
    mastered: "Освоено",
  },
  awards: {
    mastered: "Освоено",
    completed: "Завершено",
    "beaten-hardcore": "Пройдено",
    "beaten-softcore": "Пройдено (казуал)",
  },
  hardcore: "Хардкор",
  casual: "Казуал",
  points: { one: "# очко", few: "# очка", many: "# очков", other: "# очка" },
  casualPoints: {
    one: "# казуальное очко",
    few: "# казуальных очка",
    many: "# казуальных очков",
    other: "# казуального очка",
  },
  pointsOnSite: "# на RetroAchievements",
  games: { one: "# игра", few: "# игры", many: "# игр", other: "# игры" },
  awardsWon: { one: "# награда", few: "# награды", many: "# наград", other: "# награды" },
  achievementsWon: {
    one: "{won} из # достижения",
    few: "{won} из # достижений",
    many: "{won} из # достижений",
    other: "{won} из # достижения",
  },
  wonOf: "{won} из #",
  wonAll: "Все #",
  average: "В среднем",
  averageIs: "в среднем пройдено на #",
  setRetired: "Набор снят",
  asOf: "на #",
  colon: ": ",
  headings: {
    recent: "Последние игры",
    systems: "Системы",
    timeline: "Награды по месяцам",
    milestones: "Вехи",
    shelf: "Полка",
    mastered: "Недавно освоено",
    awarded: "Недавно выиграно",
    played: "Недавно сыграно",
  },
  none: {
    games: "Игр пока нет.",
    awards: "Наград пока нет.",
    milestones: "Вех пока нет.",
    masteries: "Здесь встанет первая освоенная игра.",
    thatGame: "В эту игру ещё не играли.",
  },
  milestones: {
    mastered: { nth: { other: "#-я освоенная игра" }, latest: "Недавно освоена" },
    completed: { nth: { other: "#-я завершённая игра" }, latest: "Недавно завершена" },
    "beaten-hardcore": {
      nth: { other: "#-я пройденная игра" },
      latest: "Недавно пройдена",
    },
    "beaten-softcore": {
      nth: { other: "#-я пройденная (казуал)" },
      latest: "Недавно пройдена (казуал)",
    },
  },
  messages: {
    moment: {
      title: "Минутку",
      text: "Карточка готовится. Она появится сама.",
    },
    unknownPlayer: {
      title: "Нет такого игрока",
      text: "RetroAchievements не знает никого с именем #.",
    },
    noUserName: "Это не имя пользователя RetroAchievements.",
    notShown: {
      title: "Здесь не показано",
      text: "Сайт показывает только игроков, выбранных его владельцем.",
    },
    tooMany: "Запрошено слишком много новых игроков сразу. Карточка вернётся сама.",
    notAnswering: {
      title: "RetroAchievements не отвечает",
      text: "Карточка вернётся сама.",
    },
  },
};
