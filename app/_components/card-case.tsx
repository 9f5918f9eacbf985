import styles from "./card-case.module.css";

const CARDS = ["summary", "timeline"] as const;

/**
 * Cards of a player as they are now, each a link to where one makes such a card. Their theme is
 * `auto`, which follows the colours of this page.
 */
export function CardCase({ user }: { user: string }) {
  return (
    <ul className={styles.case} aria-label="Cards">
      {CARDS.map((card) => (
        <li key={card}>
          <a className={styles.card} href={`/user/${user}/embed?card=${card}`}>
            {/* biome-ignore lint/performance/noImgElement: the card as it is embedded */}
            <img
              src={`/user/${user}/cards/${card}.svg`}
              width={495}
              height={195}
              alt={`The ${card} card of ${user}`}
            />
          </a>
        </li>
      ))}
    </ul>
  );
}
