import type { UpstreamErrorCode } from "@/lib/domain/upstream-error";
import { slot } from "../slots";
import { ErrorContent } from "./error-content";
import styles from "./error-page.module.css";
import { TryAgain } from "./try-again";

/** The errors that leave nothing to show about the player. */
export type NoAnswerCode = Exclude<
  UpstreamErrorCode,
  "player-not-found" | "invalid-user" | "player-not-served"
>;

interface NoAnswerWords {
  title: string;
  /** The first half of a sentence that goes on with "and we have no saved copy". */
  reason: string;
  /** Whether waiting does not help. */
  isLasting?: boolean;
}

/** What the page of each error says. */
export const NO_ANSWER_WORDS: Record<NoAnswerCode, NoAnswerWords> = {
  "rate-limited": {
    title: "RetroAchievements asked this site to slow down",
    reason: "We're waiting until it takes requests again",
  },
  "timed-out": {
    title: "RetroAchievements took too long",
    reason: "It didn't answer in time",
  },
  "unauthorized-key": {
    title: "RetroAchievements rejects this site's API key",
    reason: "Only the owner of this site can fix that",
    isLasting: true,
  },
  "invalid-response": {
    title: "RetroAchievements sent a broken answer",
    reason: "We couldn't read it",
  },
  busy: {
    title: "Busy right now",
    reason: "This site has used up its requests to RetroAchievements for this minute",
  },
  "too-many-requests": {
    title: "Too many players at once",
    reason: "You opened too many new players within a minute",
  },
  unavailable: {
    title: "RetroAchievements is not answering",
    reason: "It may be down",
  },
};

/** Says why a player cannot be shown, and tries again where waiting may help. */
export function NoAnswer({ title, reason, isLasting = false }: NoAnswerWords) {
  return (
    <ErrorContent title={title}>
      <p className={styles.detail}>
        {reason}, and we have no saved copy of <strong>{slot("users")}</strong> yet.
      </p>
      {!isLasting && <TryAgain />}
    </ErrorContent>
  );
}
