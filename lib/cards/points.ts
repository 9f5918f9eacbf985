import type { Profile } from "@/lib/domain/player";
import type { Drawing } from "./card";
import { fill } from "./words";

/**
 * A player's points in words, longest form first: hardcore points, or casual points if there are no others.
 *
 * @param withSite whether the longest form names RetroAchievements
 */
export function pointsForms(
  { points, casualPoints }: Pick<Profile, "points" | "casualPoints">,
  { words, counted, compact }: Drawing<object>["format"],
  withSite = false,
): string[] {
  const name = points || casualPoints === 0 ? words.points : words.casualPoints;
  const value = points || casualPoints;
  const forms = [counted(name, value), counted(name, value, compact(value))];
  return withSite ? [fill(words.pointsOnSite, forms[0] ?? ""), ...forms] : forms;
}
