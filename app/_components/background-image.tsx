import styles from "./background-image.module.css";

interface BackgroundImageProps {
  src: string;
  className?: string | undefined;
}

/**
 * A square image that is decoration beside its name. It is a background over a drawn placeholder,
 * so that an image that is late or never comes is not a broken one, with JavaScript or without.
 */
export function BackgroundImage({ src, className = "" }: BackgroundImageProps) {
  return (
    <span
      className={`${styles.image} ${className}`}
      style={{ backgroundImage: `url("${quotable(src)}"),var(--no-image)` }}
    />
  );
}

/** A URL for a quoted `url()`, which RA's own paths are already. */
function quotable(url: string): string {
  return url.replace(/["\\\n\r\f]/g, encodeURIComponent);
}
