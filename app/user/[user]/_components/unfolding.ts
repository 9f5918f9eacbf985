import { plainGameTitle } from "@/app/user/[user]/game/[id]/_components/game-sentence";
import type { Game } from "@/lib/domain/player";

/** What assistive technology announces of a link that unfolds a game's achievements: whether they are, and which game it is. */
export function unfolding({ title, maxPossible, numAwarded }: Game, isOpen: boolean) {
  const count =
    numAwarded >= maxPossible ? `All ${maxPossible}` : `${numAwarded} of ${maxPossible}`;
  return {
    "aria-expanded": isOpen,
    // It begins with what is seen.
    "aria-label": `${count} achievements of ${plainGameTitle(title)}`,
  };
}
