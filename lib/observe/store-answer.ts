import { LIMITS } from "@/lib/limits";
import { safeText } from "./safe-text";

/**
 * What a store said when it did not do a command, for the log: `NOPERM this user has no permissions …`, or why there
 * was no answer. It holds no key, no value, no token and no address, and at most `LIMITS.storeAnswerLength` letters.
 */
export function storeAnswer(error: unknown): string {
  if (!(error instanceof Error)) return "no answer";
  // `fetch failed` has its reason here.
  const reason = error.cause instanceof Error ? error.cause : error;
  const text = reason.message
    // The client and Redis repeat the command, and with it what was to be written.
    .replace(/(?:, command was:|, with args beginning with:).*$/s, "")
    .replace(/longplay:\S+/g, "[key]");
  return safeText(text, LIMITS.storeAnswerLength);
}
