import styles from "./picture.module.css";

interface PictureProps {
  src: string;
  className?: string;
}

/**
 * A square picture that is decoration beside its name. It is a background over a drawn placeholder,
 * so that a picture that is late or never comes is not a broken one, with JavaScript or without.
 */
export function Picture({ src, className = "" }: PictureProps) {
  return (
    <span
      className={`${pictureClass} ${className}`}
      style={{ backgroundImage: pictureBackground(src) }}
    />
  );
}

/** The class of an element that is a picture, for what is drawn as markup. */
export const pictureClass = styles.picture;

/** The CSS value of the background of a picture: itself over the placeholder. */
export function pictureBackground(src: string): string {
  return `url("${quotable(src)}"),var(--no-picture)`;
}

/** A URL for a quoted `url()`, which RA's own paths are already. */
function quotable(url: string): string {
  return url.replace(/["\\\n\r\f]/g, encodeURIComponent);
}
