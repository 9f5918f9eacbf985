import { LIMITS } from "@/lib/limits";
import { safeText } from "./safe-text";

/**
 * The store's error message for the log: `NOPERM this user has no permissions …`, or why there was no answer. Without
 * keys, values, tokens and addresses, and at most `LIMITS.storeAnswerLength` characters.
 */
export function storeAnswer(error: unknown): string {
  if (!(error instanceof Error)) return "no answer";
  // The reason of `fetch failed` is in its cause.
  const reason = error.cause instanceof Error ? error.cause : error;
  const text = reason.message
    // The client and Redis repeat the command with its value.
    .replace(/(?:, command was:|, with args beginning with:).*$/s, "")
    .replace(/longplay:\S+/g, "[key]");
  return safeText(text, LIMITS.storeAnswerLength);
}
