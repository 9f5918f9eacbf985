import { CardImage } from "./card-image";
import styles from "./card-picture.module.css";
import type { ExampleCard } from "./example-cards";

interface CardPictureProps {
  card: ExampleCard;
  /** Whether it is below the first screen of a phone. */
  isLazy?: boolean;
}

/** A live card, a link to the page that shows the same, with the way to its card builder below. */
export function CardPicture({ card: { links, ...image }, isLazy = false }: CardPictureProps) {
  const { width, height } = image;
  const picture = <CardImage {...image} isLazy={isLazy} />;
  // Also while it loads, and should it have another height than expected.
  const style = { aspectRatio: `${width} / ${height}` };
  if (!links) {
    return (
      <div className={styles.picture} style={style}>
        {picture}
      </div>
    );
  }
  const { page, title, builder } = links;
  return (
    <figure className={styles.figure}>
      <a className={styles.picture} href={page} style={style}>
        {picture}
      </a>
      <figcaption className={styles.caption}>
        <a href={page}>{title}</a>
        <a href={builder} aria-label={`Make this card: ${title}`}>
          Make this card
        </a>
      </figcaption>
    </figure>
  );
}
