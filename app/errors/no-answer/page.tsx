import type { Metadata } from "next";
import { PlayerSearch } from "@/app/_components/player-search";
import styles from "../error-page.module.css";
import { TryAgain } from "./_components/try-again";

const RETRY_SECONDS = 15;
const MOST_RETRY_SECONDS = 600;

interface Words {
  title: string;
  reason: string;
}

const NOT_ANSWERING = "RetroAchievements is not answering";

const WORDS: Record<string, Words> = {
  "rate-limited": {
    title: NOT_ANSWERING,
    reason: "It has asked this site to slow down for a moment.",
  },
  "timed-out": { title: NOT_ANSWERING, reason: "It took too long to answer." },
  "unauthorized-key": {
    title: NOT_ANSWERING,
    reason: "It refuses this site's API key, which only the site's owner can mend.",
  },
  "invalid-response": {
    title: NOT_ANSWERING,
    reason: "It sent something that is not a player's progress.",
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
  title: NOT_ANSWERING,
  reason: "It may be down, or the way to it is.",
};

interface Props {
  searchParams: Promise<{ user?: string; code?: string; retry?: string }>;
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { title } = WORDS[(await searchParams).code ?? ""] ?? OTHERWISE;
  return { title, robots: { index: false } };
}

/** Nothing is stored and nothing can be had. Shown by the proxy under the profile's own URL. */
export default async function NoAnswer({ searchParams }: Props) {
  const { user = "this player", code = "", retry } = await searchParams;
  const { title, reason } = WORDS[code] ?? OTHERWISE;
  const seconds = retrySeconds(code, Number(retry));
  return (
    <main id="main" className={styles.page}>
      <h1 className={styles.title}>{title}</h1>
      <p className={styles.detail}>
        {reason} There is nothing kept here about <strong>{user}</strong> yet to show instead.
      </p>
      <noscript>
        <meta httpEquiv="refresh" content={String(seconds)} />
      </noscript>
      <p className={styles.detail}>
        <TryAgain seconds={seconds}>
          <a href={`/user/${encodeURIComponent(user)}`}>Try now</a>
        </TryAgain>
      </p>
      <PlayerSearch />
    </main>
  );
}

/** An outage may end at any moment; a limit ends when it says. */
function retrySeconds(code: string, told: number): number {
  if (code !== "busy" && code !== "too-many-requests") return RETRY_SECONDS;
  return Math.min(MOST_RETRY_SECONDS, Math.max(RETRY_SECONDS, told || 0));
}
