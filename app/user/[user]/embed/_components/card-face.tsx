import type { Card } from "@/lib/cards/card";
import { fixedSize } from "@/lib/cards/card-request";
import type { Size } from "./card-addresses";
import styles from "./card-face.module.css";
import tile from "./card-tiles.module.css";

interface CardFaceProps {
  card: Card;
  size: Size;
  /** The card's picture; null while its second player is not picked. */
  src: string | null;
  user: string;
  /** Whether the picture shows a second player that was not picked. */
  isExample: boolean;
}

/** A card's picture, name and description, as on its tile. */
export function CardFace({ card, size, src, user, isExample }: CardFaceProps) {
  const { label, about, isTransparent } = card;
  const onlySize = fixedSize(card);
  return (
    <>
      <span className={`${tile.frame} ${isTransparent ? tile.checkered : styles.ground}`}>
        {src === null ? (
          <Rivals user={user} />
        ) : (
          // biome-ignore lint/performance/noImgElement: the card as it is embedded
          <img src={src} alt="" fetchPriority="low" {...size} />
        )}
      </span>
      <span className={styles.label}>
        <b>{label}</b> {onlySize && <span className={styles.size}>({onlySize})</span>}
      </span>
      <span className={styles.about}>{isExample ? `${about} (example)` : about}</span>
    </>
  );
}

/** A versus card before its second player is picked. */
export function Rivals({ user }: { user: string }) {
  return (
    <span className={styles.rivals}>
      <b>{user}</b>
      <span>vs</span>
      <b>?</b>
    </span>
  );
}
