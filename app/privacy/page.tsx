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

/** What this site keeps about players, and how to be removed. */
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
      {upstreamMode() === "demo" && <p>This site is a demo: its players are made up.</p>}
      <Kept kept={kept} />
      <section aria-labelledby="visitors">
        <h2 id="visitors">About visitors</h2>
        <p>
          The log of this site names no player and no visitor. A server may count requests by
          network address, in memory only, so that one visitor cannot use up what all visitors
          share. The hosting provider may keep its own log. Avatars, game icons and badges on pages
          come from RetroAchievements, so RetroAchievements sees your address.
        </p>
        <p>
          Your browser remembers which theme and time zone you chose, your last choices of cards and
          code samples, and when you last visited a player's page. It sends none of this to anyone;
          only the time zone is in the address of pages here.
        </p>
      </section>
      <Removal kept={kept} />
      <section aria-labelledby="copies">
        <h2 id="copies">Copies elsewhere</h2>
        <p>
          Others copy what is public here. This site can't delete those copies, but most expire
          after some time:
        </p>
        <ul>
          <li>GitHub, Discord, forums and other sites keep copies of cards posted there.</li>
          <li>
            A CDN or proxy in front of this site can keep answers for up to{" "}
            {formatDuration(kept.playerSeconds)}.
          </li>
          <li>Search engines and archives keep the pages they have read.</li>
          <li>Browsers, feed readers and programs keep what they loaded.</li>
          <li>
            The owner may have backups of the history. Restoring one does not bring a removed player
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
  const disk = kept.store === "own" && kept.keeping.kept ? "On the server's disk" : cache;
  const history = historyKept(kept.keeping);
  const rows: [what: string, where: string, howLong: string][] = [
    [
      "A player's public profile (name, ID, avatar, motto, points, member since, last seen) and games with their progress",
      cache,
      `${formatDuration(kept.playerSeconds)} after RetroAchievements was last asked`,
    ],
    [
      "What changed from day to day: progress, awards, points, and a new name; and the games as they were when tracking began",
      history.isOnDisk && kept.store === "own" ? "On the server's disk" : cache,
      history.howLong,
    ],
    [
      "On which day and at what time a player was first viewed; not by whom",
      disk,
      `${formatDuration(kept.unlookedSeconds)} after the last view; for ${formatDuration(kept.watchedSeconds)} the player is checked once a day`,
    ],
    [
      "When a viewed player unlocked which achievements, with their titles and points; how long each game was played, and when it was beaten and mastered",
      disk,
      `${formatDuration(kept.unlookedSeconds)} after the last view`,
    ],
    [
      "When a player unlocked which achievements of a game that was opened, and for how long it was played",
      cache,
      `${formatDuration(kept.playedGameSeconds)} after RetroAchievements was last asked`,
    ],
    [
      "A player's rank, and what the player is playing",
      cache,
      `${formatDuration(kept.rankSeconds)} after RetroAchievements was last asked`,
    ],
    [
      "A player's badges of events and of the site",
      cache,
      `${formatDuration(kept.awardSeconds)} after RetroAchievements was last asked`,
    ],
    ["Small copies of avatars, for cards", cache, formatDuration(kept.imageSeconds)],
    [
      "Names that no RetroAchievements player has",
      cache,
      `${formatDuration(kept.unknownSeconds)}; ${formatDuration(kept.playerSeconds)} if there was such a player before`,
    ],
    [
      "Recently shown players, pages and cards",
      "In the memory of each server",
      `Until others take their place, or the server restarts; ${formatDuration(kept.latelySeconds)} on the home page`,
    ],
  ];
  return (
    <section aria-labelledby="kept">
      <h2 id="kept">What this site stores about players</h2>
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

/** How long histories are kept, and whether they are on a disk: what was kept stays there while no more can be. */
function historyKept(keeping: KeptData["keeping"]): { isOnDisk: boolean; howLong: string } {
  if (keeping.kept) return { isOnDisk: true, howLong: "For good, until the player is removed" };
  if (keeping.why === "memory") return { isOnDisk: false, howLong: "Until the server restarts" };
  return {
    isOnDisk: true,
    howLong: "Nothing new at the moment; what is there stays for good, until the player is removed",
  };
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
            Include your RetroAchievements name.
          </>
        ) : (
          "Ask the owner of this site. No contact address is set here: try the person who sent you the link."
        )}
      </p>
      <p>
        Then all of the above is deleted. Pages, cards, feeds, badges and the API say that there is
        no such player, within {formatDuration(kept.noticeSeconds)} on all servers.
      </p>
      <p>
        One thing stays for good, so that your data does not come back: a fingerprint (SHA-256) of
        your RetroAchievements ID. It does not show who you are, but anyone who can read the
        database and knows your ID can check whether it is there. A fingerprint of your name is kept
        for {formatDuration(kept.linkSeconds)} at a time. If the owner hides a player in the
        settings instead, the settings have the name or ID, and fingerprints of both are kept for{" "}
        {formatDuration(kept.linkSeconds)} at a time.
      </p>
    </section>
  );
}
