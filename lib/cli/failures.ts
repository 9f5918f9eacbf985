import { isUpstreamError, type UpstreamError } from "@/lib/domain/upstream-error";

/** What the command's process ends with. */
export const EXIT = {
  done: 0,
  /** Such as a file that cannot be written. */
  failed: 1,
  usage: 2,
  key: 3,
  unknownUser: 4,
  unreachable: 5,
} as const;

/** An exit code of the command. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** A reason to stop, in words for the user. */
export class CommandError extends Error {
  constructor(
    readonly exitCode: ExitCode,
    message: string,
  ) {
    super(message);
    this.name = "CommandError";
  }
}

/** An error of the command line or of a list of cards. */
export function usageError(message: string): CommandError {
  return new CommandError(EXIT.usage, message);
}

const KEY_HELP = "Your key is on https://retroachievements.org/settings, as “Web API Key”.";

/** The error of a command that has no key. */
export function noKeyError(): CommandError {
  return new CommandError(
    EXIT.key,
    `There is no key for RetroAchievements. Set RA_WEB_API_KEY, or run this in a terminal to type it. ${KEY_HELP}`,
  );
}

/**
 * The error of a player who could not be loaded.
 *
 * @param error anything that was thrown; what is not from RA is thrown again
 */
export function loadError(error: unknown, user: string): CommandError {
  if (!isUpstreamError(error)) throw error;
  switch (error.code) {
    case "unauthorized-key":
      return new CommandError(EXIT.key, `RetroAchievements rejects the key. ${KEY_HELP}`);
    case "player-not-found":
    case "invalid-user":
      return new CommandError(
        EXIT.unknownUser,
        `RetroAchievements has no player ${user}, or hides the player's page.`,
      );
    default:
      return new CommandError(EXIT.unreachable, unreachable(error));
  }
}

function unreachable({ code, retryAfterSeconds }: UpstreamError): string {
  const wait = retryAfterSeconds === null ? "later" : `in ${retryAfterSeconds} seconds`;
  const what = {
    "rate-limited": "asks you to slow down",
    "timed-out": "took too long to answer",
    "invalid-response": "sent an answer that this command cannot read",
  };
  const happened = code in what ? what[code as keyof typeof what] : "is not answering";
  return `RetroAchievements ${happened}. Try again ${wait}.`;
}
