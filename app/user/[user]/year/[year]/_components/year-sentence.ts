import { pluralize } from "@/app/_components/pluralize";
import type { YearReview } from "@/lib/progress/year-review";

/** A player's year in a sentence, for search engines and link previews. */
export function yearSentence(name: string, review: YearReview): string {
  const { awards, kinds, played, systems } = review;
  const year = `${review.year}${review.isSoFar ? " so far" : ""}`;
  if (awards.count === 0) {
    const games = played.count > 0 ? `${pluralize(played.count, "game")} played, ` : "";
    return `${name} on RetroAchievements in ${year}: ${games}no awards.`;
  }
  const mastered = kinds.find(({ kind }) => kind === "mastered")?.count ?? 0;
  const gold = mastered > 0 ? `, ${pluralize(mastered, "game")} mastered` : "";
  return `${name} on RetroAchievements in ${year}: ${pluralize(awards.count, "award")}${gold}, on ${pluralize(systems.length, "system")}.`;
}
