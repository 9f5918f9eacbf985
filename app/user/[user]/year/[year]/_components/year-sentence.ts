import { counted } from "@/app/_components/counted";
import type { YearReview } from "@/lib/progress/year-review";

/** A player's year in a sentence, for search engines and for whoever links to it. */
export function yearSentence(name: string, review: YearReview): string {
  const { awards, kinds, played, systems } = review;
  const year = `${review.year}${review.isSoFar ? " so far" : ""}`;
  if (awards.count === 0) {
    // What was played may have had its award before, and what was not may have been played in another year too.
    const games = played.count > 0 ? `${counted(played.count, "game")} played, ` : "";
    return `${name} on RetroAchievements in ${year}: ${games}no award.`;
  }
  const mastered = kinds.find(({ kind }) => kind === "mastered")?.count ?? 0;
  const gold = mastered > 0 ? `, ${counted(mastered, "game")} mastered` : "";
  return `${name} on RetroAchievements in ${year}: ${counted(awards.count, "award")}${gold}, on ${counted(systems.length, "system")}.`;
}
