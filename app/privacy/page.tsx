import type { Metadata } from "next";
import { connection } from "next/server";
import { env } from "@/lib/env";
import { formatDuration } from "@/lib/format";
import { type KeptData, keptData } from "@/lib/players/kept-data";
import { upstreamMode } from "@/lib/retroachievements/retroachievements";
import styles from "./page.module.css";

export const metadata: Metadata = {
  title: "Privacy",
  description:
    "What this site keeps about RetroAchievements players, where, for how long, and how to be removed.",
};

/** What is kept of whom, and how to be removed. */
export default async function Privacy() {
  // Settings are known when the site runs, not when it is built.
  await connection();
  const kept = await keptData();
  return (
    <main id="main" className={styles.page}>
      <h1>Privacy</h1>
      <p className={styles.lead}>
        This site shows what <a href="https://retroachievements.org">RetroAchievements</a> shows
        publicly about its players. There are no accounts here, no cookies, no ads and no trackers.
      </p>
      {upstreamMode() === "demo" && (
        <p>This site has no API key yet: the players that it shows are made up.</p>
      )}
      <Kept kept={kept} />
      <section aria-labelledby="visitors">
        <h2 id="visitors">About visitors</h2>
        <p>
          The log of this site names no player and no visitor. To keep one visitor from using up
          what all share, a server may count requests by network address, in memory only. Whoever
          hosts this site may keep a log of their own. Avatars and game icons on pages come from
          RetroAchievements, which therefore sees your address.
        </p>
        <p>
          Your browser remembers, and sends to nobody, which theme you chose, your last choices of
          cards and code samples, and when you last visited a player's page.
        </p>
      </section>
      <Removal kept={kept} />
      <section aria-labelledby="copies">
        <h2 id="copies">Copies that this site cannot recall</h2>
        <p>
          Others make copies of what is public here. Nobody at this site can delete them, but most
          go by themselves:
        </p>
        <ul>
          <li>
            GitHub, Discord, forums and other sites keep copies of cards that were posted there.
          </li>
          <li>A CDN or proxy in front of this site keeps answers for some minutes.</li>
          <li>Search engines and archives keep pages that they have read.</li>
          <li>Browsers, feed readers and programs keep what they have loaded.</li>
          <li>
            The owner may have backups of the history. A removed player is left out when one is read
            back.
          </li>
        </ul>
      </section>
    </main>
  );
}

function Kept({ kept }: { kept: KeptData }) {
  const cache =
    kept.store === "shared"
      ? "In the database that this site's servers share"
      : "In the server's memory";
  const disk = kept.store === "shared" ? cache : kept.keeping.kept ? "On the server's disk" : cache;
  const rows: [what: string, where: string, howLong: string][] = [
    [
      "A player's public profile (name, ID, avatar, motto, points, member since) and games with their progress",
      cache,
      `${formatDuration(kept.playerSeconds)} after RetroAchievements was last asked`,
    ],
    [
      "What changed from day to day: progress, awards, points, and a new name",
      disk,
      kept.keeping.kept
        ? "For good, until the player is removed"
        : kept.store === "own" && kept.keeping.why === "memory"
          ? "Until the server restarts"
          : "Not kept at the moment",
    ],
    [
      "On which day and at what time somebody first looked at a player; not who it was",
      disk,
      `${formatDuration(kept.watchedSeconds)} after the last look; until then the player is checked once a day`,
    ],
    ["Small copies of avatars, for cards", cache, formatDuration(kept.imageSeconds)],
    [
      "That RetroAchievements knows nobody of a name",
      cache,
      `${formatDuration(kept.unknownSeconds)}; ${formatDuration(kept.playerSeconds)} if there was such a player before`,
    ],
    [
      "Players, pages and cards that were just shown",
      "In the memory of each server",
      `Until others take their place, or the server restarts; ${formatDuration(kept.latelySeconds)} on the home page`,
    ],
  ];
  return (
    <section aria-labelledby="kept">
      <h2 id="kept">What is kept about players</h2>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Where</th>
            <th scope="col">How long</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([what, where, howLong]) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td>{where}</td>
              <td>{howLong}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Removal({ kept }: { kept: KeptData }) {
  const { CONTACT } = env();
  return (
    <section aria-labelledby="removal">
      <h2 id="removal">Ask to be removed</h2>
      <p>
        {CONTACT ? (
          <>
            Ask the owner of this site: <a href={CONTACT}>{CONTACT.replace(/^mailto:/, "")}</a>.
            Tell your RetroAchievements name.
          </>
        ) : (
          "Ask the owner of this site. No contact address is set here; whoever sent you the link may know."
        )}
      </p>
      <p>
        Then all of the above is deleted, and this site answers about you as about a player who does
        not exist: on pages, cards, feeds, badges and in the API. All servers have noticed within{" "}
        {formatDuration(kept.noticeSeconds)}.
      </p>
      <p>
        To keep your data from coming back, one thing stays for good: a fingerprint (SHA-256) of
        your RetroAchievements ID, and nothing else. It does not show who you are, but whoever knows
        your ID can check whether it is there. A fingerprint of your name stays for{" "}
        {formatDuration(kept.linkSeconds)} at a time. If the owner hides a player in the settings
        instead, the name or ID stands there, and fingerprints of both are kept for{" "}
        {formatDuration(kept.linkSeconds)} at a time.
      </p>
    </section>
  );
}
