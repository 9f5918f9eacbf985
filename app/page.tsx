import { connection } from "next/server";
import { env } from "@/lib/env";
import { LIMITS } from "@/lib/limits";
import { examplePlayers } from "@/lib/players/example-players";
import { DEMO_USERS } from "@/lib/retroachievements/demo";
import { mediaBase, upstreamMode } from "@/lib/retroachievements/retroachievements";
import { CardCase } from "./_components/card-case";
import { DemoNotice } from "./_components/demo-notice";
import { PlayerPlate } from "./_components/example-player";
import { PlayerSearch } from "./_components/player-search";
import styles from "./page.module.css";

/** The home page: what this is, and the way to a player. */
export default async function Home() {
  // Whether there is a key is known when the site runs, not when it is built.
  await connection();
  const isDemo = upstreamMode() === "demo";
  const media = mediaBase();
  const { EXAMPLE_PLAYERS, PLAYERS, CACHE_FRESH_SECONDS } = env();
  const named = (isDemo ? DEMO_USERS : (EXAMPLE_PLAYERS ?? PLAYERS ?? [])).slice(
    0,
    LIMITS.examplePlayers,
  );
  const examples = await examplePlayers(named);
  // A stale player's card would cause a request to RA that no visitor asked for.
  const shown = examples.find(
    ({ checkedAt }) => named.length > 0 || Date.now() - checkedAt < CACHE_FRESH_SECONDS * 1000,
  );
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
          <p className={styles.lead}>
            Or put two, three or four <a href="/compare">players side by side</a>, game by game.
          </p>
        </div>
        <CardCase user={shown?.name ?? null} cards={["summary", "timeline"]} label="Cards" />
      </div>
      <section aria-labelledby="examples">
        <h2 id="examples" className={styles.heading}>
          {isDemo ? "Demo players" : PLAYERS ? "On this site" : "For example"}
        </h2>
        {examples.length === 0 ? (
          <CardCase user={null} cards={["recent", "systems"]} label="More cards" />
        ) : (
          <ul className={styles.players}>
            {examples.map((facts) => (
              <li key={facts.name}>
                <PlayerPlate facts={facts} mediaBase={media} />
              </li>
            ))}
          </ul>
        )}
      </section>
      <div className={styles.more}>
        <section aria-labelledby="cards">
          <h2 id="cards" className={styles.heading}>
            Put it anywhere
          </h2>
          <p>
            One line on a GitHub profile, in a forum or over a stream shows a card that follows its
            reader's light or dark, keeps itself up to date, and is never a broken image.
          </p>
          <PlayerSearch forCards />
        </section>
        <section aria-labelledby="for-programs">
          <h2 id="for-programs" className={styles.heading}>
            For programs too
          </h2>
          <p>
            The same progress as JSON, without an API key:{" "}
            <code>/api/v1/users/{"{user}"}/completion-progress</code>, or at RetroAchievements' own
            path, <code>/API/API_GetUserCompletionProgress.php?u={"{user}"}</code>, for clients made
            for it. <a href="/docs">All cards and both APIs</a>
          </p>
        </section>
      </div>
    </main>
  );
}
