import type { Words } from "./words";

/** Korean. */
export const ko: Words = {
  counts: {
    played: "플레이",
    unfinished: "진행 중",
    beatenCasual: "캐주얼",
    beaten: "클리어",
    completed: "완료",
    mastered: "마스터",
  },
  awards: {
    mastered: "마스터",
    completed: "완료",
    "beaten-hardcore": "클리어",
    "beaten-softcore": "클리어(캐주얼)",
  },
  hardcore: "하드코어",
  casual: "캐주얼",
  points: { other: "#점" },
  casualPoints: { other: "캐주얼 #점" },
  pointsOnSite: "RetroAchievements #",
  games: { other: "게임 #개" },
  awardsWon: { other: "어워드 #개" },
  achievementsWon: { other: "도전 과제 {won} / #" },
  wonOf: "{won} / #",
  wonAll: "#개 모두",
  average: "평균",
  averageIs: "평균 달성률 #",
  setRetired: "세트 종료",
  asOf: "# 기준",
  colon: ": ",
  headings: {
    recent: "최근 게임",
    systems: "게임기",
    timeline: "월별 어워드",
    milestones: "이정표",
    shelf: "진열장",
    mastered: "최근 마스터",
    awarded: "최근 획득",
    played: "최근 플레이",
  },
  none: {
    games: "아직 게임이 없습니다.",
    awards: "아직 어워드가 없습니다.",
    milestones: "아직 이정표가 없습니다.",
    masteries: "첫 마스터가 여기에 놓입니다.",
    thatGame: "아직 플레이하지 않은 게임입니다.",
  },
  milestones: {
    mastered: { nth: { other: "#번째 마스터" }, latest: "최근 마스터" },
    completed: { nth: { other: "#번째 완료" }, latest: "최근 완료" },
    "beaten-hardcore": { nth: { other: "#번째 클리어" }, latest: "최근 클리어" },
    "beaten-softcore": { nth: { other: "#번째 클리어(캐주얼)" }, latest: "최근 클리어(캐주얼)" },
  },
  messages: {
    moment: {
      title: "잠시만요",
      text: "카드를 준비하고 있습니다. 곧 저절로 나타납니다.",
    },
    unknownPlayer: {
      title: "없는 플레이어",
      text: "RetroAchievements에 # 님은 없습니다.",
    },
    noUserName: "RetroAchievements 사용자 이름이 아닙니다.",
    notShown: {
      title: "여기서는 보이지 않습니다",
      text: "이 사이트는 운영자가 고른 플레이어만 보여 줍니다.",
    },
    tooMany: "새 플레이어 요청이 한꺼번에 너무 많습니다. 곧 저절로 나타납니다.",
    notAnswering: {
      title: "RetroAchievements가 응답하지 않습니다",
      text: "카드는 저절로 돌아옵니다.",
    },
  },
};
