import { typedInSegment } from "@/lib/domain/typed-user";
import type { UpstreamErrorCode } from "@/lib/domain/upstream-error";
import { errorPage } from "./error-page";
import { type Html, html } from "./html";
import { searchForm } from "./search-form";
import { tryAgain } from "./try-again";

const RETRY_SECONDS = 15;
const MOST_RETRY_SECONDS = 600;

interface Words {
  title: string;
  reason: string;
}

const WORDS: Partial<Record<UpstreamErrorCode, Words>> = {
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
};

const OTHERWISE: Words = {
  title: "RetroAchievements is not answering",
  reason: "It may be down, or the way to it is.",
};

interface NoAnswer {
  /** As it stands in the URL. */
  user: string;
  code: UpstreamErrorCode;
  /** When to come back, as far as that is known. */
  retryAfterSeconds: number | null;
  /** What is tried again, and the form in which another one is asked for: the player's, if none is given. */
  address?: string;
  form?: Html;
}

/**
 * For a profile of which nothing is stored and nothing can be had: it says why, and tries again by itself where
 * waiting may help.
 */
export function noAnswerPage({
  user,
  code,
  retryAfterSeconds,
  address = `/user/${encodeURIComponent(user)}`,
  form = searchForm({ typed: typedInSegment(user) }),
}: NoAnswer): string {
  const { title, reason } = WORDS[code] ?? OTHERWISE;
  const seconds = retrySeconds(code, retryAfterSeconds ?? 0);
  return errorPage({
    title,
    main: html`<h1 class="title">${title}</h1>
<p class="detail">${reason} There is nothing kept here about <strong>${user}</strong> yet to show instead.</p>
${seconds === null ? "" : tryAgain(seconds, address)}
${form}`,
  });
}

/** The codes of a limit. */
const LIMITED: readonly UpstreamErrorCode[] = ["busy", "too-many-requests", "rate-limited"];

/** An outage may end at any moment; a limit ends when it says; a key that is refused stays so: null. */
function retrySeconds(code: UpstreamErrorCode, told: number): number | null {
  if (code === "unauthorized-key") return null;
  if (!LIMITED.includes(code)) return RETRY_SECONDS;
  return Math.min(MOST_RETRY_SECONDS, Math.max(RETRY_SECONDS, Math.ceil(told)));
}
