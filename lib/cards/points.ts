import type { Profile } from "@/lib/domain/player";
import type { Drawing } from "./card";

/**
 * A player's points in words, the longest way to write it first: those of hardcore play, or of casual play
 * where there are no others.
 *
 * @param after what follows the word in the longest one
 */
export function pointsForms(
  { points, casualPoints }: Pick<Profile, "points" | "casualPoints">,
  format: Drawing<object>["format"],
  after = "",
): string[] {
  const name = points || casualPoints === 0 ? "points" : "casual points";
  const value = points || casualPoints;
  const forms = [`${format.number(value)} ${name}`, `${format.compact(value)} ${name}`];
  return after === "" ? forms : [`${forms[0]} ${after}`, ...forms];
}
