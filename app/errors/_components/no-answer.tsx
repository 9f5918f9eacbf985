import type { UpstreamErrorCode } from "@/lib/domain/upstream-error";
import { slot } from "../slots";
import { ErrorContent } from "./error-content";
import styles from "./error-page.module.css";
import { TryAgain } from "./try-again";

/** The errors in which nothing is known of the player. */
export type NoAnswerCode = Exclude<
  UpstreamErrorCode,
  "player-not-found" | "invalid-user" | "player-not-served"
>;

interface NoAnswerWords {
  title: string;
  reason: string;
  /** Whether waiting does not help. */
  isLasting?: boolean;
}

/** What the page of each error says. */
export const NO_ANSWER_WORDS: Record<NoAnswerCode, NoAnswerWords> = {
  "rate-limited": {
    title: "RetroAchievements asked this site to slow down",
    reason: "Until that pause is over, this site sends it no requests.",
  },
  "timed-out": {
    title: "RetroAchievements took too long",
    reason: "Its answer did not come in time.",
  },
  "unauthorized-key": {
    title: "RetroAchievements refuses this site's API key",
    reason: "Only the owner of this site can fix that. Waiting does not help.",
    isLasting: true,
  },
  "invalid-response": {
    title: "RetroAchievements sent an unreadable answer",
    reason: "What it sent is not a player's progress.",
  },
  busy: {
    title: "Busy for the moment",
    reason:
      "This site asks RetroAchievements for only so much a minute, and that is used up for the moment.",
  },
  "too-many-requests": {
    title: "Too many players at once",
    reason:
      "You have asked this site for more new players in a minute than it gets for one visitor.",
  },
  unavailable: {
    title: "RetroAchievements is not answering",
    reason: "It may be down, or the way to it is.",
  },
};

/** Says why a player cannot be shown, and tries again by itself where waiting may help. */
export function NoAnswer({ title, reason, isLasting = false }: NoAnswerWords) {
  return (
    <ErrorContent title={title}>
      <p className={styles.detail}>
        {reason} There is nothing kept here about <strong>{slot("users")}</strong> yet to show
        instead.
      </p>
      {!isLasting && <TryAgain />}
    </ErrorContent>
  );
}
