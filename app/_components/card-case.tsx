import styles from "./card-case.module.css";
import { CardImage } from "./card-image";

interface CardCaseProps {
  /** The player; null: a made-up one, which is labelled so. */
  user: string | null;
  /** Names of cards. */
  cards: readonly string[];
  label: string;
}

/**
 * Cards as they are now, in the colours of the page, each of a player's own a link to where one makes such a card.
 */
export function CardCase({ user, cards, label }: CardCaseProps) {
  const folder = user === null ? "/demo-media" : `/user/${user}`;
  return (
    <figure className={styles.figure}>
      <ul className={styles.case} aria-label={label}>
        {cards.map((card) => {
          const src = `${folder}/cards/${card}.svg`;
          const image = (
            <CardImage
              src={src}
              width={495}
              height={195}
              alt={`The ${card} card of ${user ?? "a made-up player"}`}
            />
          );
          return (
            <li key={card}>
              {user === null ? (
                <span className={styles.card}>{image}</span>
              ) : (
                <a className={styles.card} href={`/user/${user}/embed?card=${card}`}>
                  {image}
                </a>
              )}
            </li>
          );
        })}
      </ul>
      {user === null && (
        <figcaption className={styles.caption}>
          <strong>Made up.</strong> This player is an example; yours shows what you have played.
        </figcaption>
      )}
    </figure>
  );
}
