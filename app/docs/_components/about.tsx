import { ThemedImage } from "@/app/_components/themed-image";
import { env } from "@/lib/env";
import { formatNumber } from "@/lib/format";
import styles from "../page.module.css";
import type { Example } from "./example";

/** What the site does, with a picture of a player's page. */
export function About({ example: { player } }: { example: Example }) {
  return (
    <section aria-labelledby="about" className={styles.part}>
      <h2 id="about">What this is</h2>
      <p>
        Longplay asks RetroAchievements for a player once, keeps the answer for{" "}
        {duration(env().CACHE_FRESH_SECONDS)}, and makes everything from it: a page, cards, files
        and JSON. So all of them agree, and you need no key of your own. After that time the old
        answer still comes at once, and a newer one is fetched behind it; <code>Cache-Status</code>{" "}
        tells which you have.
      </p>
      <figure className={styles.figure}>
        <ThemedImage
          light="/screenshots/profile-light.png"
          dark="/screenshots/profile-dark.png"
          width={1280}
          height={1000}
          alt="A player's page: name, the shelf of the games mastered last, counts by award, and awards over time"
        />
        <figcaption>
          The same data on{" "}
          {player ? <a href={`/user/${player.name}`}>a player's page</a> : "a player's page"}: the
          shelf is the <a href="#card-shelf">shelf card</a>, counts and chart are the{" "}
          <a href="#summary">summary</a>, and the list of games below them is{" "}
          <a href="#games">games</a>.
        </figcaption>
      </figure>
    </section>
  );
}

/** A time as people say it, from seconds. */
function duration(seconds: number): string {
  const isWhole = seconds > 0 && seconds % 60 === 0;
  const count = isWhole ? seconds / 60 : seconds;
  return `${formatNumber(count)} ${isWhole ? "minute" : "second"}${count === 1 ? "" : "s"}`;
}
