import { TooLate } from "@/lib/http/within";
import { isUpstreamError } from "@/lib/retroachievements/errors";

/** Why there is no card, for its reader and for a program. */
export interface CardMessage {
  code: string;
  title: string;
  text: string;
}

/** What a card says when a player could not be loaded. */
export function messageOf(error: unknown, user: string): CardMessage {
  if (error instanceof TooLate) return busy("too-late");
  if (!isUpstreamError(error)) return { ...busy("internal"), code: "internal" };
  const { code } = error;
  if (code === "player-not-found" || code === "invalid-user") {
    return {
      code,
      title: "No such player",
      text: `RetroAchievements knows nobody called ${user}.`,
    };
  }
  if (code === "rate-limited") return busy(code);
  return {
    code,
    title: "RetroAchievements is not answering",
    text: "This card comes back by itself.",
  };
}

function busy(code: string): CardMessage {
  return {
    code,
    title: "One moment",
    text: "This card is being prepared. It comes back by itself.",
  };
}
