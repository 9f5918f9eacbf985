import type { Words } from "./words";

/** Swedish. */
export const sv: Words = {
  counts: {
    played: "Spelade",
    unfinished: "Pågår",
    beatenCasual: "Casual",
    beaten: "Klarade",
    completed: "Kompletta",
    mastered: "Bemästrade",
  },
  awards: {
    mastered: "Bemästrat",
    completed: "Komplett",
    "beaten-hardcore": "Klarat",
    "beaten-softcore": "Klarat (casual)",
  },
  hardcore: "Hardcore",
  casual: "Casual",
  points: { one: "# poäng", other: "# poäng" },
  casualPoints: { one: "# casualpoäng", other: "# casualpoäng" },
  pointsOnSite: "# på RetroAchievements",
  games: { one: "# spel", other: "# spel" },
  awardsWon: { one: "# utmärkelse", other: "# utmärkelser" },
  achievementsWon: { one: "{won} av # prestation", other: "{won} av # prestationer" },
  wonOf: "{won} av #",
  wonAll: "Alla #",
  average: "I snitt",
  averageIs: "# avklarat i snitt",
  setRetired: "Setet är indraget",
  asOf: "per #",
  colon: ": ",
  headings: {
    recent: "Senaste spelen",
    systems: "System",
    timeline: "Utmärkelser per månad",
    milestones: "Milstolpar",
    shelf: "Hyllan",
    mastered: "Senast bemästrade",
    awarded: "Senast vunna",
    played: "Senast spelade",
  },
  filters: {
    "any-beaten": "Klarade, hardcore eller casual",
    "gte-completed": "Kompletta eller bemästrade",
    "missing-unlocks": "Spel under 100 %",
    awarded: "Spel med utmärkelse",
    "eq-revised": "Spel med ändrat set",
    "gte-beaten-softcore": "Spel med casual-utmärkelse",
    "gte-beaten-hardcore": "Spel med hardcore-utmärkelse",
    "any-softcore": "Spel med casual-framsteg",
    "any-hardcore": "Spel med hardcore-framsteg",
    "almost-there": "Nästan klara",
  },
  dated: { award: "Utmärkelse", active: "Spelat" },
  systemOf: "Konsol #",
  none: {
    games: "Inga spel ännu.",
    awards: "Inga utmärkelser ännu.",
    milestones: "Inga milstolpar ännu.",
    masteries: "Här ställs det första bemästrade spelet.",
    thatGame: "Det spelet har inte spelats ännu.",
  },
  year: { soFar: "hittills", awards: "Totalt", quiet: "Ett lugnt år, utan utmärkelser." },
  versus: {
    points: "Poäng",
    both: { one: "# gemensamt spel", other: "# gemensamma spel" },
    none: "Inget gemensamt spel ännu.",
    ahead: "# före",
    even: "# lika",
  },
  milestones: {
    mastered: {
      nth: { one: "#:a bemästrade spelet", other: "#:e bemästrade spelet" },
      latest: "Senast bemästrade spel",
    },
    completed: {
      nth: { one: "#:a kompletta spelet", other: "#:e kompletta spelet" },
      latest: "Senaste kompletta spel",
    },
    "beaten-hardcore": {
      nth: { one: "#:a klarade spelet", other: "#:e klarade spelet" },
      latest: "Senast klarade spel",
    },
    "beaten-softcore": {
      nth: { one: "#:a klarade spelet (casual)", other: "#:e klarade spelet (casual)" },
      latest: "Senast klarade spel (casual)",
    },
  },
  messages: {
    moment: {
      title: "Ett ögonblick",
      text: "Kortet håller på att göras. Det kommer av sig självt.",
    },
    unknownPlayer: {
      title: "Okänd spelare",
      text: "RetroAchievements känner ingen som heter #.",
    },
    samePlayer: { title: "Samma spelare två gånger", text: "Välj någon annan att jämföra # med." },
    noUserName: "Det är inget användarnamn på RetroAchievements.",
    notShown: {
      title: "Visas inte här",
      text: "Sidan visar bara spelare som dess ägare har valt.",
    },
    tooMany:
      "För många nya spelare efterfrågades på en gång. Kortet kommer tillbaka av sig självt.",
    notAnswering: {
      title: "RetroAchievements svarar inte",
      text: "Kortet kommer tillbaka av sig självt.",
    },
  },
};
