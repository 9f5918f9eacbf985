import { connection } from "next/server";
import { Suspense } from "react";
import { env } from "@/lib/env";
import { DEMO_USERS } from "@/lib/retroachievements/demo";
import { mediaBase, upstreamMode } from "@/lib/retroachievements/retroachievements";
import { CardCase } from "./_components/card-case";
import { DemoNotice } from "./_components/demo-notice";
import { ExamplePlayer, PlayerPlate } from "./_components/example-player";
import { PlayerSearch } from "./_components/player-search";
import styles from "./page.module.css";

/** Known on RA itself, for a site that has a key. */
const EXAMPLE_USERS = ["Scott", "MaxMilyin", "xelnia"];
/** More would not fit beside each other. */
const MOST_EXAMPLES = 3;

/** The home page: what this is, and the way to a player. */
export default async function Home() {
  // Whether there is a key is known when the site runs, not when it is built.
  await connection();
  const isDemo = upstreamMode() === "demo";
  const media = mediaBase();
  const { PLAYERS } = env();
  const examples = (isDemo ? DEMO_USERS : (PLAYERS ?? EXAMPLE_USERS)).slice(0, MOST_EXAMPLES);
  const [first = ""] = examples;
  return (
    <main id="main">
      <DemoNotice />
      <div className={styles.hero}>
        <div className={styles.pitch}>
          <h1 className={styles.title}>Everything you ever finished, in one lit case.</h1>
          <p className={styles.lead}>
            Longplay gives every RetroAchievements player a public page of their whole library: what
            they played, beat, completed and mastered. And live cards, to show it anywhere.
          </p>
          <PlayerSearch />
        </div>
        <CardCase user={first} />
      </div>
      <section aria-labelledby="examples">
        <h2 id="examples" className={styles.heading}>
          {isDemo ? "Demo players" : PLAYERS ? "On this site" : "For example"}
        </h2>
        <ul className={styles.players}>
          {examples.map((user) => (
            <li key={user}>
              <Suspense fallback={<PlayerPlate user={user} mediaBase={media} facts="…" />}>
                <ExamplePlayer user={user} mediaBase={media} />
              </Suspense>
            </li>
          ))}
        </ul>
      </section>
      <div className={styles.more}>
        <section aria-labelledby="cards">
          <h2 id="cards" className={styles.heading}>
            Put it anywhere
          </h2>
          <p>
            One line on a GitHub profile, in a forum or over a stream shows a card that follows its
            reader's light or dark, keeps itself up to date, and is never a broken image.{" "}
            <a href={`/user/${first}/embed`}>Make a card</a>
          </p>
        </section>
        <section aria-labelledby="for-programs">
          <h2 id="for-programs" className={styles.heading}>
            For programs too
          </h2>
          <p>
            The same progress as JSON, without an API key:{" "}
            <code>/api/v1/users/{"{user}"}/completion-progress</code>, or at RetroAchievements' own
            path, <code>/API/API_GetUserCompletionProgress.php?u={"{user}"}</code>, for clients made
            for it.
          </p>
        </section>
      </div>
    </main>
  );
}
