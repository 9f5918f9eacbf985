import type { Metadata } from "next";
import styles from "../trouble.module.css";

export const metadata: Metadata = {
  title: "RetroAchievements is not answering",
  robots: { index: false },
};

const RETRY_SECONDS = 15;

const REASONS: Record<string, string> = {
  "rate-limited": "It has asked this site to slow down for a moment.",
  "timed-out": "It took too long to answer.",
  "unauthorized-key": "It refuses this site's API key, which only the site's owner can mend.",
  busy: "This site asks it for only so much a minute, and that is used up for the moment.",
  "invalid-response": "It sent something that is not a player's progress.",
};

interface Props {
  searchParams: Promise<{ user?: string; code?: string }>;
}

/** Nothing is stored and RA gives nothing. Shown by the proxy under the profile's own URL. */
export default async function NoAnswer({ searchParams }: Props) {
  const { user = "this player", code = "" } = await searchParams;
  return (
    <main id="main" className={styles.trouble}>
      <meta httpEquiv="refresh" content={String(RETRY_SECONDS)} />
      <h1 className={styles.title}>RetroAchievements is not answering</h1>
      <p className={styles.detail}>
        {REASONS[code] ?? "It may be down, or the way to it is."} There is nothing kept here about{" "}
        <strong>{user}</strong> yet to show instead.
      </p>
      <p className={styles.detail} role="status">
        This page tries again by itself every {RETRY_SECONDS} seconds.{" "}
        <a href={`/user/${encodeURIComponent(user)}`}>Try now</a>
      </p>
    </main>
  );
}
