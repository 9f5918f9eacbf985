import { connection } from "next/server";
import { env } from "@/lib/env";
import { homePlayers } from "@/lib/players/home-players";
import { DEMO_USERS } from "@/lib/retroachievements/demo";
import { mediaBase, upstreamMode } from "@/lib/retroachievements/retroachievements";
import { CardPicture } from "./_components/card-picture";
import { DemoNotice } from "./_components/demo-notice";
import { exampleCards, madeUpCards } from "./_components/example-cards";
import { OnlyPlayer, PlayerList } from "./_components/home-players";
import { PlayerSearch, SEARCH_FORM } from "./_components/player-search";
import styles from "./page.module.css";

/** The home page: what this is, the way to a player, and how it looks. */
export default async function Home() {
  // Whether there is a key is known when the site runs, not when it is built.
  await connection();
  const isDemo = upstreamMode() === "demo";
  const { EXAMPLE_PLAYERS = [], PLAYERS } = env();
  const named = isDemo ? DEMO_USERS : EXAMPLE_PLAYERS;
  const { shown, others, examples } = await homePlayers(named, PLAYERS ?? []);
  const [example, rival] = examples;
  const cards = example
    ? exampleCards(example, rival?.player ?? null, isDemo)
    : await madeUpCards();
  const only = PLAYERS && shown.length + others.length === 1 ? (shown[0]?.name ?? others[0]) : null;
  const media = mediaBase();
  const players = !only && shown.length + others.length > 0 && (
    <PlayerList shown={shown} others={others} mediaBase={media}>
      {isDemo ? "Demo players" : PLAYERS ? "Players on this site" : "For example"}
    </PlayerList>
  );
  return (
    <main id="main" className={styles.page}>
      <DemoNotice />
      <div className={styles.hero}>
        <div className={styles.pitch}>
          <hgroup className={styles.titles}>
            <p className={styles.eyebrow}>For RetroAchievements players</p>
            <h1 className={styles.title}>Every game you've mastered, on one shelf.</h1>
            <p className={styles.lead}>Plus live cards you can post anywhere.</p>
          </hgroup>
          {only && <OnlyPlayer name={only} facts={shown[0]} mediaBase={media} />}
          {!PLAYERS && <PlayerSearch isFirst />}
          {PLAYERS && players}
          {!only && (
            <p className={styles.compare}>
              Or <a href="/compare">compare up to four players</a>.
            </p>
          )}
        </div>
        <section aria-label="Examples" className={styles.pictures}>
          <CardPicture card={cards.shelf} />
          <CardPicture card={cards.versus} isLazy />
          {!example && (
            <p className={styles.note}>
              <strong>Made up.</strong> Yours shows what you have played.
            </p>
          )}
        </section>
        {!PLAYERS && players}
      </div>
      <div className={styles.more}>
        {cards.year && <CardPicture card={cards.year} isLazy />}
        <section aria-labelledby="cards">
          <h2 id="cards" className={styles.heading}>
            Show it off
          </h2>
          <p>
            Your shelf, your year, you vs a friend: put them on GitHub, in a forum, on Discord or
            over your stream. They update themselves, and follow light and dark.
          </p>
          <p className={styles.actions}>
            {example && (PLAYERS || isDemo) ? (
              <a href={`/user/${example.player.profile.name}/embed`}>Make a card</a>
            ) : (
              <button type="submit" form={SEARCH_FORM} name="for" value="cards">
                Make a card
              </button>
            )}
            <a href="/docs/cards">See all cards</a>
          </p>
          <p>
            For developers: <a href="/docs/api">the same data as JSON</a>, without an API key.
          </p>
        </section>
      </div>
    </main>
  );
}
