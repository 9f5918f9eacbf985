import { TimeoutError } from "p-timeout";
import { errorKind } from "@/lib/domain/error-kinds";
import { isUpstreamError } from "@/lib/domain/upstream-error";
import { TooManyDrawings } from "./drawing-queue";
import { fill, type Words } from "./words";

/** Why a card cannot be drawn, for readers (title, text) and programs (code). */
export interface CardMessage {
  code: string;
  title: string;
  text: string;
}

/** The length of a ULID, the longest user. */
const USER_CHARACTERS = 26;

/**
 * The message of a card of several players if one of them cannot be loaded: as {@link messageOf}, with the name.
 */
export function messageOfOne(error: unknown, user: string, words: Words): CardMessage {
  const message = messageOf(error, user, words);
  const isNamed = message.code === "player-not-found" || message.code === "invalid-user";
  if (isNamed) return message;
  return { ...message, title: user.slice(0, USER_CHARACTERS) + words.colon + message.title };
}

/** The message of a comparison of a player with themselves. */
export function samePlayerMessage(name: string, { messages }: Words): CardMessage {
  const { title, text } = messages.samePlayer;
  return { code: "same-player", title, text: fill(text, name) };
}

/** The message of a card if its player cannot be loaded, or it cannot be drawn. */
export function messageOf(error: unknown, user: string, { messages }: Words): CardMessage {
  const { moment, unknownPlayer } = messages;
  if (error instanceof TimeoutError) return { code: "too-late", ...moment };
  if (error instanceof TooManyDrawings) return { code: error.code, ...moment };
  if (!isUpstreamError(error)) return { code: "internal", ...moment };
  const { code } = error;
  const { card } = errorKind(code);
  switch (card) {
    case "unknownPlayer": {
      const { title, text } = unknownPlayer;
      return { code, title, text: fill(text, user.slice(0, USER_CHARACTERS)) };
    }
    case "noUserName":
      // The same for all invalid names: it is drawn once.
      return { code, title: unknownPlayer.title, text: messages.noUserName };
    case "tooMany":
      return { code, title: moment.title, text: messages.tooMany };
    default:
      return { code, ...messages[card] };
  }
}
