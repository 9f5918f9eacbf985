import type { Words } from "./words";

/** Turkish. */
export const tr: Words = {
  counts: {
    played: "Oynanan",
    unfinished: "Yarım",
    beatenCasual: "Casual",
    beaten: "Bitirilen",
    completed: "Tamam",
    mastered: "Ustalık",
  },
  awards: {
    mastered: "Ustalık",
    completed: "Tamam",
    "beaten-hardcore": "Bitirildi",
    "beaten-softcore": "Bitirildi (casual)",
  },
  hardcore: "Hardcore",
  casual: "Casual",
  points: { one: "# puan", other: "# puan" },
  casualPoints: { one: "# casual puan", other: "# casual puan" },
  pointsOnSite: "RetroAchievements’ta #",
  games: { one: "# oyun", other: "# oyun" },
  awardsWon: { one: "# ödül", other: "# ödül" },
  achievementsWon: { one: "{won} / # başarım", other: "{won} / # başarım" },
  wonOf: "{won} / #",
  wonAll: "Hepsi: #",
  average: "Ortalama",
  averageIs: "ortalama tamamlama #",
  setRetired: "Set kaldırıldı",
  asOf: "tarih: #",
  colon: ": ",
  headings: {
    recent: "Son oyunlar",
    systems: "Sistemler",
    timeline: "Aylara göre ödüller",
    milestones: "Kilometre taşları",
    shelf: "Raf",
    mastered: "Son ustalıklar",
    awarded: "Son kazanılanlar",
    played: "Son oynananlar",
  },
  none: {
    games: "Henüz oyun yok.",
    awards: "Henüz ödül yok.",
    milestones: "Henüz kilometre taşı yok.",
    masteries: "İlk ustalık buraya gelecek.",
    thatGame: "Bu oyun henüz oynanmadı.",
  },
  milestones: {
    mastered: { nth: { other: "#. ustalık" }, latest: "Son ustalık" },
    completed: { nth: { other: "#. tamamlanan oyun" }, latest: "Son tamamlanan oyun" },
    "beaten-hardcore": { nth: { other: "#. bitirilen oyun" }, latest: "Son bitirilen oyun" },
    "beaten-softcore": {
      nth: { other: "#. bitirilen oyun (casual)" },
      latest: "Son bitirilen oyun (casual)",
    },
  },
  messages: {
    moment: {
      title: "Bir dakika",
      text: "Bu kart hazırlanıyor. Kendiliğinden gelecek.",
    },
    unknownPlayer: {
      title: "Böyle bir oyuncu yok",
      text: "RetroAchievements bu adla kimseyi tanımıyor: #",
    },
    noUserName: "Bu bir RetroAchievements kullanıcı adı değil.",
    notShown: {
      title: "Burada gösterilmiyor",
      text: "Bu site yalnızca sahibinin seçtiği oyuncuları gösterir.",
    },
    tooMany: "Aynı anda çok fazla yeni oyuncu istendi. Bu kart kendiliğinden dönecek.",
    notAnswering: {
      title: "RetroAchievements yanıt vermiyor",
      text: "Bu kart kendiliğinden dönecek.",
    },
  },
};
