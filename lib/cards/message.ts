import { TimeoutError } from "p-timeout";
import { isUpstreamError } from "@/lib/domain/upstream-error";
import { TooManyDrawings } from "./drawing-queue";

/** Why there is no card, for its reader and for a program. */
export interface CardMessage {
  code: string;
  title: string;
  text: string;
}

/** What a card says that only needs time. */
export const MOMENT = {
  title: "One moment",
  text: "This card is being prepared. It comes back by itself.",
};

/** As long as the longest of RA's users, a ULID. */
const USER_CHARACTERS = 26;

/** What a card says when a player could not be loaded, or the card not drawn. */
export function messageOf(error: unknown, user: string): CardMessage {
  if (error instanceof TimeoutError) return { code: "too-late", ...MOMENT };
  if (error instanceof TooManyDrawings) return { code: error.code, ...MOMENT };
  if (!isUpstreamError(error)) return { code: "internal", ...MOMENT };
  const { code } = error;
  switch (code) {
    case "player-not-found":
      return {
        code,
        title: "No such player",
        text: `RetroAchievements knows nobody called ${user.slice(0, USER_CHARACTERS)}.`,
      };
    case "invalid-user":
      // The same for all that strangers make up: it is drawn once.
      return { code, title: "No such player", text: "That is no RetroAchievements user name." };
    case "player-not-served":
      return {
        code,
        title: "Not shown here",
        text: "This site shows only the players that its owner has chosen.",
      };
    case "too-many-requests":
      return {
        code,
        title: "One moment",
        text: "Too many new players were asked for at once. This card comes back by itself.",
      };
    case "busy":
    case "rate-limited":
      return { code, ...MOMENT };
    default:
      return {
        code,
        title: "RetroAchievements is not answering",
        text: "This card comes back by itself.",
      };
  }
}
