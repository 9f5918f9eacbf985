import { CardCase } from "@/app/_components/card-case";
import { PlayerSearch } from "@/app/_components/player-search";
import { snippets } from "@/lib/cards/snippets";
import styles from "../page.module.css";
import { CodeTabs } from "./code-tabs";
import type { Example } from "./example";

/** The way to a card: a line to copy, and the card builder. */
export function GetACard({ example: { player, user, site, placeholder } }: { example: Example }) {
  const pageUrl = `${site}/user/${user}`;
  const texts = snippets({
    cardUrl: `${pageUrl}/cards/summary.svg`,
    pageUrl,
    alt: `${user} on RetroAchievements`,
  });
  return (
    <section aria-labelledby="get-a-card" className={styles.part}>
      <h2 id="get-a-card">Get a card</h2>
      <p>
        A card is a picture with an address. Paste one line where you want it, with your name in
        place of <code>{user}</code>, and it keeps itself up to date:
      </p>
      <div className={styles.live}>
        <CardCase user={player?.name ?? null} cards={["summary"]} label="A card" />
      </div>
      <CodeTabs
        id="snippet"
        label="A card to paste"
        remember="snippet"
        samples={texts}
        placeholder={placeholder}
      />
      <p>
        {player ? (
          <>
            <a href={`/user/${player.name}/embed`}>The card builder</a> makes that line for you,
            with every card and theme as a picture to choose by. On your own page it is behind “Make
            a card”:
          </>
        ) : (
          "The card builder makes that line for you, with every card and theme as a picture to choose by. On your own page it is behind “Make a card”:"
        )}
      </p>
      <PlayerSearch />
    </section>
  );
}
