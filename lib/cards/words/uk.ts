import type { Words } from "./words";

/** Ukrainian. */
export const uk: Words = {
  counts: {
    played: "Ігор",
    unfinished: "Почато",
    beatenCasual: "Казуал",
    beaten: "Пройдено",
    completed: "Завершено",
    mastered: "Опановано",
  },
  awards: {
    mastered: "Опановано",
    completed: "Завершено",
    "beaten-hardcore": "Пройдено",
    "beaten-softcore": "Пройдено (казуал)",
  },
  hardcore: "Хардкор",
  casual: "Казуал",
  points: { one: "# бал", few: "# бали", many: "# балів", other: "# бала" },
  casualPoints: {
    one: "# казуальний бал",
    few: "# казуальні бали",
    many: "# казуальних балів",
    other: "# казуального бала",
  },
  pointsOnSite: "# на RetroAchievements",
  games: { one: "# гра", few: "# гри", many: "# ігор", other: "# гри" },
  awardsWon: { one: "# нагорода", few: "# нагороди", many: "# нагород", other: "# нагороди" },
  achievementsWon: {
    one: "{won} з # досягнення",
    few: "{won} з # досягнень",
    many: "{won} з # досягнень",
    other: "{won} з # досягнення",
  },
  wonOf: "{won} з #",
  wonAll: "Усі #",
  average: "Середнє",
  averageIs: "у середньому пройдено на #",
  setRetired: "Набір знято",
  asOf: "станом на #",
  colon: ": ",
  headings: {
    recent: "Останні ігри",
    systems: "Системи",
    timeline: "Нагороди за місяцями",
    milestones: "Віхи",
    shelf: "Полиця",
    mastered: "Нещодавно опановано",
    awarded: "Нещодавно здобуто",
    played: "Нещодавно зіграно",
  },
  filters: {
    "any-beaten": "Пройдено, хардкор або казуал",
    "gte-completed": "Завершено або опановано",
    "missing-unlocks": "Ігри без 100 %",
    awarded: "Ігри з нагородою",
    "eq-revised": "Ігри зі зміненим набором",
    "gte-beaten-softcore": "Ігри з казуальною нагородою",
    "gte-beaten-hardcore": "Ігри з хардкорною нагородою",
    "any-softcore": "Ігри з поступом у казуалі",
    "any-hardcore": "Ігри з поступом у хардкорі",
    "almost-there": "Майже готово",
  },
  dated: { award: "Нагорода", active: "Зіграно" },
  systemOf: "Система #",
  none: {
    games: "Ігор поки немає.",
    awards: "Нагород поки немає.",
    milestones: "Віх поки немає.",
    masteries: "Тут стоятиме перша опанована гра.",
    thatGame: "У цю гру ще не грали.",
  },
  year: { soFar: "на цей момент", awards: "Усього", quiet: "Спокійний рік, без нагород." },
  milestones: {
    mastered: {
      nth: { few: "#-тя опанована гра", other: "#-та опанована гра" },
      latest: "Остання опанована гра",
    },
    completed: {
      nth: { few: "#-тя завершена гра", other: "#-та завершена гра" },
      latest: "Остання завершена гра",
    },
    "beaten-hardcore": {
      nth: { few: "#-тя пройдена гра", other: "#-та пройдена гра" },
      latest: "Остання пройдена гра",
    },
    "beaten-softcore": {
      nth: { few: "#-тя пройдена (казуал)", other: "#-та пройдена (казуал)" },
      latest: "Остання пройдена (казуал)",
    },
  },
  messages: {
    moment: {
      title: "Хвилинку",
      text: "Картка готується. Вона з’явиться сама.",
    },
    unknownPlayer: {
      title: "Немає такого гравця",
      text: "RetroAchievements не знає нікого на ім’я #.",
    },
    noUserName: "Це не ім’я користувача RetroAchievements.",
    notShown: {
      title: "Тут не показано",
      text: "Сайт показує лише гравців, яких обрав його власник.",
    },
    tooMany: "Запитано забагато нових гравців одразу. Картка повернеться сама.",
    notAnswering: {
      title: "RetroAchievements не відповідає",
      text: "Картка повернеться сама.",
    },
  },
};
