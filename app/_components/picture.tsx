"use client";

import { useEffect, useRef, useState } from "react";
import styles from "./picture.module.css";

interface PictureProps {
  src: string;
  /** Width and height, in CSS pixels. */
  size: number;
  className?: string;
  /** For what is seen first. */
  eager?: boolean;
}

/**
 * A square picture that is decoration beside its name. While it is not there, and if it never comes,
 * a drawn placeholder stands in its place: there is no broken picture.
 */
export function Picture({ src, size, className = "", eager = false }: PictureProps) {
  const image = useRef<HTMLImageElement>(null);
  const [failedSrc, setFailedSrc] = useState<string | null>(null);

  // An error that came before hydration had no listener yet.
  useEffect(() => {
    const element = image.current;
    if (element?.complete && element.naturalWidth === 0) setFailedSrc(src);
  }, [src]);

  return (
    <span className={`${styles.frame} ${className}`}>
      {failedSrc !== src && (
        // biome-ignore lint/performance/noImgElement: RA's media host serves these small and cached
        <img
          ref={image}
          className={styles.image}
          src={src}
          alt=""
          width={size}
          height={size}
          loading={eager ? "eager" : "lazy"}
          decoding="async"
          onError={() => setFailedSrc(src)}
        />
      )}
    </span>
  );
}
