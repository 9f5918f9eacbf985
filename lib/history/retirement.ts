import { isRetired } from "@/lib/progress/won";
import { type GameChange, hasStayed } from "./game-change";

/**
 * Whether a set was `retired` or came `back`; null for neither. RA's list shows a set that was cut down to
 * five achievements or fewer as it shows a retired one, so this can mean either.
 */
export function retirement(change: GameChange): "retired" | "back" | null {
  if (!hasStayed(change) || isRetired(change.before) === isRetired(change.after)) return null;
  return isRetired(change.after) ? "retired" : "back";
}
