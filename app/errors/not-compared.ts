import type { UpstreamErrorCode } from "@/lib/domain/upstream-error";
import { compareForm } from "./compare-form";
import { noAnswerPage } from "./no-answer";
import { playersNotServedPage } from "./not-served";
import { unknownPlayersPage } from "./unknown-player";

interface NotCompared {
  /** All who were to be compared, as they stand in the URL. */
  users: readonly string[];
  /** Whom that code is about. */
  wrong: readonly string[];
  code: UpstreamErrorCode;
  /** When to come back, as far as that is known. */
  retryAfterSeconds: number | null;
}

/** For a comparison that misses a player: it says whom and why, and keeps all of them in the form. */
export function notComparedPage({ users, wrong, code, retryAfterSeconds }: NotCompared): string {
  switch (code) {
    case "player-not-found":
    case "invalid-user":
      return unknownPlayersPage(wrong, compareForm(users, wrong));
    case "player-not-served":
      return playersNotServedPage(wrong, compareForm(users, wrong));
    default:
      return noAnswerPage({
        user: wrong.join(", "),
        code,
        retryAfterSeconds,
        address: `/compare/${users.map(encodeURIComponent).join("/")}`,
        form: compareForm(users),
      });
  }
}
