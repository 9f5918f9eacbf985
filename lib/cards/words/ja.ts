import type { Words } from "./words";

/** Japanese. */
export const ja: Words = {
  counts: {
    played: "プレイ",
    unfinished: "未クリア",
    beatenCasual: "カジュアル",
    beaten: "クリア",
    completed: "コンプ",
    mastered: "マスター",
  },
  awards: {
    mastered: "マスター",
    completed: "コンプリート",
    "beaten-hardcore": "クリア",
    "beaten-softcore": "クリア（カジュアル）",
  },
  hardcore: "ハードコア",
  casual: "カジュアル",
  points: { other: "#ポイント" },
  casualPoints: { other: "カジュアル#ポイント" },
  pointsOnSite: "RetroAchievementsで#",
  games: { other: "#本" },
  awardsWon: { other: "アワード#個" },
  achievementsWon: { other: "実績 {won} / #" },
  wonOf: "{won} / #",
  wonAll: "全#個",
  average: "平均",
  averageIs: "平均達成率#",
  setRetired: "公開終了",
  asOf: "#現在",
  colon: "：",
  headings: {
    recent: "最近のゲーム",
    systems: "ゲーム機",
    timeline: "月ごとのアワード",
    milestones: "マイルストーン",
    shelf: "コレクション棚",
    mastered: "最近のマスター",
    awarded: "最近の達成",
    played: "最近のプレイ",
  },
  none: {
    games: "ゲームはまだありません。",
    awards: "アワードはまだありません。",
    milestones: "マイルストーンはまだありません。",
    masteries: "最初のマスターがここに並びます。",
    thatGame: "このゲームはまだプレイされていません。",
  },
  milestones: {
    mastered: { nth: { other: "#本目のマスター" }, latest: "最新のマスター" },
    completed: { nth: { other: "#本目のコンプリート" }, latest: "最新のコンプリート" },
    "beaten-hardcore": { nth: { other: "#本目のクリア" }, latest: "最新のクリア" },
    "beaten-softcore": {
      nth: { other: "#本目のクリア（カジュアル）" },
      latest: "最新のクリア（カジュアル）",
    },
  },
  messages: {
    moment: {
      title: "少々お待ちください",
      text: "カードを準備しています。自動で表示されます。",
    },
    unknownPlayer: {
      title: "プレイヤーが見つかりません",
      text: "#さんはRetroAchievementsにいません。",
    },
    noUserName: "RetroAchievementsのユーザー名ではありません。",
    notShown: {
      title: "ここでは表示されません",
      text: "このサイトは管理者が選んだプレイヤーだけを表示します。",
    },
    tooMany: "新しいプレイヤーへの要求が一度に多すぎます。自動で戻ります。",
    notAnswering: {
      title: "RetroAchievementsが応答しません",
      text: "カードは自動で戻ります。",
    },
  },
};
